import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { validate } from 'node-cron';
import { z } from 'zod';
import { parseAddress } from './address.ts';
import { defaultColor } from './color.ts';
import { faultsAcross } from './config-across.ts';
import { faultsOf } from './config-faults.ts';
import { mayBePrinted, turnIn } from './config-words.ts';
import { isDay, isMoment, isTimezone } from './day.ts';
import { ConfigError } from './errors.ts';
import { isLanguage } from './language.ts';

/** A slug: what stands in addresses and tables for a category, a petition or an official. */
const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is not a slug: use lower-case letters, digits and single hyphens')
  .max(60);
const text = (max: number) => z.string().trim().min(1, 'is empty').max(max);
/** What may stand in a mail's header, where a line break would begin the next one. */
const line = (max: number) => text(max).refine(isOneLine, 'holds a line break or a control character');
/** Words of the newsroom's own that stand in every mail. */
const printed = (max: number) => line(max).superRefine(mayBePrinted);
const webUrl = z.string().refine(isWebUrl, 'is not an http or https address');
const mailbox = z
  .string()
  .trim()
  .refine((value) => readMailbox(value) !== undefined, 'is not a mail address');
const COLOUR = 'is not a colour: write it as #rrggbb, or as one for light and one for dark';
const hexColor = z.string().regex(/^#[0-9a-fA-F]{6}$/, COLOUR);
const day = z.string().refine(isDay, 'is not a day: write it as YYYY-MM-DD');
const moment = z
  .string()
  .refine(
    isMoment,
    'is not a day or time: write it as YYYY-MM-DD or YYYY-MM-DDTHH:MM, in the newsroom’s time zone',
  );
const cron = z.string().refine(isCron, 'is not a cron expression of five fields');

const licence = z.enum(['full', 'excerpt', 'link']);

const newsroom = z.strictObject({
  name: printed(80).describe('The name of the paper, as it stands in the masthead.'),
  tagline: printed(160).describe('One line below the name.'),
  logo: z
    .string()
    .refine(isLogo, 'is neither an http or https address nor a path that begins with /')
    .optional()
    .describe(
      'A PNG, JPEG or GIF for the mastheads of mails and site, shown 64 pixels wide: the address where it lies, or a path at which the server in front of the site serves it.',
    ),
  greeting: printed(300).optional().describe('A line to the readers at the head of every digest.'),
  url: webUrl.describe('The public address of the site; `SITE_URL` takes its place where it is set.'),
  from: mailbox.describe('The sender of every mail: `Name <address>` or an address.'),
  replyTo: mailbox.optional().describe('Where answers go, when not to the sender.'),
  postalAddress: text(300)
    .superRefine(mayBePrinted)
    .describe('Stands at the end of every mail, as the law asks in many countries.'),
  timezone: z
    .string()
    .refine(isTimezone, 'is not a time zone')
    .describe('IANA name; the newsroom’s day and times.'),
  language: z.string().refine(isLanguage, 'is not a language tag').describe('BCP 47 tag of pages and mails.'),
  reads: z
    .array(z.string().refine(isLanguage, 'is not a language tag'))
    .optional()
    .describe(
      'Languages of the articles that get commentary; without it only `language`. In any other than `language` a person has to approve it.',
    ),
  voice: text(2000)
    .optional()
    .describe('How opinions should sound; becomes part of the model’s instructions.'),
});

const keyword = z
  .union([text(60), z.strictObject({ word: text(60), weight: z.number().min(-20).max(20) })])
  .transform((given) => (typeof given === 'string' ? { word: given, weight: 1 } : given));

const category = z.strictObject({
  slug: slug.describe('Its name in addresses; lower-case letters, digits and hyphens.'),
  name: printed(60).describe('Its name for readers.'),
  keywords: z
    .array(keyword)
    .max(200)
    .default([])
    .describe(
      'Words and phrases that file a story here, `tram*` for all that begin so; `{ word, weight }` counts more, or with a negative weight against it.',
    ),
  iptc: z
    .string()
    .regex(/^(?:medtop:)?\d{8}$/, 'is not an IPTC Media Topic code')
    .optional()
    .describe('Its IPTC Media Topic: eight digits.'),
  color: z
    .union([hexColor, z.strictObject({ light: hexColor, dark: hexColor })], COLOUR)
    .optional()
    .describe('One colour, or one for light and one for dark.'),
});

const source = z.strictObject({
  url: webUrl.describe('The address of the feed.'),
  title: line(120).optional().describe('Shown in place of the feed’s own title.'),
  kind: z.enum(['feed']).default('feed').describe('How it is read: RSS, Atom or JSON Feed.'),
  licence: licence
    .default('excerpt')
    .describe('What may be shown: the whole text, an excerpt, or only a link.'),
  categories: z.array(slug).default([]).describe('Categories that every story of this source belongs to.'),
  weight: z
    .number()
    .min(0)
    .max(2)
    .default(1)
    .describe('How much its stories count when they are ranked, from 0 to 2.'),
  pages: z
    .boolean()
    .default(true)
    .describe('Whether the page of each article is read; `false` where the feed holds the whole text.'),
  userAgent: line(200)
    .refine((value) => /^[\x20-\x7e]+$/.test(value), 'holds characters that a header cannot carry')
    .optional()
    .describe('As whom this source is asked, in place of the program’s own name.'),
});

const petition = z.strictObject({
  slug: slug.describe('Its name in addresses.'),
  title: line(160).describe('What it asks for, in one line.'),
  text: text(20_000).describe('Markdown.'),
  target: line(200).describe('Whom it asks.'),
  goal: z.int().min(1).max(100_000_000).describe('How many signatures it is to reach.'),
  categories: z.array(slug).default([]).describe('Stories of these categories lead to it.'),
  opensAt: moment.optional().describe('A day from its first minute on, or a day and time.'),
  closesAt: moment.optional().describe('A day to its last minute, or a day and time.'),
});

const official = z.strictObject({
  slug: slug.describe('Its name in tables; never shown.'),
  name: text(120).describe('The person.'),
  office: text(160).describe('The office they hold.'),
  jurisdiction: text(160).optional().describe('Where the office counts.'),
  party: text(80).optional().describe('Their party.'),
  termEndsOn: day.optional().describe('Last day of the term; from the next on they are not shown.'),
  addresses: z
    .array(
      z.strictObject({
        label: text(80).optional().describe('Which address it is.'),
        lines: z.array(text(120)).min(1).max(8).describe('The postal address, line by line.'),
      }),
    )
    .default([]),
  phones: z.array(text(40)).default([]).describe('As they are dialled.'),
  formUrl: webUrl.optional().describe('The address of their contact form.'),
  email: mailbox.optional().describe('Their public mail address.'),
  categories: z.array(slug).default([]).describe('Stories of these categories name them.'),
  source: text(300).describe('Where these facts come from.'),
  asOf: day.describe('When they were last checked.'),
});

const collect = z.strictObject({
  cron: cron
    .default('*/10 * * * *')
    .describe('When the program looks which sources are due, in the newsroom’s time zone.'),
  allowHosts: z
    .array(z.string().refine(isHost, 'is not a host, or host:port'))
    .default([])
    .describe('Hosts on private or loopback addresses that may be fetched all the same.'),
  concurrency: z.int().min(1).max(32).default(6).describe('Sources fetched at a time.'),
  timeoutMs: z.int().min(100).max(120_000).default(20_000).describe('For one whole request.'),
  feedBytesMax: z.int().min(1_000).default(15_000_000).describe('The most that is read of one feed.'),
  pageBytesMax: z.int().min(1_000).default(5_000_000).describe('The most that is read of one page.'),
  itemsMax: z.int().min(1).max(1000).default(100).describe('Newest items taken from one feed at a time.'),
  hostGapMs: z
    .int()
    .min(0)
    .max(60_000)
    .optional()
    .describe(
      'Least time between two requests to one site, which are made one after the other. Without it 1,000 for public sites and none for `allowHosts`; with it, for all.',
    ),
  pageTimeoutMs: z
    .int()
    .min(100)
    .max(120_000)
    .default(10_000)
    .describe('How long reading one page may take once it is here.'),
  pageMemoryMb: z
    .int()
    .min(64)
    .max(4_096)
    .default(256)
    .describe('The memory that reading pages may take, per thread.'),
  embeddingModel: text(120)
    .optional()
    .describe(
      'A model of the server at `OPENAI_BASE_URL` that turns texts into vectors, for better related articles.',
    ),
});

const provider = z.strictObject({
  tokenLimitField: z
    .enum(['auto', 'max_completion_tokens', 'max_tokens', 'none'])
    .default('auto')
    .describe('How the server is told the most that it may answer; `auto` finds out.'),
  responseFormat: z
    .enum(['auto', 'json_schema', 'json_object', 'text'])
    .default('auto')
    .describe('How the answer’s form is asked for; `auto` steps down when the server does not know one.'),
  contextTokens: z
    .int()
    .min(2_048)
    .max(10_000_000)
    .default(32_000)
    .describe('What the model can hold, question and answer together; longer articles are cut to it.'),
  outputTokensMax: z
    .int()
    .min(256)
    .max(200_000)
    .default(8_000)
    .describe('The most that one answer may take, thinking included.'),
  inputUsdPerMillion: z.number().min(0).max(10_000).default(0).describe('Price of a million tokens asked.'),
  outputUsdPerMillion: z
    .number()
    .min(0)
    .max(10_000)
    .default(0)
    .describe('Price of a million tokens answered.'),
});

const comment = z.strictObject({
  review: z
    .enum(['auto', 'required'])
    .default('auto')
    .describe('`auto`: what passes every gate goes out. `required`: only what a person has approved.'),
  articlesMax: z.int().min(0).max(10_000).default(60).describe('Articles that get commentary in one run.'),
  concurrency: z.int().min(1).max(32).default(4).describe('Articles written about at a time.'),
  timeoutMs: z.int().min(1_000).default(120_000).describe('For one call to the model.'),
  attempts: z
    .int()
    .min(1)
    .max(10)
    .default(3)
    .describe('Tries of one call while it fails in a way that may pass, and of one article in all.'),
  waitSeconds: z
    .int()
    .min(0)
    .max(3_600)
    .default(180)
    .describe('How long `today` and `comment` wait for a model server that asks for patience.'),
  tokensPerDay: z
    .int()
    .min(0)
    .default(2_000_000)
    .describe(
      'Ceiling of a day in tokens, asked and answered together; no call is begun that could pass it.',
    ),
  usdPerDay: z
    .number()
    .min(0)
    .max(1_000_000)
    .optional()
    .describe('Ceiling of a day in US dollars, by the prices of `comment.provider`.'),
  promptsDir: text(500)
    .optional()
    .describe(
      'A folder with `read.ts` or `write.ts` (or `.js`) of your own in place of the prompts that ship.',
    ),
  provider: provider.prefault({}),
});

const digest = z.strictObject({
  cron: cron.default('0 6 * * *').describe('When the day’s edition is composed.'),
  windowHours: z
    .int()
    .min(1)
    .max(24 * 14)
    .default(36)
    .describe('How old a story may be to stand in the edition.'),
  storiesMax: z.int().min(1).max(200).default(24).describe('Stories in one edition.'),
  perCategoryMax: z.int().min(1).max(100).default(8).describe('Stories under one heading.'),
  weeklyOn: z
    .enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'])
    .default('sunday')
    .describe('The day on which the best of the week goes to those who asked for one digest a week.'),
  bytesMax: z
    .int()
    .min(20_000)
    .max(1_000_000)
    .default(99_000)
    .describe('Size of one reader’s HTML; Gmail clips at 102 kB.'),
});

/** Of a new domain's first days, as mail providers advise it: about doubled every few days. */
const WARM_UP = [
  { day: 1, mails: 200 },
  { day: 2, mails: 400 },
  { day: 4, mails: 1_000 },
  { day: 7, mails: 2_500 },
  { day: 10, mails: 5_000 },
  { day: 14, mails: 10_000 },
  { day: 18, mails: 25_000 },
  { day: 22, mails: 50_000 },
  { day: 26, mails: 100_000 },
];
const rate = z.number().gt(0).max(1);

const deliver = z.strictObject({
  cron: cron.default('30 6 * * *').describe('When the edition goes out.'),
  batchSize: z.int().min(1).max(100).default(100).describe('Mails in one call to the mail provider.'),
  batchBytesMax: z
    .int()
    .min(100_000)
    .max(40_000_000)
    .default(4_000_000)
    .describe('Most bytes of such a call.'),
  concurrency: z.int().min(1).max(32).default(4).describe('Calls under way at a time, in each process.'),
  requestsPerSecond: z
    .number()
    .min(0.1)
    .max(1000)
    .default(2)
    .describe(
      'Calls to the mail provider, of all processes together; what the provider allows counts where it is less.',
    ),
  mailsPerDay: z
    .int()
    .min(100)
    .optional()
    .describe('Most mails on a day of UTC; the rest waits for the next.'),
  warmUp: z
    .strictObject({
      from: day.describe('The first day of sending from a new domain, as YYYY-MM-DD.'),
      ceilings: z
        .array(
          z.strictObject({
            day: z.int().min(1).describe('From this day of sending on.'),
            mails: z.int().min(100).describe('Most mails a day.'),
          }),
        )
        .min(1)
        .default(WARM_UP)
        .describe(
          'Most mails on the days from each one on (1 is the first), in order; after the last there is no ceiling.',
        ),
      days: z.int().min(1).default(30).describe('How many days it takes.'),
    })
    .optional()
    .describe('For a new domain: begin with few mails a day.'),
  localHour: z
    .int()
    .min(0)
    .max(23)
    .optional()
    .describe(
      'Send to each reader at this hour of their own day; without it everybody gets it at once. Readers further east get it at once.',
    ),
  bounceRateMax: rate
    .default(0.04)
    .describe('Share of an edition that may bounce before it is held for a person.'),
  complaintRateMax: rate
    .default(0.0008)
    .describe('Share of an edition that may be complained of before it is held for a person.'),
  countClicks: z
    .boolean()
    .default(false)
    .describe(
      'Count how often each link of an edition is followed, by a redirect of the site; never who follows it.',
    ),
  keepDays: z
    .int()
    .min(14)
    .default(400)
    .describe('Who got what of an edition is kept for so many days; after that only how many.'),
});

/** Optional groups take their own defaults when they are left out. */
const group = <T extends z.ZodObject>(schema: T) => schema.prefault({} as z.input<T>);

/** The newsroom's configuration, as it stands in `broadside.config.ts`. */
export const configSchema = z
  .strictObject({
    sample: z
      .boolean()
      .default(false)
      .describe(
        'Only for the newsroom that ships with the program: serves its invented sources and says so everywhere.',
      ),
    newsroom,
    categories: z.array(category).min(1, 'needs at least one category').max(100),
    sources: z.array(source).max(10_000),
    petitions: z.array(petition).max(1000).default([]),
    officials: z.array(official).max(10_000).default([]),
    collect: group(collect),
    comment: group(comment),
    digest: group(digest),
    deliver: group(deliver),
  })
  .transform((config) => ({
    ...config,
    categories: config.categories.map(({ color, ...category }, i) => ({
      ...category,
      color: { ...defaultColor(i), ...(typeof color === 'string' ? { light: color } : color) },
    })),
  }));

export type Config = z.output<typeof configSchema>;
/** What the operator writes: the same with every default left out. */
export type ConfigInput = z.input<typeof configSchema>;
export type SourceConfig = Config['sources'][number];
export type PetitionConfig = Config['petitions'][number];
export type OfficialConfig = Config['officials'][number];
export type Licence = z.output<typeof licence>;

/**
 * Read and judge the configuration file.
 *
 * Shape: `.ts` and `.js` export it as default; `.json` is it.
 * Errors: ConfigError with every fault at once.
 */
export async function loadConfig(file: string): Promise<Config> {
  const path = resolve(file);
  if (!existsSync(path))
    throw new ConfigError([
      {
        path: 'BROADSIDE_CONFIG',
        problem: `there is no file ${file}`,
        remedy: 'Create it, or name the right file.',
      },
    ]);
  return parseConfig(await readConfig(path, file));
}

/**
 * Judge a configuration.
 *
 * Errors: ConfigError with every fault, each with its path and a remedy.
 */
export function parseConfig(input: unknown): Config {
  const result = configSchema.safeParse(input, { reportInput: true });
  const across = faultsAcross(input);
  if (result.success && across.length === 0) return result.data;
  throw new ConfigError([...(result.error?.issues.flatMap(faultsOf) ?? []), ...across]);
}

/**
 * `Name <address>` or an address, in its parts; undefined when it is neither.
 *
 * Shape: a name in double quotes may hold what would else make two mailboxes, a group or a comment of it.
 * Source: RFC 5322 section 3.4.
 */
export function readMailbox(value: string): { name: string | undefined; address: string } | undefined {
  if (turnIn(value) !== undefined) return undefined;
  const match = /^\s*(?:"([^"<>\\\p{Cc}]*)"|([^"<>@:;()\\\p{Cc}]*?))\s*<([^<>\p{Cc}]+)>\s*$/u.exec(value);
  const [, quoted, plain, inBrackets] = match ?? [];
  const address = parseAddress(inBrackets ?? value);
  return address === undefined ? undefined : { name: quoted || plain || undefined, address };
}

