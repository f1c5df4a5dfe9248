import { listSomeChoices } from '../../db/subscriber.ts';
import type { Edition } from '../../db/edition.ts';
import { HEADERS_BYTES, type BatchDeps } from './batch.ts';

/** How many readers are asked, and how much of a call is left for those whose mails are longer. */
const ASKED = 100;
const FILLED = 0.97;

/**
 * How many readers a batch may hold so that their mails are about what one call takes, by the mails of some of them. What
 * is over all the same is divided before it is handed over.
 */
export async function batchSizeFor(
  { db, composer, config }: Pick<BatchDeps, 'db' | 'composer' | 'config'>,
  edition: Pick<Edition, 'id' | 'cadence'>,
): Promise<number> {
  const { batchSize, batchBytesMax } = config.deliver;
  const choices = await listSomeChoices(db, { cadence: edition.cadence, limit: ASKED });
  if (choices.length === 0) return batchSize;
  const open = await composer.open(edition.id);
  const sizes = choices.flatMap((categories) => {
    const mail = open.mailFor({ subscriberId: NOBODY, linkEpoch: 0, categories });
    return mail ? [mail.escaped.html.bytes + mail.escaped.text.bytes] : [];
  });
  if (sizes.length === 0) return batchSize;
  const mean = HEADERS_BYTES + sizes.reduce((sum, bytes) => sum + bytes, 0) / sizes.length;
  if (mean * batchSize <= batchBytesMax) return batchSize;
  return Math.max(1, Math.floor((FILLED * batchBytesMax) / mean));
}

const NOBODY = '00000000-0000-4000-8000-000000000000';
