import { articleCategories, articles, relatedArticles } from '../../db/article.ts';
import type { Db } from '../../db/client.ts';
import { commentaries } from '../../db/commentary.ts';
import {
  commentarySections,
  type Prose,
  type SectionRow,
  type TodoList,
} from '../../db/commentary-section.ts';
import { editions, editionStories, type Edition, type StorySnapshot } from '../../db/edition.ts';
import { petitions, type Petition } from '../../db/petition.ts';
import { signatures, type Signature } from '../../db/signature.ts';
import { sources, type Source } from '../../db/source.ts';
import { subscribers, type Subscriber } from '../../db/subscriber.ts';
import { addressKey } from '../../src/shared/address.ts';
import { SECRET } from './readers.ts';

/** Rows for tests, each with all it needs; what matters to a test is given, the rest has a plain value. */

const AT = new Date('2026-11-23T05:30:00Z');

/** A source; its URL is made of its title. */
export async function insertSource(
  db: Db,
  over: Partial<typeof sources.$inferInsert> & { title: string },
): Promise<Source> {
  const url = `https://${over.title.toLowerCase().replace(/[^a-z]+/g, '-')}.example/feed.xml`;
  const row = { url, licence: 'full' as const, homeUrl: url.replace('feed.xml', ''), ...over };
  return only(await db.insert(sources).values(row).returning());
}

/** An article with its categories; text and HTML are made of `paragraphs`. */
export async function insertArticle(
  db: Db,
  input: Partial<typeof articles.$inferInsert> & {
    sourceId: string;
    slug: string;
    title: string;
    categories?: string[];
    paragraphs?: string[];
  },
): Promise<{ id: string; slug: string }> {
  const { categories = [], paragraphs = ['It happened at the quay.'], ...over } = input;
  const body = paragraphs.join('\n\n');
  const row = {
    url: `https://origin.example/${over.slug}`,
    publishedAt: AT,
    collectedAt: AT,
    body,
    html: paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n'),
    wordCount: body.split(/\s+/).length,
    language: 'en',
    pageState: 'read' as const,
    contentHash: over.slug,
    ...over,
  };
  const { id, slug } = only(await db.insert(articles).values(row).returning());
  const filed = categories.map((category, position) => ({ articleId: id, category, position }));
  if (filed.length > 0) await db.insert(articleCategories).values(filed);
  return { id, slug };
}

/** Say that one article is near another. */
export async function insertRelated(db: Db, articleId: string, relatedIds: string[]): Promise<void> {
  const rows = relatedIds.map((relatedId, i) => ({ articleId, relatedId, similarity: 0.9 - i / 20 }));
  await db.insert(relatedArticles).values(rows);
}

/** A to-do list without anything in it. */
export const EMPTY_TODO: TodoList = {
  intro: null,
  personal: [],
  petitions: [],
  officials: null,
  community: [],
  conclusion: null,
  short: [],
};

/** An opinion or action as it is kept, of paragraphs that rest on nothing. */
export const prose = (short: string, ...paragraphs: string[]): Prose => ({
  short,
  paragraphs: paragraphs.map((text) => ({ text, claims: [], view: true })),
});

/** The commentary of an article with its approved sections; by default nobody wrote one. */
export async function insertCommentary(
  db: Db,
  input: Partial<typeof commentaries.$inferInsert> & {
    articleId: string;
    opinion?: Prose;
    action?: Prose;
    todo?: TodoList;
    state?: SectionRow['state'];
  },
): Promise<void> {
  const { opinion, action, todo = EMPTY_TODO, state = 'approved', ...over } = input;
  const row = { origin: 'registry' as const, createdAt: AT, ...over };
  await db.insert(commentaries).values(row);
  const { articleId, origin, model, createdAt } = row;
  const sections = Object.entries({ opinion, action, todo }).flatMap(([kind, content]) =>
    content
      ? [{ articleId, kind: kind as SectionRow['kind'], content, state, origin, model, createdAt }]
      : [],
  );
  await db.insert(commentarySections).values(sections);
}

/** What a story says in an edition. */
export const snapshotOf = (
  over: Partial<StorySnapshot> & { title: string; slug: string },
): StorySnapshot => ({
  sourceTitle: 'The Quay Post',
  sourceUrl: `https://origin.example/${over.slug}`,
  publishedAt: AT.toISOString(),
  language: 'en',
  kind: 'text',
  excerpt: 'It happened at the quay.',
  opinion: null,
  action: null,
  todos: [],
  by: { opinion: null, action: null, todo: null },
  absence: null,
  petition: null,
  related: [],
  ...over,
});

/** An edition with its stories, under the headings in which they are given. */
export async function insertEdition(
  db: Db,
  input: {
    day: string;
    cadence?: Edition['cadence'];
    number: number;
    composedAt?: Date;
    categories: { slug: string; name: string }[];
    stories: {
      category: string;
      articleId: string;
      snapshot: StorySnapshot;
      score?: number;
      parts?: Record<string, number> | null;
    }[];
  },
): Promise<Edition> {
  const { day, number, stories, cadence = 'daily', composedAt = AT } = input;
  const color = { light: '#1b6b5a', dark: '#7fd1bd' };
  const frame = {
    nonce: '0'.repeat(32),
    from: 'tide@tide.example',
    replyTo: null,
    listId: 'tide.example',
    siteUrl: 'https://tide.example',
    bytesMax: 99_000,
    categories: input.categories.map((category) => ({ ...category, color })),
  };
  const row = { day, cadence, number, subject: `Edition ${number}`, composedAt, frame };
  const edition = only(await db.insert(editions).values(row).returning());
  const rows = stories.map((story, position) => ({ score: 1, ...story, editionId: edition.id, position }));
  if (rows.length > 0) await db.insert(editionStories).values(rows);
  return edition;
}

/** A petition in action. */
export async function insertPetition(
  db: Db,
  over: Partial<typeof petitions.$inferInsert> & { slug: string; title: string },
): Promise<Petition> {
  const row = { text: 'It takes **nurses** home.', target: 'The harbour board', goal: 500, ...over };
  return only(await db.insert(petitions).values(row).returning());
}

/** A signature in force, unless its state is given. */
export async function insertSignature(
  db: Db,
  over: Partial<typeof signatures.$inferInsert> & { petitionId: string; name: string; address: string },
): Promise<Signature> {
  const row = {
    addressKey: addressKey(SECRET, over.address),
    display: 'name' as const,
    state: 'confirmed' as const,
    wording: 'I sign.',
    createdAt: AT,
    confirmedAt: AT,
    ...over,
  };
  return only(await db.insert(signatures).values(row).returning());
}

/** A confirmed subscriber with these categories. */
export async function insertSubscriber(
  db: Db,
  input: Partial<typeof subscribers.$inferInsert> & { address: string; categories: string[] },
): Promise<Subscriber> {
  const row = {
    addressKey: addressKey(SECRET, input.address),
    state: 'confirmed' as const,
    language: 'en',
    timezone: 'America/New_York',
    requestedAt: AT,
    confirmedAt: AT,
    ...input,
  };
  return only(await db.insert(subscribers).values(row).returning());
}

function only<T>(rows: T[]): T {
  const [row] = rows;
  if (!row) throw new Error('nothing was inserted');
  return row;
}
