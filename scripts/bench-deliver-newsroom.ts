import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { connect, type Db } from '../db/client.ts';
import { deliveryRows } from '../db/delivery.ts';
import { editions, getNextEditionNumber, insertEdition } from '../db/edition.ts';
import { startEmbedded } from '../db/embedded.ts';
import { ensureDatabase, migrate } from '../db/migrate.ts';
import { fragmentsOf, frameOf, type EditionContent } from '../src/compose/edition.ts';
import { insertArticle, insertPetition, insertSource } from '../tests/helpers/seed.ts';
import { deliverConfig, deliverDeps } from './bench-deliver-deps.ts';
import { benchContent, CATEGORIES, ordersOf, slugOf, uuid } from './bench-edition-content.ts';

const SLUGS = Array.from({ length: CATEGORIES }, (_, i) => slugOf(i));
/** How many of them each reader has chosen. */
const CHOSEN = 3;
const STORIES_EACH = 2;
/** A whole mail on the wire: a hundred of them stay below what one call may hold, also as the program estimates them. */
const MAIL_BYTES = 39_500;
const PETITION = { id: uuid(900), slug: 'bridge', title: 'Keep one lane open', goal: 500 };

/** A PostgreSQL as in production, of its own, with its address for other processes; all gone after `close`. */
export async function openLedger(): Promise<{ db: Db; url: string; close: () => Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'broadside-bench-'));
  const server = await startEmbedded(dataDir);
  await ensureDatabase(server.url('postgres'), 'bench');
  const url = server.url('bench');
  await migrate(url);
  const connection = connect(url);
  return {
    db: connection.db,
    url,
    async close() {
      await connection.close();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Add so many confirmed readers, each with three categories of six in an order of their own. */
export async function insertReaders(db: Db, readers: number): Promise<void> {
  const choices = ordersOf(SLUGS, CHOSEN).map((order) => order.join(' '));
  const chosen = sql`${sql.param(choices, deliveryRows.categories)}::text[]`;
  await db.execute(sql`
    insert into subscribers (address, address_key, state, categories, language, timezone, requested_at, confirmed_at)
    select 'reader' || i || '@inbox.example', encode(sha256(i::text::bytea), 'hex'), 'confirmed',
      string_to_array((${chosen})[1 + floor(random() * ${choices.length}::int)::int], ' '), 'en', 'UTC', now(), now()
    from generate_series(1, ${readers}::int) i`);
  await db.execute(sql`vacuum analyze subscribers`);
}

/** A maker of today's editions; what was today's before is put far back. */
export async function createEditions(db: Db): Promise<{ mailBytes: number; next: () => Promise<string> }> {
  const { id: sourceId } = await insertSource(db, { title: 'Benchley Wire' });
  for (const { articleId: id, snapshot } of benchContent({ petitions: 0 }).stories)
    await insertArticle(db, { sourceId, id, slug: snapshot.slug, title: snapshot.title });
  await insertPetition(db, PETITION);
  const bytesWith = async (padding: number) => wireBytes(db, await insertPadded(db, padding));
  const [bare, padded] = [await bytesWith(100), await bytesWith(200)];
  const padding = 100 + Math.floor(((MAIL_BYTES - bare) * 100) / (padded - bare));
  const mailBytes = await bytesWith(padding);
  return { mailBytes, next: () => insertPadded(db, padding) };
}

/** One of today whose stories have an excerpt of so many characters; returns its id. */
async function insertPadded(db: Db, padding: number): Promise<string> {
  const config = deliverConfig();
  const number = await getNextEditionNumber(db);
  await db.update(editions).set({ day: sql`date '1990-01-01' + ${editions.number}` });
  const content = contentWith(padding, number);
  const frame = frameOf(config, content);
  const { day } = content;
  const id = crypto.randomUUID();
  await insertEdition(
    db,
    { id, day, number, subject: `The bridge at mile 0, and more`, composedAt: new Date(), frame },
    { stories: content.stories, fragments: await fragmentsOf(config, content, frame) },
  );
  return id;
}

function contentWith(padding: number, number: number): EditionContent {
  const content = benchContent({ petitions: 0 });
  const stories = content.stories
    .filter(({ position }) => position < STORIES_EACH)
    .map((story) => ({
      ...story,
      snapshot: {
        ...story.snapshot,
        excerpt: 'Mile by mile. '.repeat(padding).slice(0, padding),
        petition: story.position === 0 ? { ...PETITION, signed: 12 } : null,
      },
    }));
  return { ...content, day: new Date().toISOString().slice(0, 10), number, stories };
}

/** What a reader's mail takes in a call. */
async function wireBytes(db: Db, editionId: string): Promise<number> {
  const edition = await deliverDeps(db).composer.open(editionId);
  const reader = { subscriberId: uuid(1), linkEpoch: 0, categories: SLUGS.slice(-CHOSEN) };
  const mail = edition.mailFor(reader);
  if (!mail) throw new Error('a reader gets no mail');
  const { subject, html, text, headers } = mail;
  const tags = Object.entries({ edition: editionId, delivery: uuid(1) }).map(([name, value]) => ({
    name,
    value,
  }));
  const to = ['reader123456@inbox.example'];
  return Buffer.byteLength(JSON.stringify({ from: edition.from, to, subject, html, text, headers, tags }));
}
