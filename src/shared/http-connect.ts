import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { Socket } from 'node:net';
import { callbackify } from 'node:util';
import { buildConnector } from 'undici';
import { refused, type AppError } from './errors.ts';
import { isNamedHost, isPublicAddress } from './http-address.ts';

export interface ConnectRules {
  /** `host` or `host:port`: exempt from the rule that an address must be public. */
  allowHosts: readonly string[];
  /** Where to connect in truth for a host that is allowed; the request itself keeps its name. */
  connectTo?:
    ((host: string, port: number) => Promise<{ host: string; port: number } | undefined>) | undefined;
  /** The addresses of a name; replaced in tests. */
  addressesOf?: (host: string) => Promise<string[]>;
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
  const [patient, hurried] = [opener(CONNECT_TIMEOUT_MS), opener(CONNECT_TIMEOUT_MS / 4)];
  const openFirst = async (options: buildConnector.Options) => {
    const { targets, allowed } = await findTargets(options, rules);
    let last: unknown;
    for (const [i, target] of targets.entries()) {
      const open = i === targets.length - 1 ? patient : hurried;
      const socket = await open(optionsFor(options, target)).catch((error: unknown) => void (last = error));
      if (socket) return judged(socket, options.hostname, allowed);
    }
    throw last;
  };
  const connect = callbackify(openFirst);
  return (options, callback) =>
    connect(options, (error, socket) => (error ? callback(error, null) : callback(null, socket)));
}

interface Target {
  host: string;
  port: number;
}

const CONNECT_TIMEOUT_MS = 10_000;
const ADDRESSES_TRIED_MAX = 3;

function opener(timeout: number): (options: buildConnector.Options) => Promise<Socket> {
  const connector = buildConnector({ timeout });
  return (options) =>
    new Promise((resolve, reject) => {
      connector(options, (error, socket) => (socket ? resolve(socket) : reject(error)));
    });
}

async function findTargets(
  options: buildConnector.Options,
  rules: ConnectRules,
): Promise<{ targets: Target[]; allowed: boolean }> {
  const host = options.hostname.toLowerCase();
  const port = Number(options.port || (options.protocol === 'https:' ? 443 : 80));
  const allowed = isNamedHost(host, port, rules.allowHosts);
  const elsewhere = allowed ? await rules.connectTo?.(host, port) : undefined;
  if (elsewhere) return { targets: [elsewhere], allowed };
  const addresses = await literalOrLocal(host, rules.addressesOf ?? lookUp);
  const usable = allowed ? addresses : addresses.filter(isPublicAddress);
  if (usable.length === 0) throw refusedAddress(host);
  return {
    targets: usable.slice(0, ADDRESSES_TRIED_MAX).map((address) => ({ host: address, port })),
    allowed,
  };
}

async function literalOrLocal(
  host: string,
  addressesOf: (host: string) => Promise<string[]>,
): Promise<string[]> {
  if (isIP(host)) return [host];
  if (host === 'localhost' || host.endsWith('.localhost')) return ['127.0.0.1'];
  return addressesOf(host);
}

async function lookUp(host: string): Promise<string[]> {
  const found = await lookup(host, { all: true, order: 'ipv4first' });
  return found.map((entry) => entry.address);
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
