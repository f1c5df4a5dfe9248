import type { Petition } from '../../db/petition.ts';
import {
  markSignatureDisplay,
  markSignatureWithdrawn,
  type SignatureDisplay,
  type SignatureState,
} from '../../db/signature.ts';
import { maskAddress } from '../shared/address.ts';
import { conflict } from '../shared/errors.ts';
import { signatureOf, unknownLink, type ReaderDeps } from './link.ts';
import { readDisplay } from './signer.ts';

export interface OwnSignature {
  petition: Petition;
  /** The signer's, where they are a subscriber. */
  language: string | undefined;
  state: SignatureState;
  name: string;
  display: SignatureDisplay;
  maskedAddress: string;
  signedAt: Date | null;
}

/** What the page shows on which a signature is changed or withdrawn; undefined when the link speaks for none. Changes nothing. */
export async function findSignature(deps: ReaderDeps, token: string): Promise<OwnSignature | undefined> {
  const found = await signatureOf(deps, 'signature', token);
  if (!found) return undefined;
  const { state, name, display, address, confirmedAt } = found.signature;
  return {
    petition: found.petition,
    language: found.language,
    state,
    name,
    display,
    maskedAddress: maskAddress(address),
    signedAt: confirmedAt,
  };
}

/**
 * Take a signature out of the count; possible at any time, also after the petition closed.
 *
 * Safe to repeat.
 * Errors: NotFoundError `link.unknown`.
 */
export async function withdrawSignature(
  deps: ReaderDeps,
  token: string,
): Promise<{ petition: Petition; alreadyWithdrawn: boolean }> {
  const found = await signatureOf(deps, 'signature', token);
  if (!found) throw unknownLink();
  const withdrawn = await markSignatureWithdrawn(deps.db, found.signature.id, deps.clock.now());
  return { petition: found.petition, alreadyWithdrawn: withdrawn === undefined };
}

/**
 * Show a signer in another way among the recent ones.
 *
 * Safe to repeat.
 * Errors: NotFoundError `link.unknown`; InvalidError `signature.display`; ConflictError `signature.withdrawn`.
 */
export async function changeDisplay(deps: ReaderDeps, token: string, display: string): Promise<void> {
  const found = await signatureOf(deps, 'signature', token);
  if (!found) throw unknownLink();
  const changed = await markSignatureDisplay(deps.db, found.signature.id, readDisplay(display));
  if (!changed)
    throw conflict('signature.withdrawn', 'This signature was withdrawn; there is nothing to show any more.');
}
