import type { ReadingAnswer, SectionAnswer } from '../src/comment/commentary.ts';

type Paragraph = SectionAnswer['paragraphs'][number];

/** A paragraph that rests on what the reading holds, by its ids: `c1` is its first claim, `q1` its first quote. */
export function resting(text: string, ...claims: string[]): Paragraph {
  return { text, claims, view: false };
}

/** A paragraph that only gives our opinion. */
export function view(text: string): Paragraph {
  return { text, claims: [], view: true };
}

/** A paragraph about what to do, which neither rests on the article nor argues. */
export function plain(text: string): Paragraph {
  return { text, claims: [], view: false };
}

/** One fact in our words, and the passage that says so; `speaker` where it is somebody's word. */
export function said(text: string, quote: string, speaker = ''): ReadingAnswer['claims'][number] {
  return { text, quote, speaker };
}

/** What somebody said, without the outer marks. */
export function spoken(speaker: string, text: string): ReadingAnswer['quotes'][number] {
  return { text, speaker };
}
