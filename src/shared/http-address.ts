import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address is one of the public internet.
 *
 * Shape: an IPv4 address inside an IPv6 one (mapped, or by the NAT64 prefix that everybody knows) is judged as itself;
 * of IPv6 only what is given out for use (2000::/3), and of that no tunnels (6to4, Teredo).
 * Source: the IANA special-purpose address registries, as ipaddr.js holds them; RFC 6052 section 2.1, RFC 4291 section 2.4.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.range() === 'unicast';
  const bytes = parsed.toByteArray();
  if (NAT64.every((byte, i) => bytes[i] === byte))
    return ipaddr.fromByteArray(bytes.slice(12)).range() === 'unicast';
  return parsed.range() === 'unicast' && ((bytes[0] ?? 0) & 0xe0) === 0x20;
}

/**
 * Whether the newsroom has named a host as one that may be asked although it is not public.
 *
 * Shape: entries are `host` or `host:port`; `host` is as `URL.hostname` or a socket's options have it.
 */
export function isNamedHost(host: string, port: number, allowHosts: readonly string[]): boolean {
  const name = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
  return allowHosts.some((entry) => {
    const allowed = entry.toLowerCase();
    return allowed === name || allowed === `${name}:${port}`;
  });
}

/** 64:ff9b::/96 */
const NAT64 = [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0];
