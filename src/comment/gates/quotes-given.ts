import type { SourceText } from './ground.ts';
import { spansIn, type Span } from './quote-marks.ts';
import type { Printed } from './quotes.ts';
import type { Found } from './source-text.ts';

/** What is wrong with who is said to have said something. */
export interface GivenFaults {
  /** Given to somebody who does not stand beside it in the source. */
  speakers: string[];
  /** Given to somebody as their words, where the source speaks itself. */
  quotes: string[];
}

/**
 * Make the gate that asks whether quotations are given to those who said them.
 *
 * Shape: the last word of the name stands in the paragraph of the source that has the quotation, or within 300 characters
 * of it; and in the source the words stand between quotation marks or in a quoted line. Who of two that stand beside it
 * has said it is not told.
 */
export function createSpeakerGate(source: SourceText): (printed: Printed) => GivenFaults {
  const spans = spansIn(source.text);
  return ({ given }) => {
    const faults: GivenFaults = { speakers: [], quotes: [] };
    for (const { found, speaker } of given) {
      const [first] = found;
      if (speaker === undefined || first === undefined) continue;
      if (speaker.name !== undefined && !isBeside(source.text, first, speaker.name))
        faults.speakers.push(
          `gives "${shortened(first.slice)}" to ${speaker.name}, who does not stand beside it in the article`,
        );
      if (!found.every((one) => isQuoted(source.text, one, spans)))
        faults.quotes.push(
          `gives "${shortened(first.slice)}" to somebody, which are the article's own words`,
        );
    }
    return faults;
  };
}

const BESIDE_CHARACTERS = 300;

function isBeside(text: string, { at, slice }: Found, name: string): boolean {
  // Letters and hyphens only.
  const surname = name.split(/\s+/u).at(-1) ?? name;
  const end = at + slice.length;
  const start = text.lastIndexOf('\n\n', at) + 1;
  const stop = text.indexOf('\n\n', end);
  const near = text.slice(
    Math.max(0, Math.min(start, at - BESIDE_CHARACTERS)),
    Math.max(stop < 0 ? text.length : stop, end + BESIDE_CHARACTERS),
  );
  return new RegExp(`(?<!\\p{L})${surname}(?!\\p{L})`, 'iu').test(near);
}

function isQuoted(text: string, { at, slice }: Found, spans: readonly Span[]): boolean {
  const line = text.slice(text.lastIndexOf('\n', at) + 1, at + 1);
  const end = at + slice.length;
  return />/u.test(line[0] ?? '') || spans.some(({ from, to }) => from <= at && to >= end);
}

const shortened = (words: string) => words.replace(/\s+/gu, ' ').slice(0, 60).toWellFormed();
