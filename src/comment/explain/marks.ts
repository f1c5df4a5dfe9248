import { createNameGate } from '../gates/names.ts';
import { numbersIn, type FoundNumber } from '../gates/numbers-in.ts';
import type { SourceText } from '../gates/ground.ts';
import { printQuotes, quotesIn } from '../gates/quotes.ts';
import { STOP_WORDS } from '../../shared/stop-words.ts';
import { baseLanguage } from '../../shared/language.ts';

/** Where a passage stands in the source. Units: `at` in UTF-16 units from the beginning of title, blank line and text. */
export interface Place {
  at: number;
  passage: string;
  before: string;
  after: string;
}

/** Something checkable in a text, and where it comes from. */
export interface Mark {
  what: 'quotation' | 'number' | 'name';
  text: string;
  /**
   * `registry`: in the entry `id`; `outlet`: the source's own name; `newsroom`: in its own names and categories; null:
   * nowhere that we know of.
   */
  from:
    | ({ in: 'source' } & Place)
    | { in: 'registry'; id: string }
    | { in: 'outlet' }
    | { in: 'newsroom' }
    | null;
}

/** What a text may be made of beside the source. */
export interface Origins {
  source: SourceText;
  language: string;
  /** Ids of the registry, each with the words of its entry. */
  registry: readonly { id: string; words: string }[];
  newsroom: string;
  /** What the source is called. */
  outlet: string;
}

/**
 * Make what finds the quotations, numbers and names in a text, and where each comes from.
 *
 * Shape: in the order of the text; what stands inside a quotation is not looked for by itself. Names are left out in
 * languages in which they cannot be told from other words, and numbers up to twelve in words, as the gates do.
 */
export function createMarks(origins: Origins): (text: string) => Mark[] {
  const { source, language } = origins;
  const hasNames = createNameGate({ source, language, known: [], officials: [], day: '' }) !== undefined;
  const numbers = numbersIn(source.text, source.language ?? language);
  return (text) => {
    const quotations = quotesIn(text);
    const isOutside = (at: number) => quotations.every(({ from, to }) => at < from || at >= to);
    const found: { at: number; mark: Mark }[] = [
      ...quotations.map(({ from, words }) => ({ at: from, mark: quotationMark(words, source) })),
      ...numbersIn(text, language)
        .filter(({ isWord, value }) => !(isWord && value !== undefined && value <= EVERYDAY_MAX))
        .map((number) => ({ at: number.at, mark: numberMark(number, numbers, origins) })),
      ...(hasNames ? namesIn(text, origins) : []),
    ];
    return found
      .filter(({ at, mark }) => mark.what === 'quotation' || isOutside(at))
      .toSorted((a, b) => a.at - b.at)
      .map(({ mark }) => mark);
  };
}

/** A passage with the nearest words around it. */
export function placeAt(text: string, at: number, length: number): Place {
  const before = text.slice(Math.max(0, at - AROUND), at).replace(at > AROUND ? /^\S*\s+/u : /^/u, '');
  const rest = text.slice(at + length, at + length + AROUND);
  const after = at + length + AROUND < text.length ? rest.replace(/\s+\S*$/u, '') : rest;
  return { at, passage: text.slice(at, at + length), before: flat(before), after: flat(after) };
}

const AROUND = 40;
const EVERYDAY_MAX = 12;
const flat = (text: string) => text.replace(/\s+/gu, ' ');

function placed(passage: string, source: SourceText): Mark['from'] {
  const found = source.find(passage);
  return found ? { in: 'source', ...placeAt(source.text, found.at, found.slice.length) } : null;
}

function quotationMark(words: string, source: SourceText): Mark {
  const whole = placed(words, source);
  const [part] = whole ? [] : printQuotes(`“${words}”`, source).printed;
  const from: Mark['from'] = part
    ? { in: 'source', ...placeAt(source.text, part.at, part.slice.length) }
    : whole;
  return { what: 'quotation', text: words, from };
}

function numberMark(number: FoundNumber, numbers: readonly FoundNumber[], origins: Origins): Mark {
  const { source } = origins;
  const same = numbers.find(({ readings }) =>
    readings.some((keys) => number.readings.some((wanted) => wanted.every((key) => keys.includes(key)))),
  );
  const from: Mark['from'] = same
    ? { in: 'source', ...placeAt(source.text, same.at, same.end - same.at) }
    : elsewhere(number.raw, origins);
  return { what: 'number', text: number.raw, from };
}

