import { isUnspaced } from '../../shared/words.ts';
import type { SourceText } from './ground.ts';

/** An article as people see it, in its parts. */
export interface SeenArticle extends SourceText {
  title: string;
  body: string;
}

/**
 * Make an article ready to be asked whether it says something.
 *
 * Shape: what differs only in typography is the same: quotation marks, apostrophes, dashes, dots, spaces, ligatures, the
 * case of the first letter, a stop at the end. A passage stands between word boundaries and inside one paragraph.
 */
export function createSourceText(article: {
  title: string;
  body: string;
  language: string | undefined;
}): SeenArticle {
  const title = seenText(article.title).replace(/\s+/gu, ' ').trim();
  const body = seenText(article.body).replace(/\r\n?/g, '\n').trim();
  const text = [title, body].filter((part) => part !== '').join('\n\n');
  const finder = createFinder(text);
  return { title, body, text, language: article.language, find: (passage) => finder(passage) };
}

/** A text without what no reader sees: controls, zero-width characters, bidirectional controls, selectors, fillers. */
export function seenText(text: string): string {
  return text.toWellFormed().replace(UNSEEN, (unseen) => (BREAKS.test(unseen) ? unseen : ''));
}

export interface Found {
  at: number;
  slice: string;
}

/** Finds the first place of a passage that begins between two offsets, the later one left out. */
export type Finder = (passage: string, from?: number, to?: number) => Found | undefined;

/** Make what finds passages in a text. */
export function createFinder(text: string): Finder {
  const { plain, offsetOf, indexOf } = plainOf(text);
  const known = new Map<string, string[]>();
  const formsIn = (passage: string) => {
    const forms = known.get(passage) ?? formsOf(plainOf(seenText(passage)).plain);
    known.set(passage, forms);
    return forms;
  };
  return (passage, from = 0, to = Infinity) => {
    const last = to >= text.length ? plain.length : indexOf(to);
    for (const wanted of formsIn(passage)) {
      const part = plain.slice(0, last + wanted.length);
      for (let i = part.indexOf(wanted, indexOf(from)); i >= 0; i = part.indexOf(wanted, i + 1)) {
        const [at, end] = [offsetOf(i, 'start'), offsetOf(i + wanted.length, 'end')];
        if (at >= from && at < to && isWhole(text, at, end)) return { at, slice: text.slice(at, end) };
      }
    }
    return undefined;
  };
}

/** A text as texts are compared, and where each of its characters stood. */
interface Plain {
  plain: string;
  offsetOf: (index: number, side: 'start' | 'end') => number;
  /** The first character that can stand for what is at an offset of the text. */
  indexOf: (offset: number) => number;
}

function plainOf(text: string): Plain {
  // Only where lengths change; between two changes both texts run in step.
  const changes: Change[] = [];
  let grown = 0;
  const plain = text.replace(TYPOGRAPHIC, (match: string, at: number) => {
    const form = formOf(match);
    if (form.length !== match.length) {
      const from = at + grown;
      changes.push({ from, to: from + form.length, textFrom: at, textTo: at + match.length });
      grown += form.length - match.length;
    }
    return form;
  });
  const offsetOf: Plain['offsetOf'] = (index, side) => {
    const change = changes[lastBefore(changes, side === 'start' ? index : index - 1, FROM)];
    if (!change) return index;
    if (index >= change.to) return change.textTo + (index - change.to);
    return side === 'start' ? change.textFrom : change.textTo;
  };
  const indexOf: Plain['indexOf'] = (offset) => {
    const change = changes[lastBefore(changes, offset, TEXT_FROM)];
    if (!change) return offset;
    return offset >= change.textTo ? change.to + (offset - change.textTo) : change.from;
  };
  return { plain, offsetOf, indexOf };
}

interface Change {
  from: number;
  to: number;
  textFrom: number;
  textTo: number;
}
const FROM = ({ from }: Change) => from;
const TEXT_FROM = ({ textFrom }: Change) => textFrom;

