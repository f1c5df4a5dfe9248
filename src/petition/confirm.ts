import type { Petition } from '../../db/petition.ts';
import { markSignatureConfirmed, type SignatureDisplay, type SignatureState } from '../../db/signature.ts';
import { conflict } from '../shared/errors.ts';
import { sendReceipt } from './letters.ts';
import { signatureOf, unknownLink, type ReaderDeps } from './link.ts';
import { CONFIRM_GRACE_MS, requireOpen } from './state.ts';

export interface SignatureConfirmation {
  petition: Petition;
  /** The signer's, where they are a subscriber. */
  language: string | undefined;
  state: SignatureState;
  /** As it was typed, so that the owner of the address sees what they confirm. */
  name: string;
  display: SignatureDisplay;
}

/** What the page shows that confirms a signature; undefined when the link speaks for none. Changes nothing. */
export async function findSignatureConfirmation(
  deps: ReaderDeps,
  token: string,
): Promise<SignatureConfirmation | undefined> {
  const found = await signatureOf(deps, 'confirm-signature', token);
  if (!found) return undefined;
  const { state, name, display } = found.signature;
  return { petition: found.petition, language: found.language, state, name, display };
}

/**
 * Confirm a signature: a token of a confirm letter comes in, a signature that counts comes out.
 *
 * Safe to repeat: the row comes into force once, and with it one receipt is asked for. Possible for 24 hours after the
 * petition closed, for those who asked in time.
 * Errors: NotFoundError `link.unknown`; ConflictError `petition.closed`, `petition.not_open`, `signature.withdrawn`.
 */
export async function confirmSignature(
  deps: ReaderDeps,
  token: string,
): Promise<{ petition: Petition; alreadySigned: boolean }> {
  const found = await signatureOf(deps, 'confirm-signature', token);
  if (!found) throw unknownLink();
  const { petition, signature } = found;
  if (signature.state === 'confirmed') return { petition, alreadySigned: true };
  if (signature.state === 'withdrawn')
    throw conflict(
      'signature.withdrawn',
      'This signature was withdrawn. To sign again, please use the petition’s page.',
    );
  const now = deps.clock.now();
  requireOpen(petition, { now, newsroom: deps.config.newsroom, graceMs: CONFIRM_GRACE_MS });
  return deps.db.transaction(async (tx) => {
    const confirmed = await markSignatureConfirmed(tx, signature.id, now);
    if (confirmed) await sendReceipt(deps, { db: tx, signature: confirmed, petition });
    return { petition, alreadySigned: confirmed === undefined };
  });
}
