import { isUnspaced } from '../../shared/words.ts';
import type { SourceText } from './ground.ts';
import { spansIn } from './quote-marks.ts';
import { speakerOf, type Speaker } from './quotes-speaker.ts';
import { speechesIn } from './quotes-speech.ts';
import { createFinder, type Finder, type Found } from './source-text.ts';

export interface Quotation {
  /** Where the words between the marks stand. */
  from: number;
  to: number;
  words: string;
}

/**
 * The quotations in a text: what stands between quotation marks of any kind.
 *
 * Shape: by place; one that stands inside another comes after it. Less than three words (six letters, where words are not
 * parted by spaces) are a term. What is opened and never closed goes on to the end of the paragraph.
 */
export function quotesIn(text: string): Quotation[] {
  return spansIn(text)
    .map(({ from, to }) => trimmed(text, from, to))
    .filter(({ words }) => isQuotation(words));
}

/** A text whose quotations are the source's own words. */
export interface Printed {
  text: string;
  /** What was taken from the source, in the order of the text. */
  printed: Found[];
  /** The same by quotation, with who is said to have said it. */
  given: { found: Found[]; speaker: Speaker | undefined }[];
  /** Sentences that a model can mend by. */
  faults: string[];
}

/**
 * Look up every quotation of a text in its source, and write it as the source does.
 *
 * Shape: the marks, and a stop or comma before the closing mark, stay as they were typed. Three dots inside a quotation
 * stand for words left out, three times at most. Two words are a quotation where they are given to somebody, and so is
 * what a dash or a colon makes somebody say without any marks.
 */
export function printQuotes(text: string, source: SourceText): Printed {
  const result: Printed = { text: '', printed: [], given: [], faults: [] };
  let done = 0;
  for (const { from, to, words, speaker } of judgedIn(text)) {
    if (from < done) continue;
    const tail = /[.,;:!?…。、！？\s]*$/u.exec(words)?.[0] ?? '';
    const found = lookUp(words.slice(0, words.length - tail.length), source);
    if (found) {
      result.printed.push(...found);
      result.given.push({ found, speaker });
    } else result.faults.push(`quotes "${shortened(words)}", which is not in the article`);
    const print = found ? found.map(({ slice }) => slice).join(' … ') + tail : words;
    result.text += text.slice(done, from) + print;
    done = to;
  }
  result.text += text.slice(done);
  return result;
}

/** Quotations, those of two words that are given to somebody, and speech without marks, by place. */
function judgedIn(text: string): (Quotation & { speaker: Speaker | undefined })[] {
  const spans = spansIn(text).map(({ from, to }) => trimmed(text, from, to));
  const marked = spans
    .map((one) => ({ ...one, speaker: speakerOf(text, one) }))
    .filter(({ words, speaker }) => isQuotation(words) || (speaker !== undefined && wordCount(words) === 2));
  const speeches = speechesIn(text)
    .filter(({ from, to }) => !spans.some((one) => one.from < to && from < one.to))
    .map(({ from, to }) => trimmed(text, from, to))
    .map((one) => ({ ...one, speaker: speakerOf(text, one) }));
  return [...marked, ...speeches].toSorted((a, b) => a.from - b.from || b.to - a.to);
}

/** Characters of the source between two parts of one quotation. */
const OMITTED_MAX = 400;
const WORDS_MIN = 3;
const LETTERS_MIN = 6;
/** Characters in which that many words would have come. */
const LOOKED_AT_MAX = 500;
const PART_WORDS_MIN = 2;
const PARTS_MAX = 4;
/** Of places where the first part stands. */
const TRIES_MAX = 2000;

function trimmed(text: string, from: number, to: number): Quotation {
  const words = text.slice(from, to);
  const start = from + words.length - words.trimStart().length;
  return { from: start, to: start + words.trim().length, words: words.trim() };
}

function isQuotation(quoted: string): boolean {
  const words = quoted.slice(0, LOOKED_AT_MAX);
  if (isUnspaced(words)) return (words.match(/[\p{L}\p{N}]/gu) ?? []).length >= LETTERS_MIN;
  return wordCount(words) >= WORDS_MIN;
}

function lookUp(words: string, source: SourceText): Found[] | undefined {
  const whole = source.find(words);
  if (whole) return [whole];
  const parts = words.split(OMISSION).filter((part) => /[\p{L}\p{N}]/u.test(part));
  if (parts.length === 0 || parts.length > PARTS_MAX || !OMISSION.test(words)) return undefined;
  if (parts.length > 1 && !parts.every(isPart)) return undefined;
  return chained(parts, createFinder(source.text), source.text);
}

/** The parts in the order of the source, near each other; from every place where the first of them stands. */
function chained(parts: readonly string[], finder: Finder, text: string): Found[] | undefined {
  const [first = '', ...others] = parts;
  let one = finder(first);
  for (let tries = 0; one && tries < TRIES_MAX; tries += 1) {
    const found = [one];
    for (const part of others) {
      const end = endOf(found.at(-1));
      const next = finder(part, end, end + OMITTED_MAX + 1);
      if (!next || DENIES.test(text.slice(end, next.at))) break;
      found.push(next);
    }
    if (found.length === parts.length) return found;
    one = finder(first, one.at + 1);
  }
  return undefined;
}

const endOf = (found: Found | undefined) => (found ? found.at + found.slice.length : 0);

const isPart = (part: string) => isUnspaced(part) || wordCount(part) >= PART_WORDS_MIN;

/** Whatever stands between them; for the runtime's own rules a thin space or a dot may join words. */
const wordCount = (text: string) =>
  (text.match(/[\p{L}\p{N}\p{M}'’]*[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu) ?? []).length;

const shortened = (words: string) => words.replace(/\s+/gu, ' ').slice(0, 60).toWellFormed();

const OMISSION = /\s*(?:[[(]\s*)?(?:…|(?:\.\s?){2,}\.)(?:\s*[\])])?\s*/u;
/** What is left out inside a sentence must not turn its meaning. */
const DENIES =
  /^[^.!?]*(?<!\p{L})(?:not|never|no|nobody|neither|nor|without|hardly|\p{L}+n['’]t|nicht|kein\p{L}*|nie|niemals|ohne|ne|n['’]\p{L}+|pas|jamais|sans|nunca|jamás|sin|não|nem|sem|non|mai|senza)(?!\p{L})[^.!?]*$/iu;