/** The index of the last change that begins at or before a character, by halving; -1 if none does. */
function lastBefore(changes: readonly Change[], index: number, startOf: (change: Change) => number): number {
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const change = changes[middle];
    if (change && startOf(change) <= index) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function formOf(match: string): string {
  if (DASHED.test(match)) return '-';
  if (QUOTED.test(match)) return "'";
  if (/[.…]/u.test(match)) return '...';
  if (/^\s+$/u.test(match)) return /\n\s*\n/.test(match) ? '\n' : ' ';
  if (/^\s+[?!;:]$/u.test(match)) return match.trim();
  // Superscripts and fractions stay: 10² is not 102.
  return match.normalize(/\p{No}/u.test(match) ? 'NFD' : 'NFKD');
}

/** A passage as it may stand in the source, strictest form first. */
function formsOf(plain: string): string[] {
  const whole = plain.replaceAll('\n', ' ').trim();
  const bare = whole.replace(/^['\s]+/u, '').replace(/['\s.,;:!?。、]+$/u, '');
  return [whole, bare].filter((form) => WORDY.test(form)).flatMap((form) => [form, recased(form)]);
}

function recased(form: string): string {
  const [first = ''] = form;
  const other = first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase();
  return other + form.slice(first.length);
}

/** Whether a passage begins and ends where words and numbers do; what is cut off could be a "not". */
function isWhole(text: string, at: number, end: number): boolean {
  const before = text.slice(Math.max(0, at - 12), at);
  const after = text.slice(end, end + 6);
  const head = text.slice(at, at + 6);
  const tail = text.slice(Math.max(at, end - 6), end);
  const isCutBefore = WORD_BEFORE.test(before) && WORD_AT_START.test(head) && !ELISION.test(before);
  const isCutAfter = WORD_AT_END.test(tail) && GOES_ON.test(after);
  if (isCutBefore && !isUnspaced(Array.from(head)[0] ?? '')) return false;
  if (isCutAfter && !isUnspaced(Array.from(tail).at(-1) ?? '')) return false;
  return !isNumberCut(before, head) && !isNumberCut(tail, after);
}

/** Whether one number goes on from one text to the next: 1,500 or 1 500 or -5. */
const isNumberCut = (left: string, right: string) =>
  (/(?:\p{Nd}[.,:/'’]|[\u002d\u2212\u2013])$/u.test(left) && /^\p{Nd}/u.test(right)) ||
  (/\p{Nd}$/u.test(left) && /^[.,:/'’]\p{Nd}/u.test(right)) ||
  (/\p{Nd}\s$/u.test(left) && /^\p{Nd}{3}(?!\p{Nd})/u.test(right)) ||
  (/\p{Nd}$/u.test(left) && /^\s\p{Nd}{3}(?!\p{Nd})/u.test(right));

const UNSEEN =
  // oxlint-disable-next-line no-misleading-character-class -- each of them is unseen by itself
  /[\p{Cc}\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu;
const BREAKS = /[\t\n\v\f\r\u0085]/;

const QUOTES = `"'\`´“”„‟‘’‚‛«»‹›「」『』〝〞〟＂＇❝❞❛❜ˮʺʻʼ˝‶״❮❯〈〉《》⟪⟫🙶🙷⹂`;
const DASHES = '\\u002d\\u2010-\\u2015\\u2212\\u2e3a\\u2e3b\\ufe58\\ufe63\\uff0d';
/** White space inside a line, and inside a paragraph. */
const GAP = '[^\\S\\n]';
const DASHED = new RegExp(`^\\s*[${DASHES}]+\\s*$`, 'u');
const QUOTED = new RegExp(`^[\\s${QUOTES}]*[${QUOTES}][\\s${QUOTES}]*$`, 'u');

/** Everything that is compared in another form than it is written in. */
const TYPOGRAPHIC = new RegExp(
  [
    `${GAP}*(?:\\n${GAP}*)?[${DASHES}]+${GAP}*(?:\\n(?!\\s*\\n))?`,
    `(?<![^\\s(])[«‹]${GAP}+|${GAP}+[»›](?![\\p{L}\\p{N}])`,
    `[${QUOTES}](?:[\\u00a0\\u2009\\u200a\\u202f]?[${QUOTES}])*`,
    `${GAP}+[?!;:]`,
    `${GAP}*(?:(?:\\.${GAP}?){2}\\.|…)${GAP}*`,
    '\\s{2,}|[^\\S ]',
    '\\P{M}\\p{M}+|[^\\x00-\\x7f]',
  ].join('|'),
  'gu',
);

const WORDY = /[\p{L}\p{N}]/u;
/** A hyphen or an apostrophe inside a word does not part it. */
const WORD_BEFORE = /[\p{L}\p{N}\p{M}][\u002d\u2010-\u2013'’]?$/u;
const WORD_AT_START = /^[\p{L}\p{N}\p{M}]/u;
const WORD_AT_END = /[\p{L}\p{N}\p{M}]$/u;
const GOES_ON = /^[\u002d\u2010-\u2013'’]?[\p{L}\p{N}\p{M}]/u;
/** In "d’une seule voix" a quotation may begin at "une"; "n’" is a negation. */
const ELISION = /(?<!\p{L})(?:[cdjlmst]|(?:jus|lors|puis|quoi)?qu|un|dell|all|nell|sull|dall|quell)['’]$/iu;
