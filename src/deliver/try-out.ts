import { randomUUID } from 'node:crypto';
import { findLatestEdition, listEditionsOfDay, type Edition } from '../../db/edition.ts';
import { listSuppressions } from '../../db/suppression.ts';
import { addressKey, parseAddress } from '../shared/address.ts';
import type { Day } from '../shared/day.ts';
import { conflict, invalid, notFound, refused } from '../shared/errors.ts';
import type { Mail, MailBatch } from '../shared/ports.ts';
import type { BatchDeps } from './batch.ts';
import { outcomeOrThrow } from './outcome.ts';
import { createPace } from './pace.ts';

/** A mail that was tried out. */
export interface TriedOut {
  number: number;
  day: Day;
  cadence: Edition['cadence'];
  held: boolean;
  mailer: string;
  /** What the mailer calls it. */
  providerId: string;
  /** The folder in the outbox. */
  group: string;
}

/**
 * Hand over one edition whole, as who chose every category gets it, to one address: with links of nobody, and no row in
 * the ledger. One that is held may be tried out too.
 *
 * In: the edition of a day, of the latest where none is named, the daily one unless the weekly is wanted.
 * Errors: AppError `mail.address`, `mail.suppressed`, `mail.held`, `edition.unknown`, `edition.empty`; `mail.*` as the mailer says.
 */
export async function tryOut(
  deps: BatchDeps,
  { address: typed, day, weekly = false }: { address: string; day?: Day | undefined; weekly?: boolean },
): Promise<TriedOut> {
  const to = await readAddress(deps, typed);
  const edition = await editionOf(deps, { day, cadence: weekly ? 'weekly' : 'daily' });
  const mail = await mailOf(deps, edition, to);
  const batch: MailBatch = { idempotencyKey: `test/${mail.id}`, mails: [mail] };
  const hold = await createPace(deps, deps.mailer).enter(1);
  if (hold)
    throw conflict('mail.held', `Nothing goes out before ${hold.until.toISOString()}: ${hold.reason}`);
  const [outcome] = await deps.mailer.send(batch);
  const { providerId } = outcomeOrThrow(outcome);
  const { number, cadence, heldAt } = edition;
  return {
    number,
    day: edition.day,
    cadence,
    held: heldAt !== null,
    mailer: deps.mailer.name,
    providerId,
    group: mail.group,
  };
}

async function readAddress({ db, secret }: BatchDeps, typed: string): Promise<string> {
  const address = parseAddress(typed);
  if (address === undefined)
    throw invalid('mail.address', 'This is not a mail address; it should look like name@example.org.');
  const suppressed = await listSuppressions(db, addressKey(secret, address));
  if (suppressed.length > 0)
    throw refused(
      'mail.suppressed',
      'Nothing is sent to this address. Why: "deliver suppressed <address>"; to take it back: "deliver unsuppress <address>".',
    );
  return address;
}

async function editionOf(
  { db }: BatchDeps,
  { day: asked, cadence }: { day: Day | undefined; cadence: Edition['cadence'] },
): Promise<Edition> {
  const day = asked ?? (await findLatestEdition(db))?.day;
  if (day === undefined) throw notFound('edition.unknown', 'There is no edition yet.');
  const edition = (await listEditionsOfDay(db, day)).find((each) => each.cadence === cadence);
  if (!edition) throw notFound('edition.unknown', `There is no ${cadence} edition of ${day}.`);
  return edition;
}

async function mailOf({ composer, clock }: BatchDeps, edition: Edition, to: string): Promise<Mail> {
  const open = await composer.open(edition.id);
  const categories = edition.frame.categories.map(({ slug }) => slug);
  const mail = open.mailFor({ subscriberId: randomUUID(), linkEpoch: 0, categories });
  if (!mail) throw conflict('edition.empty', 'This edition has no story, so there is nothing to try out.');
  const { subject, html, text, headers } = mail;
  return {
    id: randomUUID(),
    group: 'test',
    tags: { test: 'yes' },
    from: open.from,
    to,
    ...(open.replyTo ? { replyTo: open.replyTo } : {}),
    subject: `[Test] ${subject}`,
    html,
    text,
    headers,
    date: clock.now(),
  };
}
