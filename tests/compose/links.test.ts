import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { findSlots, linkBytesOf, linksFor, ownLinks, placeholders } from '../../src/compose/links.ts';
import { readToken, type TokenPurpose } from '../../src/shared/token.ts';
import { SECRET } from '../helpers/readers.ts';

const NONCE = 'n0123456789abcdef';
const PETITION = '0b2f6a52-91c1-4a4e-8f6e-2f6f1c0a9d11';
const places = placeholders(NONCE);

test('every place is found, and the text around it stays as it is', () => {
  const fragment = `a${places.preferences}b${places.unsubscribe}${places.sign(PETITION)}c${places.count} ${places.more}${places.preheader}`;
  expect(findSlots(fragment, NONCE)).toEqual([
    'a',
    { kind: 'preferences' },
    'b',
    { kind: 'unsubscribe' },
    { kind: 'sign', petitionId: PETITION },
    'c',
    { kind: 'count' },
    ' ',
    { kind: 'more' },
    { kind: 'preheader' },
  ]);
});

test('what looks like a place of another edition is left alone', () => {
  const fragment = placeholders('n9999999999999999').unsubscribe;
  expect(findSlots(fragment, NONCE)).toEqual([fragment]);
});

const subscriberId = randomUUID();
const reader = { subscriberId, linkEpoch: 3, categories: [] };
const links = linksFor(reader, { secret: SECRET, siteUrl: 'https://tide.example' });
const OWN: [TokenPurpose, string, string][] = [
  ['me', 'me', links.preferences],
  ['unsubscribe', 'u', links.unsubscribe],
  ['sign', 's', links.sign(PETITION)],
];

test.each(OWN)('the link for %s speaks for its reader and for that alone', (purpose, path, link) => {
  const [, token = ''] = link.split(`https://tide.example/${path}/`);
  const ids = purpose === 'sign' ? [subscriberId, PETITION] : [subscriberId];
  expect(readToken(SECRET, purpose, token)).toEqual({ purpose, ids, epoch: 3 });
  for (const other of ['me', 'unsubscribe', 'sign', 'confirm', 'signature'] as const)
    if (other !== purpose) expect(readToken(SECRET, other, token)).toBeUndefined();
});

test('the same reader has the same links every time; another epoch has others', () => {
  const site = { secret: SECRET, siteUrl: 'https://tide.example' };
  expect(linksFor({ ...reader }, site).preferences).toBe(links.preferences);
  expect(linksFor({ ...reader, linkEpoch: 4 }, site).preferences).not.toBe(links.preferences);
});

test('everybody’s links of one kind have the length that was measured without a reader', () => {
  const siteUrl = 'https://tïde.example/news';
  const bytes = linkBytesOf(siteUrl);
  for (let linkEpoch = 0; linkEpoch < 65_536; linkEpoch += 1_311) {
    const own = linksFor({ subscriberId: randomUUID(), linkEpoch }, { secret: SECRET, siteUrl });
    expect(Buffer.byteLength(own.preferences)).toBe(bytes.preferences);
    expect(Buffer.byteLength(own.unsubscribe)).toBe(bytes.unsubscribe);
    expect(Buffer.byteLength(own.sign(randomUUID()))).toBe(bytes.sign);
  }
});

test('a petition’s link is signed once for a reader, however often it stands in the mail', () => {
  let issued = 0;
  const own = ownLinks(reader, { issue: () => `token-${(issued += 1)}`, siteUrl: '' });
  expect([own.sign(PETITION), own.sign(PETITION), own.sign(subscriberId)]).toEqual([
    '/s/token-3',
    '/s/token-3',
    '/s/token-4',
  ]);
});
