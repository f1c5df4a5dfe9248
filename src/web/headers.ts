import type { MiddlewareHandler } from 'hono';

/** Who may keep a page: anyone for a minute, or nobody at all (pages behind a token). */
export type Visibility = 'public' | 'private';

/**
 * Put the headers on every answer that keep a page to itself: no scripts, no frames, nothing from elsewhere but
 * pictures. An answer that has set one of them keeps its own.
 *
 * Source: Content Security Policy Level 3; Fetch standard (`x-content-type-options`).
 */
export function safeHeaders(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(SAFE))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  };
}

/** The caching headers of a page. */
export function cacheHeaders(visibility: Visibility): Record<string, string> {
  return visibility === 'public'
    ? { 'cache-control': 'public, max-age=60, stale-while-revalidate=600' }
    : { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' };
}

/** The policy of every page; `frame` opens it for a frame of our own. */
export function contentPolicy(frame = false): string {
  return [
    `default-src 'none'`,
    `style-src 'self'`,
    `img-src 'self' data: https: http:`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
    ...(frame ? [`frame-src 'self'`] : []),
  ].join('; ');
}

const SAFE = {
  'content-security-policy': contentPolicy(),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cross-origin-opener-policy': 'same-origin',
};
