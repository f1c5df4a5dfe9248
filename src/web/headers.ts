import type { MiddlewareHandler } from 'hono';

/** Who may keep a page: anyone for a minute, or nobody at all (pages behind a token). */
export type Visibility = 'public' | 'private';

/** What a page may show: pictures of these origins beside our own, or of any; and a frame of our own. */
export interface Shown {
  pictures: readonly string[] | 'any';
  frame?: boolean;
}

/**
 * Put the headers on every answer that keep a page to itself: no scripts, no frames, nothing from elsewhere but the
 * newsroom's logo. An answer that has set one of them keeps its own.
 *
 * Source: Content Security Policy Level 3; Fetch standard (`x-content-type-options`).
 */
export function safeHeaders(pictures: readonly string[]): MiddlewareHandler {
  const headers = { 'content-security-policy': contentPolicy({ pictures }), ...SAFE };
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headers))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  };
}

/** The caching headers of a page. */
export function cacheHeaders(visibility: Visibility): Record<string, string> {
  return visibility === 'public'
    ? { 'cache-control': 'public, max-age=60, stale-while-revalidate=600' }
    : { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' };
}

/** The origins of pictures that stand on every page: that of the newsroom's logo, when it lies elsewhere. */
export function logoOrigins(logo: string | undefined): string[] {
  const address = logo === undefined ? null : URL.parse(logo);
  return address ? [address.origin] : [];
}

/** The policy of a page. */
export function contentPolicy({ pictures, frame = false }: Shown): string {
  return [
    `default-src 'none'`,
    `style-src 'self'`,
    `img-src ${[`'self'`, 'data:', ...(pictures === 'any' ? ['https:', 'http:'] : pictures)].join(' ')}`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
    ...(frame ? [`frame-src 'self'`] : []),
  ].join('; ');
}

const SAFE = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cross-origin-opener-policy': 'same-origin',
};
