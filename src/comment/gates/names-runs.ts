import { sentencesOf } from './names-sentences.ts';
import { PARTICLES } from './names-words.ts';

/** A word with a capital. */
export interface Word {
  raw: string;
  word: string;
  isFirst: boolean;
  at: number;
  end: number;
}

/** Runs of words with capitals, sentence by sentence. */
export function runsOf(text: string): Word[][] {
  return sentencesOf(text).flatMap(({ text: sentence, at }) => {
    const runs: Word[][] = [];
    let particles = 0;
    let end = 0;
    let isOpen = false;
    for (const match of sentence.matchAll(WORD)) {
      const [raw] = match;
      const gap = sentence.slice(end, match.index);
      const isFirst = end === 0 || /:\s*["“„«‘(]?$|[,.!?…]\s+["“„«‘]$/u.test(gap);
      end = match.index + raw.length;
      if (/^['’]$/u.test(gap) && /^s$/iu.test(raw)) continue;
      isOpen &&= !isFirst && (GAP.test(gap) || /^['’]\s$/u.test(gap));
      if (isOpen && particles < 2 && PARTICLES.has(raw) && runs.at(-1)?.at(-1)?.isFirst === false) {
        particles += 1;
        continue;
      }
      if (!CAPITAL.test(raw) || /\p{N}/u.test(raw)) {
        isOpen = false;
        continue;
      }
      if (!isOpen) runs.push([]);
      runs.at(-1)?.push({ raw, word: fold(raw), isFirst, at: at + match.index, end: at + end });
      [isOpen, particles] = [true, 0];
    }
    return runs;
  });
}

/** Most of the longer words have capitals and no sentence ends. */
export function isHeadline(text: string): boolean {
  if (/[.!?…]["'”’»)]*\s*$/u.test(text)) return false;
  const long = (text.match(WORD) ?? []).filter((word) => word.length >= 4);
  return long.length >= 3 && long.filter((word) => CAPITAL.test(word)).length >= (long.length * 2) / 3;
}

/** A word without case and accents. */
export function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const CAPITAL = /^\p{Lu}/u;
/** What may stand between two words of one name. */
const GAP = /^(?:[\s\u00a0]|[-‐‑'’]|\.\s?|\s?&\s)$/u;
