import { isIP } from 'node:net';
import { getDomain } from 'tldts';

/**
 * The site that an address belongs to: what its operator holds as one, whatever stands before it in the name.
 *
 * Shape: the registrable domain, where people share a domain (`a.github.io`) the part that is theirs; of an IP address
 * or a name in `localhost` host and port; of any other name without a registrable domain the host. What is no address is
 * a site of its own.
 * Source: the Public Suffix List, its private part included, as tldts holds it.
 */
export function outletOf(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed || parsed.hostname === '') return url;
  const name = parsed.hostname.replace(/\.$/, '');
  if (isAddress(name) || isLocal(name)) return parsed.port === '' ? name : `${name}:${parsed.port}`;
  return (
    getDomain(name, { allowPrivateDomains: true, extractHostname: false, validateHostname: false }) ?? name
  );
}

/** Whether strangers can reach a site by its name: it stands under a public suffix and is not an address or a local name. */
export function isPublicName(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  if (isAddress(name) || LOCAL_NAMES.test(name)) return false;
  return getDomain(name, { allowPrivateDomains: true, extractHostname: false }) !== null;
}

/** Source: RFC 6761 and 6762, RFC 2606, RFC 7686, RFC 8375, and ICANN's `internal`. */
const LOCAL_NAMES =
  /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|private|home\.arpa|test|example|invalid|onion)$/;

const isAddress = (name: string) => isIP(name.replace(/^\[(.*)\]$/, '$1')) !== 0;
const isLocal = (name: string) => name === 'localhost' || name.endsWith('.localhost');
