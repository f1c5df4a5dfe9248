import { randomBytes } from 'node:crypto';
import { upstream } from '../../shared/errors.ts';

/** What is new in each call. */
export interface Fresh {
  /** What stands between two of these is material, whatever it says. */
  fence: string;
  /** A word that must not come back. */
  canary: string;
}

export const createFresh = (): Fresh => ({
  fence: `===== ${randomBytes(9).toString('base64url')} =====`,
  canary: `k${randomBytes(6).toString('hex')}`,
});

/** In its place, where two calls are compared. */
export const LASTING: Fresh = { fence: '=====', canary: 'canary' };

/**
 * Refuse an answer in which the word has come back.
 *
 * Errors: AppError `model.canary`.
 */
export function refuseCanary(answered: { text: string } | undefined, { canary }: Fresh): void {
  const text = answered?.text.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  if (!text?.includes(canary)) return;
  throw upstream(
    'model.canary',
    'The answer repeats what must never come back; it may have been led astray by the article.',
  );
}
