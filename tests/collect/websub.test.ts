import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  hubKeys,
  hubRequest,
  isCallbackToken,
  isPublicSite,
  isSignedByHub,
  leaseSecondsWanted,
  readVerification,
} from '../../src/collect/websub.ts';

const SECRET = 'a secret of tests that is long enough';
const SOURCE = '00000000-0000-4000-8000-000000000001';
const OTHER = '00000000-0000-4000-8000-000000000002';
const TOPIC = 'https://post.example/feed?a=1&b=2';

describe('the keys of a source', () => {
  test('are always the same, and no other source has them', () => {
    expect(hubKeys(SECRET, SOURCE)).toEqual(hubKeys(SECRET, SOURCE));
    const all = [hubKeys(SECRET, SOURCE), hubKeys(SECRET, OTHER), hubKeys(`${SECRET}!`, SOURCE)];
    expect(new Set(all.flatMap((keys) => Object.values(keys))).size).toBe(6);
  });
  test('can stand in an address, and the secret is no longer than hubs take', () => {
    const { callbackToken, hubSecret } = hubKeys(SECRET, SOURCE);
    expect(callbackToken).toMatch(/^[\w-]{43}$/);
    expect(Buffer.byteLength(hubSecret)).toBeLessThan(200);
  });
  test('open the callback of that source only', () => {
    const { callbackToken, hubSecret } = hubKeys(SECRET, SOURCE);
    expect(isCallbackToken(SECRET, SOURCE, callbackToken)).toBe(true);
    for (const token of [
      '',
      callbackToken.slice(1),
      `${callbackToken}x`,
      hubSecret,
      hubKeys(SECRET, OTHER).callbackToken,
    ])
      expect(isCallbackToken(SECRET, SOURCE, token)).toBe(false);
  });
});

test('a hub is told the topic, where to call, for how long and with what secret', () => {
  const request = hubRequest({
    mode: 'subscribe',
    hubUrl: 'https://hub.example/',
    topicUrl: TOPIC,
    callbackUrl: 'https://tide.example/websub/1/token',
    leaseSeconds: leaseSecondsWanted,
    hubSecret: 'of the two of us',
  });
  expect(request).toMatchObject({
    url: 'https://hub.example/',
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(Object.fromEntries(new URLSearchParams(request.body))).toEqual({
    'hub.mode': 'subscribe',
    'hub.topic': TOPIC,
    'hub.callback': 'https://tide.example/websub/1/token',
    'hub.lease_seconds': '864000',
    'hub.secret': 'of the two of us',
  });
});

const ask = (query: Record<string, string>) =>
  readVerification(new URLSearchParams({ 'hub.topic': TOPIC, ...query }), TOPIC);

describe('a question of a hub', () => {
  test('about a subscription is answered with its challenge, as it stands', () => {
    const query = { 'hub.mode': 'subscribe', 'hub.challenge': '<b>1+1 &', 'hub.lease_seconds': '86400' };
    expect(ask(query)).toEqual({ kind: 'subscribe', challenge: '<b>1+1 &', leaseSeconds: 86_400 });
  });
  test.each([
    ['1', 3_600],
    ['999999999', 2_592_000],
    ['', 864_000],
    ['-5', 864_000],
    ['soon', 864_000],
  ])('with a lease of %j means %i seconds', (lease, leaseSeconds) => {
    const query = { 'hub.mode': 'subscribe', 'hub.challenge': 'x', 'hub.lease_seconds': lease };
    expect(ask(query)).toMatchObject({ leaseSeconds });
  });
  test('about its end is told from one about its beginning', () => {
    expect(ask({ 'hub.mode': 'unsubscribe', 'hub.challenge': 'x' })).toEqual({
      kind: 'unsubscribe',
      challenge: 'x',
    });
  });
  test('may be a refusal', () => {
    expect(ask({ 'hub.mode': 'denied', 'hub.reason': 'no' })).toEqual({ kind: 'denied', reason: 'no' });
  });
  test.each([
    [{ 'hub.mode': 'subscribe', 'hub.challenge': 'x', 'hub.topic': 'https://other.example/' }],
    [{ 'hub.mode': 'subscribe' }],
    [{ 'hub.mode': 'subscribe', 'hub.challenge': 'x'.repeat(5_000) }],
    [{ 'hub.mode': 'publish', 'hub.challenge': 'x' }],
    [{ 'hub.challenge': 'x' }],
  ])('that is not about us is none: %o', (query) => {
    expect(ask(query as Record<string, string>)).toBeUndefined();
  });
});

describe('what a hub sends', () => {
  const body = Buffer.from('<feed/>');
  const sign = (method: string, secret = 'shared') =>
    `${method}=${createHmac(method, secret).update(body).digest('hex')}`;

  test.each(['sha1', 'sha256', 'sha384', 'sha512'])('is known by its signature: %s', (method) => {
    expect(isSignedByHub(sign(method), body, 'shared')).toBe(true);
    expect(isSignedByHub(sign(method).replace(method, method.toUpperCase()), body, 'shared')).toBe(true);
    expect(isSignedByHub(sign(method, 'guessed'), body, 'shared')).toBe(false);
    expect(isSignedByHub(sign(method), Buffer.from('<other/>'), 'shared')).toBe(false);
  });
  test.each([
    undefined,
    '',
    'sha256=',
    sign('md5'),
    sign('sha256').slice(0, -2),
    `${sign('sha256')}00`,
    sign('sha1').replace('sha1', 'sha256'),
    `sha256=${'g'.repeat(64)}`,
  ])('is not ours with the signature %s', (signature) => {
    expect(isSignedByHub(signature, body, 'shared')).toBe(false);
  });
});

test.each([
  ['https://news.harbour-post.com', true],
  ['https://harbour-post.co.uk:8443', true],
  ['http://news.harbour-post.com', false],
  ['https://localhost:3000', false],
  ['https://tide.localhost', false],
  ['https://192.168.1.10', false],
  ['https://93.184.216.34', false],
  ['https://[2606:2800:220:1::1]', false],
  ['https://server.internal', false],
  ['https://server', false],
  ['nothing', false],
])('hubs can call %s: %s', (siteUrl, isPublic) => {
  expect(isPublicSite(siteUrl)).toBe(isPublic);
});
