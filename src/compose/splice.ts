import type { Reader, Take } from '../shared/ports.ts';
import { createTokenMaker } from '../shared/token.ts';
import { createRecent, type Recent } from './recent.ts';
import { ownLinks, type ReaderLinks } from './links.ts';
import { layoutFor, planFor, type Choice, type Plan } from './personalise.ts';
import type { EditionPieces, Guise } from './pieces.ts';
import { spliced, type Layout } from './template.ts';

/** One reader's mail, put together when it is asked for. (A class, since a million of them are made without a closure.) */
export class Spliced {
  readonly links: ReaderLinks;
  readonly #common: Common;

  constructor(common: Common, links: ReaderLinks) {
    this.#common = common;
    this.links = links;
  }

  /** How many stories it holds, those that are left to the web among them. */
  get stories(): number {
    return this.#common.stories;
  }

  /** How many bytes it has in a guise. */
  bytesOf(guise: Guise): number {
    return this.#common.layout(guise).bytes;
  }

  /** Its bytes in a guise, of UTF-8, in memory of their own unless the caller gives some. */
  put(guise: Guise, take: Take = ownMemory): Buffer {
    return spliced(this.#common.layout(guise), this.links, take);
  }
}

/** What all who chose alike have in common. */
export interface Common {
  plan: Plan;
  stories: number;
  /** Laid out when it is first asked for. */
  layout: (guise: Guise) => Layout;
}

/**
 * Make the mails of an edition, each a splice of bytes: what the reader has in common with all who chose alike is laid
 * out once and copied, and their own links are written into it.
 *
 * Shape: undefined for a reader for whom there is no story; the same reader always gets the same bytes.
 * Units: `keptBytesMax` of what is kept for the next who chose alike.
 */
export function createSplicer(
  pieces: EditionPieces,
  {
    secret,
    siteUrl,
    keptBytesMax = KEPT_BYTES_MAX,
  }: { secret: string; siteUrl: string; keptBytesMax?: number },
): (reader: Reader) => Spliced | undefined {
  const issue = createTokenMaker(secret);
  const kept = createRecent<Common>(keptBytesMax);
  return (reader) => {
    const common = commonOf(pieces, reader, kept);
    if (!common) return undefined;
    return new Spliced(common, ownLinks(reader, { issue, siteUrl }));
  };
}

/** Plan a choice; undefined when there is no story for it. */
export function layOutChoice(pieces: EditionPieces, choice: Choice): Common | undefined {
  const plan = planFor(pieces, choice);
  if (!plan) return undefined;
  const laidOut: Partial<Record<Guise, Layout>> = {};
  return {
    plan,
    layout: (guise) => (laidOut[guise] ??= layoutFor(pieces, plan, guise)),
    stories: plan.categories.reduce((sum, { stories, more }) => sum + stories.length + more, 0),
  };
}

/** Some thousand choices of an edition of usual size. */
const KEPT_BYTES_MAX = 32_000_000;
/** What a choice takes for its key and its plan, and for each template that it lists; their bytes are the edition's. */
const CHOICE_BYTES = 4_000;
const TEMPLATE_BYTES = 100;

function commonOf(pieces: EditionPieces, choice: Choice, kept: Recent<Common>): Common | undefined {
  const key = keyOf(pieces, choice);
  const known = kept.get(key);
  if (known) return known;
  const common = layOutChoice(pieces, choice);
  if (!common) return undefined;
  const { templates } = common.layout('escapedHtml');
  kept.keep(key, common, CHOICE_BYTES + TEMPLATE_BYTES * 2 * templates.length);
  return common;
}

const ownMemory: Take = (bytes) => Buffer.allocUnsafe(bytes);

/** What of a choice makes a difference in this edition: categories that it has, in their order, and articles that it has. */
function keyOf({ shelves, articles }: EditionPieces, { categories, had = [] }: Choice): string {
  const chosen = categories.filter((slug) => shelves.has(slug)).join(' ');
  if (had.length === 0) return chosen;
  const left = had.flatMap((articleId) => articles.get(articleId) ?? []).toSorted((a, b) => a - b);
  return left.length === 0 ? chosen : `${chosen}/${left.join(' ')}`;
}
