import { z } from 'zod';
import { todoKinds } from '../../db/commentary-section.ts';

/**
 * What a model answers, judged strictly. Absence is an empty text, an empty list or 0: what goes over the wire knows no
 * unions, so that every server can hold to its schema.
 */

const prose = (max: number) => z.string().trim().min(1).max(max);
const note = (max: number) => z.string().trim().max(max);

const claim = z.strictObject({
  /** One fact, in the newsroom's words. */
  text: prose(400),
  /** The passage that says so, letter by letter. */
  quote: prose(600),
  /** Who says so; empty when the article itself does. */
  speaker: note(120),
});

/** The first step: what stands in the article, each with the passage that says so. */
export const readingAnswer = z.strictObject({
  /** BCP 47. */
  language: note(20),
  /** Slugs of the newsroom's categories, the first heading first. */
  categories: z.array(z.string()).max(5),
  claims: z.array(claim).max(30),
  /** What people said, letter by letter. */
  quotes: z.array(z.strictObject({ text: prose(600), speaker: note(120) })).max(20),
});

/** A paragraph, and the ids of the claims and quotes that it rests on; `view` marks one that only gives our opinion. */
const paragraph = z.strictObject({
  text: prose(2500),
  claims: z.array(z.string()).max(12),
  view: z.boolean(),
});

const section = z.strictObject({ short: prose(900), paragraphs: z.array(paragraph).min(3).max(9) });

const item = z.strictObject({
  kind: z.enum(todoKinds),
  title: prose(140),
  detail: prose(700),
  /** About how long it takes; 0 when nobody can say. */
  minutes: z.int().min(0).max(10_000),
  /** `YYYY-MM-DD`, or empty. */
  deadline: z.union([z.literal(''), z.iso.date()]),
  /** An id of the registry, such as `petition:night-bus`, or empty. */
  link: note(80),
});

const todo = z.strictObject({
  intro: prose(900),
  personal: z.array(item).min(2).max(8),
  petitions: z.array(z.strictObject({ id: prose(80), why: prose(500) })).max(3),
  officials: z.strictObject({
    ids: z.array(z.string()).max(4),
    /** The letter to them; empty without any. */
    subject: note(160),
    body: note(3000),
  }),
  community: z.array(item).max(8),
  conclusion: prose(1200),
  /** The three that stand in the mail. */
  short: z
    .array(z.strictObject({ text: prose(160), link: note(80) }))
    .min(1)
    .max(3),
});

/** The second step: what we say about it. */
export const commentaryAnswer = z.strictObject({ opinion: section, action: section, todo });

export type ReadingAnswer = z.output<typeof readingAnswer>;
export type CommentaryAnswer = z.output<typeof commentaryAnswer>;
export type SectionAnswer = CommentaryAnswer['opinion'];
export type TodoAnswer = CommentaryAnswer['todo'];
