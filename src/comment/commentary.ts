import { z } from 'zod';

/** What can be asked of a reader, one kind each. */
export const todoKinds = [
  'learn',
  'talk',
  'sign',
  'write',
  'call',
  'attend',
  'volunteer',
  'share',
  'teach',
  'thank',
] as const;

const prose = (max: number) => z.string().trim().min(1).max(max);

const item = z.strictObject({
  kind: z.enum(todoKinds),
  title: prose(140),
  detail: prose(700),
  minutes: z.int().min(1).max(10_000).nullable(),
  deadline: z.iso.date().nullable(),
});

const section = (least: number, most: number) =>
  z.strictObject({ short: prose(900), paragraphs: z.array(prose(2500)).min(least).max(most) });

/**
 * A model's whole answer about one article. Prose is plain text; petitions and officials are named by their slug in the
 * registry and by nothing else.
 */
export const commentaryAnswer = z.strictObject({
  categories: z.array(z.string()).max(3),
  opinion: section(3, 8),
  action: section(3, 9),
  todo: z.strictObject({
    intro: prose(900),
    personal: z.array(item).min(2).max(8),
    petitions: z.array(z.strictObject({ slug: z.string(), why: prose(500) })).max(3),
    officials: z
      .strictObject({
        slugs: z.array(z.string()).min(1).max(4),
        letter: z.strictObject({ subject: prose(160), body: prose(3000) }),
      })
      .nullable(),
    community: z.array(item).max(8),
    conclusion: prose(1200),
    short: z.array(prose(160)).min(1).max(3),
  }),
});

export type CommentaryAnswer = z.output<typeof commentaryAnswer>;
