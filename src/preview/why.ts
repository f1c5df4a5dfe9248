/** One story of a ranking: its score, and what that is the sum of. */
export interface RankedStory {
  title: string;
  categories: readonly string[];
  score: number;
  parts: Readonly<Record<string, number>>;
  /** How it stands in a mail, or whether it would. */
  form: string;
}

/**
 * A ranking as a table for a terminal: score, its parts, form, categories, title.
 *
 * Shape: a column for every part that any story has, in the order in which they come; numbers stand below each other.
 */
export function whyLines(stories: readonly RankedStory[]): string[] {
  if (stories.length === 0) return ['There is no story to rank.'];
  const parts = [...new Set(stories.flatMap((story) => Object.keys(story.parts)))];
  const head = ['score', ...parts, 'form', 'categories', 'title'];
  const rows = stories.map((story) => [
    story.score.toFixed(2),
    ...parts.map((part) => (story.parts[part] ?? 0).toFixed(2)),
    story.form,
    story.categories.join(', '),
    story.title,
  ]);
  const widths = head.map((name, column) =>
    Math.max(...[name, ...rows.map((row) => row[column] ?? '')].map(lengthOf)),
  );
  return [head, ...rows].map((row) =>
    row
      .map((cell, column) => {
        const gap = ' '.repeat((widths[column] ?? 0) - lengthOf(cell));
        return column <= parts.length ? gap + cell : cell + gap;
      })
      .join('  ')
      .trimEnd(),
  );
}

const lengthOf = (cell: string) => Array.from(cell).length;
