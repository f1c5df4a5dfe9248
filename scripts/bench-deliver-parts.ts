import type { Db } from '../db/client.ts';
import { createBodyWriter } from '../src/deliver/resend-body.ts';
import type { Mail } from '../src/shared/ports.ts';
import { deliverConfig, deliverDeps } from './bench-deliver-deps.ts';
import { uuid } from './bench-edition-content.ts';
import { median } from './measure.ts';

/** Units: microseconds of this process a mail, nothing else going on: links and headers, and the bytes of the call. */
export interface PartsBench {
  composeUs: number;
  bodyUs: number;
}

const BATCHES = 300;
const BATCH = 100;

/** Measure what a worker does with a mail between the claim and the socket. */
export async function benchParts(db: Db, editionId: string): Promise<PartsBench> {
  const edition = await deliverDeps(db).composer.open(editionId);
  const slugs = deliverConfig().categories.map(({ slug }) => slug);
  const write = createBodyWriter(1);
  const composed: number[] = [];
  const written: number[] = [];
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const from = performance.now();
    const mails = Array.from({ length: BATCH }, (_, i) => mailOf(edition, { slugs, i: batch * BATCH + i }));
    const between = performance.now();
    const body = write(mails);
    const to = performance.now();
    body.giveBack();
    composed.push(((between - from) * 1000) / BATCH);
    written.push(((to - between) * 1000) / BATCH);
  }
  return { composeUs: median(composed), bodyUs: median(written) };
}

function mailOf(
  edition: Awaited<ReturnType<ReturnType<typeof deliverDeps>['composer']['open']>>,
  { slugs, i }: { slugs: readonly string[]; i: number },
): Mail {
  const categories = [0, 1, 2].map((n) => slugs[(i + n) % slugs.length] ?? '');
  const subscriberId = uuid(i);
  const mail = edition.mailFor({ subscriberId, linkEpoch: 0, categories });
  if (!mail) throw new Error('a reader gets no mail');
  return {
    id: subscriberId,
    group: edition.day,
    from: edition.from,
    to: `reader${i}@inbox.example`,
    subject: mail.subject,
    headers: mail.headers,
    tags: { edition: uuid(1), batch: '1', delivery: subscriberId },
    date: edition.composedAt,
    html: '',
    text: '',
    escaped: mail.escaped,
  };
}
