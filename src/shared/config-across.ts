import { CONTRAST_MIN, contrast, paper } from './color.ts';
import { isMoment } from './day.ts';
import type { Fault } from './errors.ts';
import { sourceKey } from './source-key.ts';

/**
 * What is wrong with entries that are right each by itself: a slug or a source twice, a category that is not there, a
 * colour that cannot be read, an end before its beginning.
 *
 * It looks at what the operator wrote, whatever else is wrong with it, so that one start names every fault.
 */
export function faultsAcross(input: unknown): Fault[] {
  const config = recordOf(input);
  return [...repeatedIn(config), ...unknownIn(config), ...unfitIn(config)];
}

type Entry = Record<string, unknown>;

function repeatedIn(config: Entry): Fault[] {
  const slugs = (['categories', 'petitions', 'officials'] as const).flatMap((list) =>
    repeated(entriesOf(config[list]).map(({ slug }) => slug)).map(({ index, value, first }) => ({
      path: `${list}[${index}].slug`,
      problem: `"${value}" is taken by ${list}[${first}]`,
      remedy: ONE_EACH,
    })),
  );
  const keys = entriesOf(config['sources']).map(({ url }) =>
    typeof url === 'string' ? sourceKey(url) : url,
  );
  const sources = repeated(keys).map(({ index, first }) => ({
    path: `sources[${index}].url`,
    problem: `is the same source as sources[${first}], if in another spelling`,
    remedy: ONE_EACH,
  }));
  return [...slugs, ...sources];
}

function unknownIn(config: Entry): Fault[] {
  if (!Array.isArray(config['categories'])) return [];
  const known = new Set(entriesOf(config['categories']).map(({ slug }) => slug));
  return (['sources', 'petitions', 'officials'] as const).flatMap((list) =>
    entriesOf(config[list]).flatMap(({ categories }, i) =>
      (Array.isArray(categories) ? (categories as unknown[]) : [])
        .map((name, j) => ({ name, path: `${list}[${i}].categories[${j}]` }))
        .filter(({ name }) => typeof name === 'string' && !known.has(name))
        .map(({ name, path }) => ({
          path,
          problem: `there is no category "${String(name)}"`,
          remedy: 'Add it to `categories`, or use the slug of one that is there.',
        })),
    ),
  );
}

function unfitIn(config: Entry): Fault[] {
  const colours = entriesOf(config['categories']).flatMap(({ color }, i) => {
    const pair = typeof color === 'string' ? { light: color } : recordOf(color);
    return (['light', 'dark'] as const)
      .map((on) => ({ on, value: pair[on] }))
      .filter(({ on, value }) => isHex(value) && contrast(value, paper[on]) < CONTRAST_MIN)
      .map(({ on, value }) => ({
        path: `categories[${i}].color.${on}`,
        problem: `"${String(value)}" is too close to the ${on} paper to be read`,
        remedy: `Use a colour with a contrast of at least ${CONTRAST_MIN}:1 to ${paper[on]}.`,
      }));
  });
  const spans = entriesOf(config['petitions']).flatMap(({ opensAt, closesAt }, i) =>
    isInstant(opensAt) && isInstant(closesAt) && closesAt < opensAt.slice(0, closesAt.length)
      ? [{ path: `petitions[${i}].closesAt`, problem: 'is before opensAt', remedy: 'Change one of the two.' }]
      : [],
  );
  return [...colours, ...spans, ...unpricedIn(config), ...crampedIn(config)];
}

/** A ceiling in money that nothing is counted towards would hold nobody back. */
function unpricedIn(config: Entry): Fault[] {
  const comment = recordOf(config['comment']);
  const { inputUsdPerMillion, outputUsdPerMillion } = recordOf(comment['provider']);
  if (comment['usdPerDay'] === undefined || inputUsdPerMillion || outputUsdPerMillion) return [];
  return [
    {
      path: 'comment.usdPerDay',
      problem: 'is a ceiling in money, but no price is given',
      remedy:
        'Give comment.provider.inputUsdPerMillion and outputUsdPerMillion, or use comment.tokensPerDay alone.',
    },
  ];
}

/** A mail that has no room for its head, one category and its foot can never go out. */
function crampedIn(config: Entry): Fault[] {
  const { bytesMax } = recordOf(config['digest']);
  const slugs = entriesOf(config['categories']).flatMap(({ slug }) => (typeof slug === 'string' ? slug : []));
  const least = slugs.reduce(
    (sum, slug) => sum + CATEGORY_BYTES + SLUG_TIMES * Buffer.byteLength(slug),
    AROUND_BYTES,
  );
  if (typeof bytesMax !== 'number' || bytesMax < BYTES_MIN || bytesMax >= least) return [];
  const problem = `is too small: with ${slugs.length} categories a mail can need ${least} for a single one of them`;
  return [
    { path: 'digest.bytesMax', problem, remedy: `Set it to at least ${least}, or have fewer categories.` },
  ];
}

/** Below it the schema itself finds the fault. */
const BYTES_MIN = 20_000;
/**
 * Measured: head, one category and foot, with name, tagline, greeting and postal address as long as they may be in
 * letters of three bytes, and a preheader of three long titles.
 */
const AROUND_BYTES = 18_000;
/** Measured: what the head says of each category's colours, but for its slug, and how often that stands there. */
const CATEGORY_BYTES = 132;
const SLUG_TIMES = 6;

const ONE_EACH = 'Every entry needs its own; change or remove one.';

function repeated(values: unknown[]): { index: number; first: number; value: string }[] {
  const firsts = new Map<string, number>();
  return values.flatMap((value, index) => {
    if (typeof value !== 'string') return [];
    const first = firsts.get(value);
    if (first === undefined) firsts.set(value, index);
    return first === undefined ? [] : [{ index, first, value }];
  });
}

const isHex = (value: unknown): value is string =>
  typeof value === 'string' && /^#[0-9a-fA-F]{6}$/.test(value);

const isInstant = (value: unknown): value is string => typeof value === 'string' && isMoment(value);

const entriesOf = (value: unknown): Entry[] =>
  Array.isArray(value) ? (value as unknown[]).map(recordOf) : [];

const recordOf = (value: unknown): Entry =>
  typeof value === 'object' && value !== null ? (value as Entry) : {};