function elsewhere(words: string, { registry, newsroom, outlet }: Origins): Mark['from'] {
  const entry = registry.find((one) => holds(one.words, words));
  if (entry) return { in: 'registry', id: entry.id };
  if (holds(outlet, words)) return { in: 'outlet' };
  return holds(newsroom, words) ? { in: 'newsroom' } : null;
}

/** Whether a text has these words whole. */
function holds(text: string, words: string): boolean {
  return wordly(text).includes(wordly(words));
}

const wordly = (text: string) =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()} `;

const WORD = `\\p{Lu}[\\p{L}\\p{M}\\p{N}]*(?:['’-][\\p{L}\\p{M}\\p{N}]+)*`;
const RUN = `${WORD}(?:[ \\u00a0]${WORD})*`;
/** What may stand inside a name: Friends of the Tarn, Faro do Porto. */
const PARTICLE = 'of the|of|for|de la|de los|de|da|do|dos|das|del|della|di|du|des|van der|van|von|und|e';
const NAME = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${RUN}(?: (?:${PARTICLE}) ${RUN})*`, 'gu');
const BETWEEN = new RegExp(` (?:${PARTICLE}) (?=\\p{Lu})`, 'gu');
const STARTS_SENTENCE = /(?:^|[.!?…:\n]["'”’»)\]]*\s*|["'“‘„«([–—]\s*)$/u;

function namesIn(text: string, origins: Origins): { at: number; mark: Mark }[] {
  const base = baseLanguage(origins.language);
  const stops = new Set(STOP_WORDS.get(base));
  const isStop = (word: string | undefined) => word !== undefined && stops.has(word.toLowerCase());
  return [...text.matchAll(NAME)]
    .flatMap((match) => partsOf(match[0], match.index, origins))
    .flatMap(({ name: whole, at }) => {
      const isFirst = STARTS_SENTENCE.test(text.slice(0, at));
      const words = whole.replace(/['’]s$/u, '').split(/[ \u00a0]/u);
      if (isFirst && isStop(words[0])) words.shift();
      if (words.length === 0 || (words.length === 1 && isStop(words[0]))) return [];
      const name = words.join(' ');
      // The first word of a sentence is a name only where something else says so.
      const isSure = !isFirst || words.length > 1 || isNamed(name, origins.source.text);
      return isSure
        ? [{ at, mark: { what: 'name' as const, text: name, from: nameFrom(words, origins) } }]
        : [];
    });
}

/** A run with particles is one name where it stands somewhere as a whole, else several: Ada Wren of the Friends of the Tarn. */
function partsOf(run: string, at: number, origins: Origins): { name: string; at: number }[] {
  const cuts = [...run.matchAll(BETWEEN)];
  const ends = [...cuts.map(({ index }) => index), run.length];
  const starts = [0, ...cuts.map((cut) => cut.index + cut[0].length)];
  const parts: { name: string; at: number }[] = [];
  for (let i = 0; i < starts.length; i += 1) {
    const start = starts[i] ?? 0;
    const last = ends.findLastIndex(
      (end, j) => j === i || (j > i && whereIs(run.slice(start, end), origins) !== null),
    );
    parts.push({ name: run.slice(start, ends[last]), at: at + start });
    i = last;
  }
  return parts;
}

const whereIs = (name: string, origins: Origins) => placed(name, origins.source) ?? elsewhere(name, origins);

/** The whole name, else the longest part of it that stands somewhere. */
function nameFrom(words: readonly string[], origins: Origins): Mark['from'] {
  for (let length = words.length; length > 0; length -= 1)
    for (let start = 0; start + length <= words.length; start += 1) {
      const part = words.slice(start, start + length).join(' ');
      const from = length === words.length || part.length >= PART_MIN ? whereIs(part, origins) : null;
      if (from) return from;
    }
  return null;
}

/** Units: characters; less of a name says nothing. */
const PART_MIN = 4;

/** Whether a text has a word with its capital inside a sentence. */
function isNamed(word: string, text: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (/\p{Ll}[\s,]+$/u.test(text.slice(Math.max(0, at - 4), at))) return true;
  return false;
}