async function readConfig(path: string, file: string): Promise<unknown> {
  try {
    if (extname(path) === '.json') return JSON.parse(await readFile(path, 'utf8')) as unknown;
    const module = (await import(pathToFileURL(path).href)) as { default?: unknown };
    if (module.default === undefined) throw new Error('it has no default export');
    return module.default;
  } catch (error) {
    const [first = '', second = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    // A compiler says on its second line where, after a first that ends in a colon.
    const problem = first.endsWith(':') ? `${first} ${second.trim()}` : first;
    throw new ConfigError(
      [
        {
          path: file,
          problem: `cannot be read: ${problem}`,
          remedy: 'Mend the file; the sample in the repository shows its shape.',
        },
      ],
      { cause: error },
    );
  }
}

function isWebUrl(value: string): boolean {
  const url = URL.parse(value);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
}

/** An address, or a path of the site: one slash, so that no other host can hide in it. */
function isLogo(value: string): boolean {
  return isWebUrl(value) || /^\/(?!\/)[\w./@~%+?=&-]*$/.test(value);
}

function isHost(value: string): boolean {
  return /^(?:\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::\d{1,5})?$/i.test(value);
}

/** Judged by the schedule's own library, which would also take a sixth field and words of its own. */
function isCron(value: string): boolean {
  return value.trim().split(/\s+/).length === 5 && validate(value);
}

function isOneLine(value: string): boolean {
  return !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(value);
}
