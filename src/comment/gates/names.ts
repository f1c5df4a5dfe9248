import { AMBIGUOUS, dateWordsOf } from './dates-words.ts';
import type { Ground } from './ground.ts';
import { fold, isHeadline, runsOf, type Word } from './names-runs.ts';
import { COMMON_CAPITALS, OPENERS, TITLES } from './names-words.ts';
import { STOP_WORDS } from '../../shared/stop-words.ts';
import { baseLanguage } from '../../shared/language.ts';

/**
 * Make what finds names that neither the source nor anything known holds; undefined where names cannot be told from other
 * words: in languages that write every noun with a capital, or know no capitals.
 *
 * Shape: a name is a run of words with capitals, with its particles; each of its words must be known, whatever its case,
 * accents and plural. The first word of a sentence counts only before another strange name, before a surname of the
 * source, or where the text has it inside a sentence too. A piece in which nearly every word has a capital is a headline:
 * there two strange words beside each other are a name. Somebody's first name with another surname is a strange name too.
 * Words with digits belong to `numbers.ts`, months and weekdays to `dates.ts`.
 */
export function createNameGate(ground: Ground): ((text: string) => string[]) | undefined {
  if (!hasNames(ground.language)) return undefined;
  const known = createKnownNames(ground);
  return (text) => {
    const runs = runsOf(text);
    const inside = new Set(
      runs.flatMap((run) => run.filter(({ isFirst }) => !isFirst).map(({ word }) => word)),
    );
    const strangers = isHeadline(text)
      ? runs.flatMap((run) => strangersIn(run, known))
      : runs.flatMap((run) => strangeIn(run, inside, known));
    return [...strangers, ...runs.flatMap((run) => mixedIn(run, known))].map(([from, to]) =>
      text.slice(from, to),
    );
  };
}

interface KnownNames {
  words: ReadonlySet<string>;
  /** What follows a word with a capital inside the source's sentences. */
  surnames: ReadonlySet<string>;
  /** First names, and every two words of one name in their order. */
  givens: ReadonlySet<string>;
  pairs: ReadonlySet<string>;
  /** The first letters of the source's names, name after name. */
  initials: string;
  stops: ReadonlySet<string>;
  dates: { has(word: string): boolean };
  isEnglish: boolean;
}

const NOUN_CAPITALS = new Set(['de', 'lb', 'nds', 'gsw', 'bar', 'ksh', 'pdt']);
const CASED_SCRIPTS = new Set(['Latn', 'Cyrl', 'Grek', 'Armn']);

function hasNames(language: string): boolean {
  try {
    const { language: base, script } = new Intl.Locale(language).maximize();
    return !NOUN_CAPITALS.has(base) && CASED_SCRIPTS.has(script ?? '');
  } catch {
    return false;
  }
}

