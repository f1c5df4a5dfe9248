import { sql } from 'drizzle-orm';
import { listDeliveries } from '../../db/delivery-read.ts';
import { getEdition, type Edition } from '../../db/edition.ts';
import type { Db } from '../../db/client.ts';
import { compose } from '../../src/compose/compose.ts';
import { createComposer } from '../../src/compose/composer.ts';
import type { Config } from '../../src/shared/config.ts';
import type { MailBatch, Mailer, MailOutcome } from '../../src/shared/ports.ts';
import { emptyTables, readerDeps, readersConfig } from '../helpers/readers.ts';
import { insertArticle, insertSource, insertSubscriber } from '../helpers/seed.ts';

/** A mailer that keeps what it was handed, and says of it what `answer` says. */
export function recordingMailer(over: Partial<Mailer> & { answer?: (batch: MailBatch) => unknown } = {}) {
  const calls: MailBatch[] = [];
  const { answer = taken, ...rest } = over;
  const mailer: Mailer = {
    name: 'outbox',
    repeatable: true,
    async send(batch) {
      calls.push(copyOf(batch));
      return (await answer(batch)) as MailOutcome[];
    },
    ...rest,
  };
  return { calls, mailer };
}

/** A batch as it stands now: its mails are put together when they are asked for. */
const copyOf = ({ idempotencyKey, mails }: MailBatch): MailBatch => ({
  idempotencyKey,
  mails: mails.map(({ id, group, tags, from, to, replyTo, subject, html, text, headers, date }) => ({
    id,
    group,
    tags,
    from,
    to,
    subject,
    html,
    text,
    headers,
    date,
    ...(replyTo === undefined ? {} : { replyTo }),
  })),
});

/** What a mailer says that took everything. */
export const taken = ({ mails }: MailBatch): MailOutcome[] =>
  mails.map(({ id }) => ({ ok: true, providerId: `p-${id}` }));

/** Every mail of some calls, as whom it went to. */
export const recipients = (calls: MailBatch[]) => calls.flatMap(({ mails }) => mails.map(({ to }) => to));

/** What `deliver` takes, with a clock that tests move by setting `time.at`. */
export function deskDeps(db: Db, mailer: Mailer, config: Config = deskConfig()) {
  const deps = readerDeps(db, config);
  return { ...deps, mailer, composer: createComposer(deps) };
}

/** A newsroom that hands over two mails at a time. */
export const deskConfig = (over: { sample?: boolean } = {}) =>
  readersConfig({ deliver: { batchSize: 2, requestsPerSecond: 1000, concurrency: 1 }, ...over });

/** Begin a test's day: nobody subscribed, and an edition with a story on the harbour and one on schools. */
export async function freshEdition(db: Db): Promise<Edition> {
  await db.execute(sql`truncate editions, articles, sources cascade`);
  await emptyTables(db);
  const { id: sourceId } = await insertSource(db, { title: 'The Quay Post' });
  for (const category of ['harbour', 'schools'])
    await insertArticle(db, { sourceId, slug: category, title: `On ${category}`, categories: [category] });
  const { number } = await compose(readerDeps(db, deskConfig()));
  const [row] = await db.execute<{ id: string }>(sql`select id from editions where number = ${number}`);
  return getEdition(db, row?.id ?? '');
}

/** Readers with these names, confirmed, who chose the harbour. */
export async function insertReaders(db: Db, ...names: string[]) {
  const rows = [];
  for (const name of names)
    rows.push(await insertSubscriber(db, { address: addressOf(name), categories: ['harbour'] }));
  return rows;
}

export const addressOf = (name: string) => `${name}@inbox.example`;

/** How each reader's delivery stands: `ada: submitted`. */
export async function ledger(db: Db, editionId: string): Promise<string[]> {
  const rows = await listDeliveries(db, { editionId, limit: 100 });
  return rows.map(({ address, state }) => `${address?.split('@')[0]}: ${state}`).toSorted();
}

export const minutes = (count: number) => count * 60_000;

/** Move the clock of some deps on. */
export function later({ time }: { time: { at: Date } }, ms: number): void {
  time.at = new Date(time.at.getTime() + ms);
}
