import { createHmac } from 'node:crypto';

/**
 * Raise it with every change that makes other bytes of the same edition and reader: a batch whose first call was made
 * under another revision is never called again by this one, since its key stands for other bytes. A test holds the two
 * together.
 */
export const COMPOSER_REVISION = 1;

/** Tells one secret that links are made with from another, and tells nothing else of it. */
export const linkKeyId = (secret: string): string =>
  createHmac('sha256', secret).update('link key').digest('hex').slice(0, 8);