function createKnownNames({ source, known, language }: Ground): KnownNames {
  const texts = [source.text, ...known];
  const base = baseLanguage(language);
  const runs = texts.flatMap(runsOf);
  const dates = dateWordsOf(language);
  return {
    words: new Set(texts.flatMap((text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [])),
    surnames: new Set(
      runs.flatMap((run) =>
        run
          .slice(1)
          .filter((_, i) => isGiven(run[i]))
          .map(({ word }) => word),
      ),
    ),
    ...peopleOf(texts, runs),
    initials: runs.map((run) => run.map(({ word }) => word[0] ?? '').join('')).join(' '),
    stops: new Set(STOP_WORDS.get(base)),
    dates: {
      has: (word) =>
        dates?.months.has(word) === true || dates?.weekdays.has(word) === true || AMBIGUOUS.has(word),
    },
    isEnglish: base === 'en',
  };
}

/** Longer runs are no one name. */
const NAME_WORDS_MAX = 6;

/** A name of a person is made of words that never stand without a capital. */
function peopleOf(
  texts: readonly string[],
  runs: readonly (readonly Word[])[],
): Pick<KnownNames, 'givens' | 'pairs'> {
  const small = new Set(
    texts.flatMap((text) => text.match(/(?<!\p{L})\p{Ll}[\p{L}\p{M}]*/gu) ?? []).map(fold),
  );
  const people = runs
    .map((run) => run.filter(({ word }) => !TITLES.has(word) && !ARTICLES.has(word)))
    .filter((run) => run.length >= 2 && isGiven(run[0]));
  const adjacent = texts.flatMap((text) => pairsOf(fold(text).match(/[\p{L}\p{N}]+/gu) ?? []));
  return {
    givens: new Set(
      people
        .filter((run) => run.every(({ word }) => !small.has(word)))
        .flatMap(([first]) => first?.word ?? []),
    ),
    pairs: new Set([
      ...adjacent,
      ...people.flatMap((run) =>
        run.flatMap((one, i) =>
          run.slice(i + 1, i + NAME_WORDS_MAX).map((other) => `${one.word} ${other.word}`),
        ),
      ),
    ]),
  };
}

/** Not "The Board", nor a word at a sentence's beginning that is no name. */
const ARTICLES = new Set('the a an le la les el los las o os as il lo gli i un una une um uma'.split(' '));

const pairsOf = (words: readonly string[]) => words.slice(1).map((word, i) => `${words[i] ?? ''} ${word}`);

/** A first name of the source before a word that never follows it there. */
function mixedIn(run: readonly Word[], { givens, pairs }: KnownNames): [number, number][] {
  return run.slice(1).flatMap((last, i): [number, number][] => {
    const first = run[i];
    if (first === undefined || !givens.has(first.word) || givens.has(last.word)) return [];
    const isStranger = !pairs.has(`${first.word} ${last.word}`) && last.raw.length > 1;
    return isStranger && !TITLES.has(last.word) ? [[first.at, last.end]] : [];
  });
}

/** Two strange words beside each other. */
function strangersIn(run: readonly Word[], known: KnownNames): [number, number][] {
  const isNew = (word: Word | undefined) =>
    word !== undefined && !OPENERS.has(word.word) && isStrange(word, undefined, known);
  const from = run.findIndex((word, i) => isNew(word) && isNew(run[i + 1]));
  return from < 0 ? [] : [[run[from]?.at ?? 0, run[from + 1]?.end ?? 0]];
}

function isGiven(word: Word | undefined): boolean {
  return word !== undefined && !(word.isFirst && OPENERS.has(word.word)) && !TITLES.has(word.word);
}

/** From where to where a run of capitals is strange; nothing where it is not. */
function strangeIn(run: readonly Word[], inside: ReadonlySet<string>, known: KnownNames): [number, number][] {
  const strange = run.map((word, i) => !word.isFirst && isStrange(word, run[i + 1], known));
  const [first, second] = run;
  if (first?.isFirst === true && isStrange(first, second, known)) {
    const before = strange[1] === true && !OPENERS.has(first.word);
    const isPerson = known.isEnglish && second !== undefined && known.surnames.has(second.word);
    strange[0] = before || (isPerson && !OPENERS.has(first.word)) || inside.has(first.word);
  }
  const from = strange.indexOf(true);
  if (from < 0) return [];
  const start = run[from - 1]?.raw.length === 1 ? run[from - 1] : run[from];
  return [[start?.at ?? 0, run[strange.lastIndexOf(true)]?.end ?? 0]];
}

function isStrange({ raw, word }: Word, next: Word | undefined, known: KnownNames): boolean {
  if (isKnown(word, known.words) || COMMON_CAPITALS.has(word) || known.dates.has(word)) return false;
  if (raw.length === 1) return false;
  const isAcronym = raw.length <= 6 && raw === raw.toUpperCase();
  if (isAcronym) return !known.initials.includes(word) && !(known.stops.has(word) && !NAMES_TOO.has(word));
  if (known.stops.has(word)) return false;
  return !(TITLES.has(word) && (next === undefined || isKnown(next.word, known.words)));
}

/** Small words that with capitals are names: the United States, the World Health Organization. */
const NAMES_TOO = new Set(['us', 'who', 'un', 'uk', 'eu', 'it', 'am', 'ai']);

function isKnown(word: string, words: ReadonlySet<string>): boolean {
  if (words.has(word) || words.has(`${word}s`)) return true;
  if (word.endsWith('s') && words.has(word.slice(0, -1))) return true;
  if (word.endsWith('es') && words.has(word.slice(0, -2))) return true;
  return word.endsWith('ies') && words.has(`${word.slice(0, -3)}y`);
}
