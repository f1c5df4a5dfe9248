import type { Db } from '../../db/client.ts';
import { findPetitionBySlug, type Petition } from '../../db/petition.ts';
import {
  claimSignature,
  findSignatureByKey,
  insertSignature,
  markSignaturePending,
  upsertConfirmedSignature,
  type NewSignature,
} from '../../db/signature.ts';
import { addressKey, maskAddress } from '../shared/address.ts';
import { notFound } from '../shared/errors.ts';
import { askToConfirm, repeatReceipt, sendReceipt } from './letters.ts';
import { invitationOf, unknownLink, type ReaderDeps } from './link.ts';
import { isPetitionSlug } from './page.ts';
import { maskName, readAddress, readDisplay, readPlace, readSigner } from './signer.ts';
import { requireOpen, stateOf } from './state.ts';

export interface SignatureRequest {
  petitionSlug: string;
  address: string;
  name: string;
  place?: string | undefined;
  /** `name`, `initials` or `hidden`; anything else is refused. */
  display: string;
  /** The exact words that stood above the button. */
  wording: string;
}

/**
 * Ask to sign on the petition's page: what was typed comes in, a row that waits and a letter that asks to confirm come
 * out.
 *
 * Whoever asks learns nothing about the address: new, waiting or signed already, the answer is the same. Safe to repeat
 * and to run at once for one address: the database keeps one row for it, and letters are limited by their keys. What was
 * typed again takes the place of what waits only together with a letter that says it.
 * Errors: NotFoundError `petition.unknown`; ConflictError `petition.closed`, `petition.not_open`; InvalidError
 * `signature.address`, `.name`, `.place`, `.display`; then nothing is stored.
 */
export async function requestSignature(deps: ReaderDeps, input: SignatureRequest): Promise<void> {
  const petition = await getPetition(deps.db, input.petitionSlug);
  const now = deps.clock.now();
  requireOpen(petition, { now, newsroom: deps.config.newsroom });
  const address = readAddress(input.address);
  const asked: NewSignature = {
    petitionId: petition.id,
    addressKey: addressKey(deps.secret, address),
    address,
    name: readSigner(input.name),
    place: readPlace(input.place),
    display: readDisplay(input.display),
    wording: input.wording,
    createdAt: now,
  };
  await deps.db.transaction((tx) => askOrRemind(deps, { db: tx, petition, asked }));
}

export interface SignInvitation {
  petition: Petition;
  /** The subscriber's. */
  language: string;
  /** `m…@e…`: the page may be open before somebody whom the mail was forwarded to. */
  maskedAddress: string;
  /** `A… P…`; undefined when we do not know their name. */
  maskedName: string | undefined;
  alreadySigned: boolean;
  open: boolean;
}

/** What the page shows that a digest's petition link opens; undefined when the link speaks for nobody. Changes nothing. */
export async function findSignInvitation(
  deps: ReaderDeps,
  token: string,
): Promise<SignInvitation | undefined> {
  const invitation = await invitationOf(deps, token);
  if (!invitation) return undefined;
  const { subscriber, petition } = invitation;
  const signature = await findSignatureByKey(deps.db, {
    petitionId: petition.id,
    addressKey: subscriber.addressKey,
  });
  return {
    petition,
    language: subscriber.language,
    maskedAddress: maskAddress(subscriber.address),
    maskedName: subscriber.name === null ? undefined : maskName(subscriber.name),
    alreadySigned: signature?.state === 'confirmed',
    open: stateOf(petition, deps.clock.now()) === 'open',
  };
}

export interface SubscriberSignature {
  /** Left empty: the name that the subscriber gave us. */
  name: string;
  display: string;
  /** The exact words that stood above the button. */
  wording: string;
}

/**
 * Sign as a known subscriber: the link of a digest proves the address, so the signature is in force at once and a
 * receipt follows.
 *
 * Safe to repeat and to run at once: the row comes into force once, and with it one receipt is asked for.
 * Errors: NotFoundError `link.unknown`; ConflictError `petition.closed`, `petition.not_open`; InvalidError
 * `signature.name`, `.display`.
 */
export async function signAsSubscriber(
  deps: ReaderDeps,
  token: string,
  input: SubscriberSignature,
): Promise<{ petition: Petition; alreadySigned: boolean }> {
  const invitation = await invitationOf(deps, token);
  if (!invitation) throw unknownLink();
  const { subscriber, petition } = invitation;
  const now = deps.clock.now();
  requireOpen(petition, { now, newsroom: deps.config.newsroom });
  const { id: subscriberId, address, addressKey } = subscriber;
  const asked = {
    petitionId: petition.id,
    subscriberId,
    address,
    addressKey,
    place: null,
    createdAt: now,
    name: readSigner(input.name.trim() === '' ? (subscriber.name ?? '') : input.name),
    display: readDisplay(input.display),
    wording: input.wording,
  };
  return deps.db.transaction(async (tx) => {
    const signature = await upsertConfirmedSignature(tx, asked);
    if (signature) await sendReceipt(deps, { db: tx, signature, petition });
    return { petition, alreadySigned: signature === undefined };
  });
}

async function getPetition(db: Db, slug: string): Promise<Petition> {
  const petition = isPetitionSlug(slug) ? await findPetitionBySlug(db, slug) : undefined;
  if (!petition) throw notFound('petition.unknown', 'There is no such petition.');
  return petition;
}

async function askOrRemind(
  deps: ReaderDeps,
  { db, petition, asked }: { db: Db; petition: Petition; asked: NewSignature },
): Promise<void> {
  const added = await insertSignature(db, asked);
  const signature = added ?? (await claimSignature(db, asked));
  if (!signature) throw new Error('a signature vanished while it was asked for again');
  if (signature.state === 'confirmed') return repeatReceipt(deps, { db, signature, petition });
  const { address, name, place, display, wording } = asked;
  const typed = { address, name, place, display, wording };
  const queued = await askToConfirm(deps, { db, signature: { ...signature, ...typed }, petition });
  if (queued && !added) await markSignaturePending(db, signature.id, typed);
}
