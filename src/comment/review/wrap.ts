/**
 * A text in lines for a terminal.
 *
 * Shape: paragraphs stay apart; words longer than a line stay whole, so that addresses can be taken from it.
 * Units: `width` in characters; `indent` stands before the first line, `hang` before the others.
 */
export function wrapped(
  text: string,
  { width = WIDTH_MAX, indent = '', hang = indent }: { width?: number; indent?: string; hang?: string } = {},
): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = lines.length === 0 ? indent : hang;
    let isEmpty = true;
    for (const word of paragraph.split(/\s+/u).filter((one) => one !== '')) {
      if (!isEmpty && columnsOf(line) + 1 + columnsOf(word) > width) {
        lines.push(line);
        [line, isEmpty] = [hang, true];
      }
      line += isEmpty ? word : ` ${word}`;
      isEmpty = false;
    }
    if (!isEmpty) lines.push(line);
  }
  return lines;
}

/** How wide a terminal is written on: as it is, but no wider than reads well. */
export const widthOf = (columns: number | undefined) =>
  Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, columns ?? WIDTH_MAX));

const WIDTH_MAX = 80;
const WIDTH_MIN = 40;

/** Year to minute in the newsroom's zone, as Swedish writes them: they sort as they read. */
export function timeOf(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(at);
}

/** Characters of East Asian scripts are twice as wide. */
function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += WIDE.test(character) ? 2 : 1;
  return columns;
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u;
