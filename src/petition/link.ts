import type { WithDb } from '../../db/client.ts';
import { findPetitionById, type Petition } from '../../db/petition.ts';
import { findSignatureById, type Signature } from '../../db/signature.ts';
import { findSubscriber, type Subscriber } from '../../db/subscriber.ts';
import { notFound, type AppError } from '../shared/errors.ts';
import type { Ports } from '../shared/ports.ts';
import { readToken, type TokenPurpose } from '../shared/token.ts';

/** What this room takes. */
export type ReaderDeps = WithDb<Ports>;

/** The signature that a link speaks for, with its petition, and its signer's language where they subscribe. */
export async function signatureOf(
  { db, secret }: ReaderDeps,
  purpose: Extract<TokenPurpose, 'confirm-signature' | 'signature'>,
  token: string,
): Promise<{ signature: Signature; petition: Petition; language: string | undefined } | undefined> {
  const subject = readToken(secret, purpose, token);
  const [id, ...rest] = subject?.ids ?? [];
  if (!subject || id === undefined || rest.length > 0 || subject.epoch !== 0) return undefined;
  const signature = await findSignatureById(db, id);
  const petition = signature && (await findPetitionById(db, signature.petitionId));
  if (!petition) return undefined;
  const { subscriberId } = signature;
  const subscriber = subscriberId === null ? undefined : await findSubscriber(db, subscriberId);
  return { signature, petition, language: subscriber?.language };
}

/** The subscriber and the petition that a digest's link speaks for; undefined when it is forged or revoked. */
export async function invitationOf(
  { db, secret }: ReaderDeps,
  token: string,
): Promise<{ subscriber: Subscriber; petition: Petition } | undefined> {
  const subject = readToken(secret, 'sign', token);
  const [subscriberId, petitionId, ...rest] = subject?.ids ?? [];
  if (!subject || subscriberId === undefined || petitionId === undefined || rest.length > 0) return undefined;
  const subscriber = await findSubscriber(db, subscriberId);
  if (subscriber?.linkEpoch !== subject.epoch) return undefined;
  const petition = await findPetitionById(db, petitionId);
  return petition && { subscriber, petition };
}

/** The answer to a link that speaks for nobody. */
export function unknownLink(): AppError {
  return notFound(
    'link.unknown',
    'This link does not work, or no longer does. Please check that it is whole, or sign on the petition’s page.',
  );
}
