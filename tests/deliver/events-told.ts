import { asc, sql } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { planDeliveries } from '../../db/delivery-plan.ts';
import { deliveries } from '../../db/delivery.ts';
import { insertEdition, insertSubscriber } from '../helpers/seed.ts';
import { addressOf } from './desk.ts';

export const AT = '2026-11-23T15:00:00.000Z';

/** An event of a mail as Resend writes it; what `data` names takes the place of what stands there. */
export function toldOf(type: string, data: Record<string, unknown> = {}, at = AT): string {
  return JSON.stringify({
    type,
    created_at: at,
    data: {
      created_at: AT,
      email_id: 'mail-1',
      message_id: '<1@mail.example>',
      from: 'The Test Tide <tide@tide.example>',
      to: [addressOf('ada')],
      subject: 'Edition 1 for ada@inbox.example',
      ...data,
    },
  });
}

export const bounceOf = (type: string) => ({
  bounce: {
    type,
    subType: 'General',
    message: 'smtp; 550 <ada@inbox.example> is not here; ada%40inbox.example neither',
    diagnosticCode: ['smtp; 550 5.1.1 ada@inbox.example'],
  },
});

/** An edition of the harbour, with readers whose deliveries are planned, so many in a batch. */
export async function planned(
  db: Db,
  { names, batchSize, day = '2026-11-23' }: { names: string[]; batchSize: number; day?: string },
) {
  const [taken] = await db.execute<{ n: number }>(
    sql`select coalesce(max(number), 0)::int as n from editions`,
  );
  const edition = await insertEdition(db, {
    day,
    number: 1 + (taken?.n ?? 0),
    categories: [{ slug: 'harbour', name: 'Harbour' }],
    stories: [],
  });
  const readers = [];
  for (const name of names)
    readers.push(
      await insertSubscriber(db, { address: addressOf(name), categories: ['harbour'] }).catch(
        () => undefined,
      ),
    );
  const slugs = ['harbour'];
  const of = { known: slugs, filled: slugs, sample: false, now: new Date(AT) };
  await planDeliveries(db, { editionId: edition.id, batchSize, ...of });
  return { edition, ids: readers.flatMap((reader) => (reader ? [reader.id] : [])) };
}

/** Put batches into a state, as a worker would have left them. */
export async function setBatches(db: Db, editionId: string, state: string, more = ''): Promise<void> {
  await db.execute(
    sql`update delivery_batches set state = ${state}, first_call_at = ${AT}, members = '[]' where edition_id = ${editionId} ${sql.raw(more)}`,
  );
}

/** The deliveries of an edition as they stand, by reader. */
export const standing = (db: Db, editionId: string) =>
  db
    .select({
      subscriberId: deliveries.subscriberId,
      state: deliveries.state,
      code: deliveries.code,
      providerId: deliveries.providerId,
    })
    .from(deliveries)
    .where(sql`edition_id = ${editionId}`)
    .orderBy(asc(deliveries.subscriberId));

/** No edition, reader or event is left. */
export async function clean(db: Db): Promise<void> {
  await db.execute(sql`truncate editions, subscribers, suppressions, mail_events, letters cascade`);
}
