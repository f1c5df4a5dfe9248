import { rulesOf } from './language.ts';

/** Width of a line of plain text, in characters. */
const WIDTH = 72;

/**
 * Set one paragraph of plain text: greedy lines of at most 72 characters.
 *
 * Shape: ends without a line break. A word longer than a line (an address) keeps a line of its own.
 * Units: `first` and `rest` are what the first and the other lines begin with; they count towards the width.
 */
export function wrap(text: string, { first = '', rest = '' } = {}): string {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    if (!empty && lengthOf(line) + 1 + lengthOf(word) > WIDTH) {
      lines.push(line);
      line = rest;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join('\n');
}

/** The paragraphs of a text, which stand apart by an empty line; none is empty. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/u)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
}

/**
 * The first sentence of a text, by the rules of its language, at most 200 characters; a longer one ends in an ellipsis.
 *
 * Shape: by the rules of English where the language is none.
 */
export function firstSentence(text: string, language: string): string {
  const [sentence] = new Intl.Segmenter(rulesOf(language), { granularity: 'sentence' }).segment(text.trim());
  const characters = Array.from((sentence?.segment ?? '').trim());
  if (characters.length <= 200) return characters.join('');
  return `${characters
    .slice(0, 199)
    .join('')
    .replace(/\s+\S*$/u, '')}…`;
}

/** A headline between two rules of plain text. */
export function heading(text: string, rule: '=' | '-'): string {
  const set = wrap(text);
  const longest = Math.max(...set.split('\n').map(lengthOf));
  return `${set}\n${rule.repeat(Math.min(longest, WIDTH))}`;
}

const lengthOf = (text: string) => Array.from(text).length;
