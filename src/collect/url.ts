/**
 * The one spelling of an address under which an article is kept.
 *
 * Shape: host in lower case and without a closing dot, no default port, no fragment, no tracking parameters, the rest
 * of the query in a stable order; http stays http.
 * Errors: undefined when it is not a web address, or carries a user or password.
 * Source: RFC 3986 section 6.2; the parameter names are those that mail and advertising programs document.
 */
export function canonicalUrl(text: string, base?: string): string | undefined {
  const trimmed = text.trim();
  const url = trimmed.length > 0 && trimmed.length <= URL_CHARACTERS_MAX ? URL.parse(trimmed, base) : null;
  if (!url || !isWeb(url) || url.username || url.password || url.hostname === '') return undefined;
  url.hash = '';
  url.hostname = url.hostname.replace(/\.$/, '');
  const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
  // Untouched where nothing has to change: building it anew would spell some characters in another way.
  const sorted = kept.toSorted(byNameThenValue);
  if (sorted.join('\0') !== [...url.searchParams].join('\0'))
    url.search = new URLSearchParams(sorted).toString();
  return url.href.replace(/\?$/, '');
}

/** An absolute web address, as written but for its resolution against `base`; undefined when it is none. */
export function absoluteUrl(text: string | undefined, base: string): string | undefined {
  const url = text === undefined || text.length > URL_CHARACTERS_MAX ? null : URL.parse(text.trim(), base);
  return url && isWeb(url) && !url.username && !url.password ? url.href : undefined;
}

/** Whether two addresses are of one site: the same host and port, or hosts of which one stands under the other. */
export function isSameSite(one: string, other: string): boolean {
  const [a, b] = [siteOf(one), siteOf(other)];
  if (a === undefined || b === undefined || a.port !== b.port) return false;
  return a.host === b.host || a.host.endsWith(`.${b.host}`) || b.host.endsWith(`.${a.host}`);
}

/** Host, and port where it is not the usual one: what a sentence about an address may say of it. */
export function hostOf(url: string): string {
  return URL.parse(url)?.host ?? 'the address';
}

const URL_CHARACTERS_MAX = 2_000;

const TRACKING =
  /^(?:utm_[a-z_]+|li_fat_id|srsltid|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|ttclid|twclid|yclid|igshid|igsh|mc_[ce]id|_hs(?:enc|mi)|__hs(?:tc|sc|fp)|hsctatracking|mkt_tok|ml_subscriber(?:_hash)?|oly_(?:anon|enc)_id|vero_(?:id|conv)|at_(?:medium|campaign|custom\d|format|link_[a-z]+)|wt_?mc|cmpid|ito|xtor|s_cid|ref_src|ref_url|_ga|_gl|ns_(?:campaign|mchannel|source|linkname|fee))$/i;

const isWeb = (url: URL) => url.protocol === 'http:' || url.protocol === 'https:';

function byNameThenValue(a: [string, string], b: [string, string]): number {
  const [one, other] = [a.join('\0'), b.join('\0')];
  return one < other ? -1 : Number(one > other);
}

function siteOf(text: string): { host: string; port: string } | undefined {
  const url = URL.parse(text);
  return url ? { host: url.hostname.replace(/^(?:www|m|mobile|amp)\./, ''), port: url.port } : undefined;
}
