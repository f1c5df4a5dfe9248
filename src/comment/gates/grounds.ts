import type { Reading } from '../../../db/commentary.ts';
import { wordsOf } from '../../shared/words.ts';
import type { SectionAnswer } from '../commentary.ts';
import type { SourceText } from './ground.ts';
import { stemIn } from './overlap-stem.ts';
import { baseLanguage } from '../../shared/language.ts';

/** What is wrong with what a paragraph says that it rests on; undefined when nothing is. */
export type GroundsGate = (paragraph: SectionAnswer['paragraphs'][number]) => string | undefined;

/**
 * Make the gate that asks whether a paragraph rests on the facts that it names.
 *
 * Shape: a paragraph passes that shares two words that tell something with the article where one of its facts stands, or
 * that holds its words; or names none and is marked as opinion. What a model says that a passage means does not count: it
 * would bear itself out. Of an article in another language only the ids are looked at (`canCompare`).
 */
export function createGroundsGate(
  { claims, quotes }: Reading,
  source: SourceText,
  language: string,
): GroundsGate {
  const stem = stemIn(language);
  const stemsOf = (text: string) => new Set(wordsOf(text).map(stem).filter(tells));
  const around = (at: number, length: number) =>
    source.text.slice(Math.max(0, at - AROUND), at + length + AROUND);
  const grounds = new Map(
    [
      ...claims.map(({ id, quote, at }) => ({ id, words: quote, at })),
      ...quotes.map(({ id, text, at }) => ({ id, words: text, at })),
    ].map(({ id, words, at }) => [id, { words, stems: stemsOf(around(at, words.length)) }] as const),
  );
  return ({ text, claims: named, view }) => {
    const unknown = named.find((id) => !grounds.has(id));
    if (unknown !== undefined) return `rests on "${unknown}", which is none of the facts`;
    if (named.length === 0) return view ? undefined : 'rests on no fact and is not marked as opinion';
    if (!canCompare(source, language)) return undefined;
    const said = [...stemsOf(text)];
    const bears = (id: string) => {
      const ground = grounds.get(id);
      if (!ground) return false;
      return text.includes(ground.words) || said.filter((one) => ground.stems.has(one)).length >= SHARED_MIN;
    };
    return named.some(bears)
      ? undefined
      : `shares no words with the facts that it says it rests on (${named.join(', ')})`;
  };
}

/** Whether a text in a language can be compared with its source word by word. */
export const canCompare = (source: SourceText, language: string): boolean =>
  source.language === undefined || baseLanguage(source.language) === baseLanguage(language);

const SHARED_MIN = 2;
/** How much of the article around a passage belongs to it, in UTF-16 units. */
const AROUND = 200;

const tells = (hash: number) => hash !== 0;
