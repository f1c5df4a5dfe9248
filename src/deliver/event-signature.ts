import { createHmac, timingSafeEqual } from 'node:crypto';

/** The headers of a signed message; undefined where one is missing. */
export interface SignatureHeaders {
  id: string | undefined;
  timestamp: string | undefined;
  signature: string | undefined;
}

export type SignatureFault = 'webhook.headers' | 'webhook.timestamp' | 'webhook.signature';

/**
 * Judge whether a message comes from who knows the secret, and was sent just now.
 *
 * Shape: undefined when all is well. Several signatures may stand there, one of each secret while it is exchanged.
 * Units: five minutes, both ways.
 * Source: Svix, "Verifying webhooks manually"; the Standard Webhooks specification.
 */
export function findSignatureFault(
  secret: string,
  { id, timestamp, signature }: SignatureHeaders,
  { body, now }: { body: Buffer; now: Date },
): SignatureFault | undefined {
  if (!id || id.length > ID_LENGTH_MAX || !timestamp || !signature) return 'webhook.headers';
  if (!/^\d{1,12}$/.test(timestamp)) return 'webhook.timestamp';
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > TOLERANCE_SECONDS) return 'webhook.timestamp';
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const wanted = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
  const good = signature.split(' ').some((each) => isSame(each, wanted));
  return good ? undefined : 'webhook.signature';
}

const TOLERANCE_SECONDS = 5 * 60;
const ID_LENGTH_MAX = 255;

function isSame(versioned: string, wanted: Buffer): boolean {
  const [version, encoded = ''] = versioned.split(',');
  const given = Buffer.from(encoded, 'base64');
  return version === 'v1' && given.length === wanted.length && timingSafeEqual(given, wanted);
}
