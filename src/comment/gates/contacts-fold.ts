import { seenText } from './source-text.ts';

/**
 * A text as it is written, and without the tricks that hide an address from programs but not from people.
 *
 * Shape: without what cannot be seen; with look-alike letters as what they look like; with entities and percent signs
 * read; with letters that are spaced out drawn together.
 */
export function shapesOf(text: string): string[] {
  const seen = digitsRead(seenText(text))
    .replaceAll('\u02d9', '.')
    .normalize('NFKC')
    .replace(DASHES, '-')
    .replace(DOTS, '.');
  const latin = latinOf(seen);
  const read = latinOf(seenText(decoded(seen)).normalize('NFKC'));
  return [...new Set([seen, latin, read, drawnTogether(read)])];
}

/** The Japanese long mark is a dash only between digits. */
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\u2043]|(?<=\p{Nd})[\u30fc\u301c](?=\p{Nd})/gu;
/** Other dots, where a dot of an address could stand. */
const DOTS =
  /[\u2024\u2219\u22c5\u00b7\u0589\u06d4\u0701\u2027\u2e33\u2e31\u02d9\ua789\u2808\u2828\u{10101}]|(?<=[A-Za-z0-9]) ?[\u2022\u30fb\uff65] ?(?=\p{Ll}{2,12}(?!\p{L}))|(?<=[A-Za-z0-9])[。｡‚](?=[A-Za-z0-9])/gu;

/**
 * Make what turns a text into what people read: without what cannot be seen, with the plain form of every letter and digit
 * and, where the language is written in Latin script, with letters that look like Latin ones as those.
 *
 * Shape: a half, spaces that part thousands, and the small letters after ordinals stay as they are.
 */
export function asReadIn(language: string): (text: string) => string {
  const isLatin = isLatinScript(language);
  return (text) => {
    const plain = digitsRead(seenText(text).normalize('NFC').replace(RAISED, ''))
      .replace(FRACTION, (fraction) => ` ${fraction.normalize('NFKC').replace('\u2044', '/')}`)
      .replace(FOLDED, (character) => character.normalize('NFKC'));
    return isLatin ? latinOf(plain) : plain;
  };
}

function isLatinScript(language: string): boolean {
  try {
    return new Intl.Locale(language).maximize().script === 'Latn';
  } catch {
    return false;
  }
}

/** km² and CO₂ hold no number. */
const RAISED = /(?<=\p{L})[²³₀-₉](?!\p{N})/gu;
const FRACTION = /[\u00bc\u00be\u2150-\u215e]/gu;
const FOLDED = /[^\p{ASCII}\u00a0\u2009\u202fªº´¨½…]/gu;

/** Digits on black and in circles, which the rules of Unicode leave as they are: ❶, ➎, ⓫, ⓿. */
function digitsRead(text: string): string {
  return text.replace(CIRCLED, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    if (code === 0x24ff) return '0';
    return String(code >= 0x2776 ? ((code - 0x2776) % 10) + 1 : code - 0x24eb + 11);
  });
}

const CIRCLED = /[\u2776-\u2793\u24eb-\u24f4\u24ff]/gu;

/** With letters that look like Latin ones as those; the length stays in all but boxed letters. */
export function latinOf(text: string): string {
  return text.replace(LETTERS, (letter) => LOOKS_LIKE.get(letter) ?? boxed(letter));
}

const FROM =
  'авсеӏіјкмнорѕтухьԁԛԝһԍүѵАВСЕНІЈКМОРЅТУХԌԚԜҮѴαβγεηικνορτυχωςϳΑΒΕΖΗΙΚΜΝΟΡΤΥΧΣͿᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢɑɡıȷℓ∂օոսհցєԱՕՍՏ';
const TO =
  'abceliJkmhopstyxbdqwhgyvABCEHIJKMOPSTYXGQWYVabyenikvoptuxwcjABEZHIKMNOPTYXEJabcdefghijklmnoprstuvwyzagijldonuhgeUOUS';

const LOOKS_LIKE = new Map(
  Array.from(FROM).map((letter, i) => [letter, (Array.from(TO)[i] ?? letter).replace('J', 'j')]),
);
const LETTERS = new RegExp(
  `[${FROM}]|[\\u{1f130}-\\u{1f149}\\u{1f150}-\\u{1f169}\\u{1f170}-\\u{1f189}\\u{1f1e6}-\\u{1f1ff}]`,
  'gu',
);

/** Letters in squares, circles and flags run from A to Z. */
function boxed(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  const first = [0x1f1e6, 0x1f170, 0x1f150, 0x1f130].find((start) => code >= start) ?? code;
  return String.fromCodePoint(65 + code - first);
}

function decoded(text: string): string {
  return text
    .replace(/&#(\d{1,6});?|&#x([0-9a-f]{1,5});?/gi, (entity, decimal?: string, hex?: string) => {
      const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : entity;
    })
    .replace(
      /&(commat|period|sol|colon|num|lowbar|hyphen);/gi,
      (_, name: string) => NAMED[name.toLowerCase()] ?? '',
    )
    .replace(/%([2-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .toWellFormed();
}

const NAMED: Record<string, string> = {
  commat: '@',
  period: '.',
  sol: '/',
  colon: ':',
  num: '#',
  lowbar: '_',
  hyphen: '-',
};

/** "t i d e . c o m" and "t-i-d-e" are one word; four letters at least, since "a b c" are three things. */
function drawnTogether(text: string): string {
  return text.replace(SPACED, (run) => (LETTERED.test(run) ? run.replace(/[\s*_|~-]/gu, '') : run));
}

const GAP = '[\\s*_|~-]';
const SPACED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:[\\p{L}\\p{N}](?:${GAP}{0,2}[.@:/]${GAP}{0,2}|${GAP}{1,2})){3,}[\\p{L}\\p{N}](?![\\p{L}\\p{N}])`,
  'gu',
);
const LETTERED = /(?:\p{L}\P{L}*){3}/u;
