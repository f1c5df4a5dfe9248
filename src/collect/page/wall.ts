import { hostOf } from '../url.ts';
import type { Page } from './page.ts';

/** Why an article cannot be read at its address: a code and a sentence for the row. */
export interface Wall {
  code: 'page.paywall' | 'page.challenge' | 'page.consent' | 'page.login' | 'page.refused';
  reason: string;
}

/**
 * What stands between a reader and the article, when something does; the feed's own words are then shown.
 *
 * Shape: `page` is what was read of the response, when it was read. A long text is an article, whatever is said around it.
 * Source: RFC 9110 sections 15.5.2 to 15.5.4; RFC 7725 (451); Cloudflare's documentation of `cf-mitigated`.
 */
export function wallOf(
  response: { status: number; headers: Record<string, string | undefined>; url: string },
  page?: Pick<Page, 'signs' | 'isFree' | 'wordCount'>,
): Wall | undefined {
  const host = hostOf(response.url);
  const code = codeOf(response, page);
  return code && { code, reason: REASONS[code](host, response.status) };
}

type Code = Wall['code'];

/** Teasers have fewer words; an article may be as short as this only where nothing says that there is more of it. */
const TEASER_WORDS_MAX = 200;
const NOTICE_WORDS_MAX = 120;

function codeOf(
  { status, headers, url }: { status: number; headers: Record<string, string | undefined>; url: string },
  page: Pick<Page, 'signs' | 'isFree' | 'wordCount'> | undefined,
): Code | undefined {
  const isNotice = page !== undefined && page.wordCount < NOTICE_WORDS_MAX;
  if (isChallenge(headers) || (isNotice && page.signs.includes('challenge'))) return 'page.challenge';
  if (status === 401) return 'page.login';
  if (status === 402) return 'page.paywall';
  if (status === 403 || status === 451) return 'page.refused';
  if (CONSENT_HOST.test(hostOf(url)) || (isNotice && page.signs.includes('consent'))) return 'page.consent';
  if (!page || page.wordCount >= TEASER_WORDS_MAX) return undefined;
  if (page.isFree === false || (isNotice && page.signs.includes('subscribe'))) return 'page.paywall';
  return isNotice && page.signs.includes('login') ? 'page.login' : undefined;
}

function isChallenge(headers: Record<string, string | undefined>): boolean {
  return (
    headers['cf-mitigated']?.toLowerCase() === 'challenge' ||
    /^(?:challenge|captcha)$/i.test(headers['x-amzn-waf-action'] ?? '')
  );
}

const CONSENT_HOST = /^(?:consent|cookiewall|cmp|privacywall|myprivacy)\./i;

const REASONS: Record<Code, (host: string, status: number) => string> = {
  'page.paywall': (host) => `The article at ${host} is for subscribers; the words of the feed were kept.`,
  'page.challenge': (host) =>
    `${host} wants proof that a person is reading; the words of the feed were kept.`,
  'page.consent': (host) =>
    `${host} shows a question about cookies in place of the article; the words of the feed were kept.`,
  'page.login': (host) =>
    `The article at ${host} can be read only after a login; the words of the feed were kept.`,
  'page.refused': (host, status) =>
    `${host} refused the page to this program (status ${status}); the words of the feed were kept.`,
};
