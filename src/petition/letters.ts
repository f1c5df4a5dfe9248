import type { Db } from '../../db/client.ts';
import { insertLetter, insertLetterUpTo, type LetterKind } from '../../db/letter.ts';
import type { Petition } from '../../db/petition.ts';
import type { Signature } from '../../db/signature.ts';
import { dayOf } from '../shared/day.ts';
import type { ReaderDeps } from './link.ts';

/** A signature, its petition, and the transaction in which something is written to the signer. */
export interface Writing {
  db: Db;
  signature: Signature;
  petition: Petition;
}

/** Ask for the letter that asks to confirm, five a day for one address and petition at most; false when that many are under way. */
export async function askToConfirm({ config, clock }: ReaderDeps, writing: Writing): Promise<boolean> {
  const { petitionId, addressKey } = writing.signature;
  const day = dayOf(clock.now(), config.newsroom.timezone);
  const dedupeKey = `confirm-signature:${petitionId}:${addressKey}:${day}`;
  return insertLetterUpTo(
    writing.db,
    { ...letterTo(writing, 'confirm-signature', clock.now()), dedupeKey },
    5,
  );
}

/** Send the receipt of a signature that has come into force; once for each time it does. */
export async function sendReceipt({ clock }: ReaderDeps, writing: Writing): Promise<void> {
  const dedupeKey = `receipt:${writing.signature.id}:${writing.signature.confirmedAt?.toISOString()}`;
  await insertLetter(writing.db, { ...letterTo(writing, 'receipt', clock.now()), dedupeKey });
}

/** Send the receipt again to somebody whose address was used to sign once more; once a day at most. */
export async function repeatReceipt({ config, clock }: ReaderDeps, writing: Writing): Promise<void> {
  const dedupeKey = `receipt:${writing.signature.id}:${dayOf(clock.now(), config.newsroom.timezone)}`;
  await insertLetter(writing.db, { ...letterTo(writing, 'receipt', clock.now()), dedupeKey });
}

function letterTo({ signature, petition }: Writing, kind: LetterKind, now: Date) {
  const { slug, title, target } = petition;
  return {
    kind,
    address: signature.address,
    signatureId: signature.id,
    petitionId: petition.id,
    facts: { petition: slug, title, target, signer: signature.name },
    nextTryAt: now,
    createdAt: now,
  };
}
