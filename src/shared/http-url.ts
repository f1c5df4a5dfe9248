import { isNamedHost } from './http-address.ts';
import { invalid, refused } from './errors.ts';

/**
 * Read an address that is to be asked, or one that another address sends to.
 *
 * Shape: without a fragment and without a dot at the end of the host.
 * Errors: AppError `fetch.bad_url` (not http or https, a user or password in it, longer than 4,000 characters),
 * `fetch.refused_port`.
 */
export function readUrl(
  text: string,
  { base, allowHosts }: { base?: URL; allowHosts: readonly string[] },
): URL {
  const from = base ? `${base.host} sends to an address` : 'This is an address';
  if (text.length > URL_CHARACTERS_MAX)
    throw invalid('fetch.bad_url', `${from} of more than ${URL_CHARACTERS_MAX} characters.`);
  const url = URL.parse(text, base?.href);
  if (!url) throw invalid('fetch.bad_url', `${from} that cannot be read.`);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw invalid('fetch.bad_url', `${from} that is neither http nor https.`);
  if (url.username || url.password)
    throw invalid('fetch.bad_url', `${from} with a user or password in it, which is not asked.`);
  url.hash = '';
  url.hostname = url.hostname.replace(/\.$/, '');
  if (url.hostname.endsWith('.') || url.hostname.startsWith('.') || url.hostname.includes('..'))
    throw invalid('fetch.bad_url', `${from} whose host has an empty part.`);
  judgePort(url, allowHosts);
  return url;
}

/** The port that an address names or means. */
export function portOf(url: URL): number {
  return Number(url.port || (url.protocol === 'https:' ? 443 : 80));
}

/** Somebody could have us talk to a mail or chat server in its own words; feeds do not live there. */
function judgePort(url: URL, allowHosts: readonly string[]): void {
  const port = portOf(url);
  if (!OTHER_TRADES.has(port) || isNamedHost(url.hostname, port, allowHosts)) return;
  throw refused(
    'fetch.refused_port',
    `${url.host} is a port of another service than the web (${port}), so it is not asked. If that is meant, name it in collect.allowHosts.`,
  );
}

const URL_CHARACTERS_MAX = 4_000;

/** Source: the Fetch standard, section 2.9 (bad port), the list that browsers hold to. */
const OTHER_TRADES = new Set([
  0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104,
  109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515,
  526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049,
  3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);
