import { readdir, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { commentaryAnswer, readingAnswer } from '../src/comment/commentary.ts';

const golden = z.strictObject({
  slug: z.string(),
  title: z.string(),
  outlet: z.string(),
  language: z.string(),
  text: z.string(),
  labels: z.strictObject({
    categories: z.array(z.string()).min(1),
    quotes: z.array(z.strictObject({ text: z.string(), speaker: z.string() })),
    numbers: z.array(z.string()),
    officials: z.array(z.string()),
  }),
  /** Which fault was put into the recorded answer; null: none. */
  plant: z.string().nullable(),
  reading: readingAnswer,
  commentary: commentaryAnswer,
  /** What was answered when the faults were pointed out; null: the same again. */
  repair: commentaryAnswer.partial().nullable(),
});

/** An article of ours with what is true of it, and a recorded answer of each step. */
export type Golden = z.output<typeof golden>;

/**
 * The golden set: 60 invented articles over all categories of the sample newsroom, by slug.
 *
 * Errors: the first file that does not have the shape, with its name.
 */
export async function readGolden(): Promise<Golden[]> {
  const folder = new URL('../eval/golden/', import.meta.url);
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).toSorted();
  return Promise.all(
    files.map(async (file) => {
      const read = golden.safeParse(JSON.parse(await readFile(new URL(file, folder), 'utf8')));
      if (read.success) return read.data;
      throw new Error(
        `eval/golden/${file}: ${read.error.issues[0]?.path.join('.')}: ${read.error.issues[0]?.message}`,
      );
    }),
  );
}
