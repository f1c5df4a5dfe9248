import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { Socket } from 'node:net';
import { callbackify } from 'node:util';
import ipaddr from 'ipaddr.js';
import { buildConnector } from 'undici';
import { refused, type AppError } from './errors.ts';

export interface ConnectRules {
  /** `host` or `host:port`: exempt from the rule that an address must be public. */
  allowHosts: readonly string[];
  /** Where to connect in truth for a host that is allowed; the request itself keeps its name. */
  connectTo?:
    ((host: string, port: number) => Promise<{ host: string; port: number } | undefined>) | undefined;
}

/**
 * Open connections to public addresses only.
 *
 * Shape: a connector for an undici Agent. The name is looked up here, every address is judged before anything is sent
 * to it, and the address that a socket has in the end is judged again; so neither another spelling of an address, nor a
 * redirect, nor a name that changes its address gets past it.
 * Errors: AppError `fetch.refused_address`; else the error of the socket.
 * Source: RFC 6761 section 6.3 (`localhost` is this machine, whatever a name server says).
 */
export function createConnector(rules: ConnectRules): buildConnector.connector {
  const connector = buildConnector({ timeout: CONNECT_TIMEOUT_MS });
  const open = (options: buildConnector.Options) =>
    new Promise<Socket>((resolve, reject) => {
      connector(options, (error, socket) => (socket ? resolve(socket) : reject(error)));
    });
  const openFirst = async (options: buildConnector.Options) => {
    const { targets, allowed } = await findTargets(options, rules);
    let last: unknown;
    for (const target of targets) {
      const socket = await open(optionsFor(options, target)).catch((error: unknown) => void (last = error));
      if (socket) return judged(socket, options.hostname, allowed);
    }
    throw last;
  };
  const connect = callbackify(openFirst);
  return (options, callback) =>
    connect(options, (error, socket) => (error ? callback(error, null) : callback(null, socket)));
}

/**
 * Whether an IP address is one of the public internet.
 *
 * Shape: an IPv4 address inside an IPv6 one (mapped, or by NAT64) is judged as itself; tunnels (6to4, Teredo) are not
 * public.
 * Source: the IANA special-purpose address registries, as ipaddr.js holds them.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv6' && parsed.range() === 'rfc6052') {
    const bytes = parsed.toByteArray().slice(12);
    return ipaddr.fromByteArray(bytes).range() === 'unicast';
  }
  return parsed.range() === 'unicast';
}

interface Target {
  host: string;
  port: number;
}

const CONNECT_TIMEOUT_MS = 10_000;
const ADDRESSES_TRIED_MAX = 3;

async function findTargets(
  options: buildConnector.Options,
  rules: ConnectRules,
): Promise<{ targets: Target[]; allowed: boolean }> {
  const host = options.hostname.toLowerCase();
  const port = Number(options.port || (options.protocol === 'https:' ? 443 : 80));
  const allowed = isAllowed(host, port, rules.allowHosts);
  const elsewhere = allowed ? await rules.connectTo?.(host, port) : undefined;
  if (elsewhere) return { targets: [elsewhere], allowed };
  const addresses = await addressesOf(host);
  const usable = allowed ? addresses : addresses.filter(isPublicAddress);
  if (usable.length === 0) throw refusedAddress(host);
  return {
    targets: usable.slice(0, ADDRESSES_TRIED_MAX).map((address) => ({ host: address, port })),
    allowed,
  };
}

async function addressesOf(host: string): Promise<string[]> {
  if (isIP(host)) return [host];
  if (host === 'localhost' || host.endsWith('.localhost')) return ['127.0.0.1'];
  const found = await lookup(host, { all: true, order: 'ipv4first' });
  return found.map((entry) => entry.address);
}

function isAllowed(host: string, port: number, allowHosts: readonly string[]): boolean {
  const name = isIP(host) === 6 ? `[${host}]` : host;
  return allowHosts.some((entry) => {
    const allowed = entry.toLowerCase();
    return allowed === name || allowed === `${name}:${port}`;
  });
}

function optionsFor(options: buildConnector.Options, target: Target): buildConnector.Options {
  const moved = { ...options, hostname: target.host, port: String(target.port) };
  return isIP(options.hostname) ? moved : { ...moved, servername: options.servername || options.hostname };
}

function judged(socket: Socket, host: string, allowed: boolean): Socket {
  if (allowed || isPublicAddress(socket.remoteAddress ?? '')) return socket;
  socket.destroy();
  throw refusedAddress(host);
}

function refusedAddress(host: string): AppError {
  return refused(
    'fetch.refused_address',
    `${host} is not on the public internet, so it is not asked. If that is meant, name it in collect.allowHosts.`,
  );
}
