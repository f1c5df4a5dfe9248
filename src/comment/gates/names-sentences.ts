/** A sentence with where it begins in the text. */
export interface Sentence {
  text: string;
  at: number;
}

/**
 * The sentences of a text; a line's end ends one too.
 *
 * Shape: a full stop after an initial or a usual short form ("Mr.", "J.", "z. B.") ends nothing.
 */
export function sentencesOf(text: string): Sentence[] {
  const found: Sentence[] = [];
  let at = 0;
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    if (match[0].startsWith('.') && SHORT.test(text.slice(Math.max(0, match.index - 12), match.index)))
      continue;
    push(found, text, at, end);
    at = end;
  }
  push(found, text, at, text.length);
  return found;
}

const END = /[.!?…。！？؟]+["'”’»)\]]*(?=\s|$)|\n+/gu;
const SHORT =
  /(?:^|[\s(“"„«.])(?:\p{L}|Mr|Mrs|Ms|Dr|Prof|St|Sr|Sra|Jr|No|Nr|vs|etc|approx|bzw|ca|Hon|Rev|Gen|Col|Lt|Gov|Sen|Rep|Av|Mme|Mlle|art|Art|Abs)$/u;

function push(found: Sentence[], text: string, from: number, to: number): void {
  const slice = text.slice(from, to);
  const trimmed = slice.trim();
  if (trimmed !== '') found.push({ text: trimmed, at: from + slice.indexOf(trimmed) });
}
