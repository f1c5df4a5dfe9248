import type { Reading } from '../../../db/commentary.ts';
import { createStems } from '../../shared/stems.ts';
import { wordsOf } from '../../shared/words.ts';
import type { SectionAnswer } from '../commentary.ts';

/** What is wrong with what a paragraph says that it rests on; undefined when nothing is. */
export type GroundsGate = (paragraph: SectionAnswer['paragraphs'][number]) => string | undefined;

/**
 * Make the gate that asks whether a paragraph rests on the facts that it names.
 *
 * Shape: a paragraph passes that shares two words that tell something with one of its facts, or names none and is marked
 * as opinion.
 */
export function createGroundsGate(reading: Reading, language: string): GroundsGate {
  const stem = createStems()(language);
  const stemsOf = (text: string) =>
    new Set(
      wordsOf(text)
        .map(stem)
        .filter((hash) => hash !== 0),
    );
  const grounds = new Map<string, Set<number>>([
    ...reading.claims.map(
      ({ id, text, quote, speaker }) => [id, stemsOf(`${text} ${quote} ${speaker ?? ''}`)] as const,
    ),
    ...reading.quotes.map(({ id, text, speaker }) => [id, stemsOf(`${text} ${speaker ?? ''}`)] as const),
  ]);
  return ({ text, claims, view }) => {
    const unknown = claims.find((id) => !grounds.has(id));
    if (unknown !== undefined) return `rests on "${unknown}", which is none of the facts`;
    if (claims.length === 0) return view ? undefined : 'rests on no fact and is not marked as opinion';
    const said = stemsOf(text);
    const isShared = (stem: number) => said.has(stem);
    return claims.some((id) => [...(grounds.get(id) ?? [])].filter(isShared).length >= SHARED_MIN)
      ? undefined
      : `shares no words with the facts that it says it rests on (${claims.join(', ')})`;
  };
}

const SHARED_MIN = 2;
