import { describe, expect, test } from 'vitest';
import { createTokenMaker, issueToken, readToken, type TokenSubject } from '../../src/shared/token.ts';

const SECRET = 'a secret of tests that is long enough';
const id = 'b9a1c1de-1111-4222-8333-000000000001';
const other = 'b9a1c1de-1111-4222-8333-000000000002';
const subject: TokenSubject = { purpose: 'me', ids: [id], epoch: 3 };

test('a token is read back for what it was made for', () => {
  expect(readToken(SECRET, 'me', issueToken(SECRET, subject))).toEqual(subject);
  const signing: TokenSubject = { purpose: 'sign', ids: [id, other], epoch: 65_535 };
  expect(readToken(SECRET, 'sign', issueToken(SECRET, signing))).toEqual(signing);
});

test('the same subject always has the same token, fit for an address', () => {
  expect(issueToken(SECRET, subject)).toBe(issueToken(SECRET, { ...subject }));
  expect(issueToken(SECRET, subject)).toMatch(/^[A-Za-z0-9_-]+$/);
});

test.each<[TokenSubject, string]>([
  [{ purpose: 'me', ids: [id], epoch: 3 }, 'AQADuaHB3hERQiKDMwAAAAAAAZY8CxVJrW3Jwa5X4yc9DQE'],
  [{ purpose: 'unsubscribe', ids: [id], epoch: 0 }, 'AQAAuaHB3hERQiKDMwAAAAAAASmwc8zbP17hFtjj7hMJxqs'],
  [
    { purpose: 'sign', ids: [id, other], epoch: 65_535 },
    'Af__uaHB3hERQiKDMwAAAAAAAbmhwd4REUIigzMAAAAAAAIKtEJJuJY3Gh0aXB8igtaV',
  ],
  [{ purpose: 'confirm', ids: [other], epoch: 1 }, 'AQABuaHB3hERQiKDMwAAAAAAAhhS89-9e7SPt1TyqKOqlOc'],
  [
    { purpose: 'confirm-signature', ids: [other], epoch: 258 },
    'AQECuaHB3hERQiKDMwAAAAAAAiq138OMY0osZFIECDN23R4',
  ],
  [{ purpose: 'signature', ids: [id], epoch: 7 }, 'AQAHuaHB3hERQiKDMwAAAAAAAcbDIqNLkVEF8ptRNGNfpuo'],
])('%j has the token that it had when the first mails were sent', (sent, token) => {
  expect(issueToken(SECRET, sent)).toBe(token);
  expect(readToken(SECRET, sent.purpose, token)).toEqual(sent);
});

test('a secret in any script signs as it always did', () => {
  expect(issueToken('ключ “é”', subject)).toBe('AQADuaHB3hERQiKDMwAAAAAAAQuTXqVRxkoBdzoO-Fo1ZEQ');
});

test('a secret of any length makes tokens that are read back', () => {
  for (const length of [1, 58, 59, 60, 64, 65, 200]) {
    const secret = 's'.repeat(length);
    expect(readToken(secret, 'me', issueToken(secret, subject))).toEqual(subject);
  }
});

test('a maker of many tokens makes the same ones, none of them out of what was left of another', () => {
  const issue = createTokenMaker(SECRET);
  const tokens = [subject, { ...subject, epoch: 4 }, subject].map(issue);
  expect(tokens).toEqual([
    issueToken(SECRET, subject),
    issueToken(SECRET, { ...subject, epoch: 4 }),
    issueToken(SECRET, subject),
  ]);
});

test('a token is worth nothing for another purpose or under another secret', () => {
  const token = issueToken(SECRET, subject);
  for (const purpose of ['confirm', 'unsubscribe', 'sign', 'confirm-signature', 'signature'] as const)
    expect(readToken(SECRET, purpose, token)).toBeUndefined();
  expect(readToken(`${SECRET}.`, 'me', token)).toBeUndefined();
});

test('a change of any character makes it worthless', () => {
  const token = issueToken(SECRET, subject);
  for (let i = 0; i < token.length; i += 1) {
    const changed = token.slice(0, i) + (token[i] === 'A' ? 'B' : 'A') + token.slice(i + 1);
    expect(readToken(SECRET, 'me', changed)).toBeUndefined();
  }
});

test('ids cannot be added, taken away or made of the signature', () => {
  const token = issueToken(SECRET, { purpose: 'sign', ids: [id, other], epoch: 0 });
  const bytes = Buffer.from(token, 'base64url');
  for (const cut of [bytes.subarray(0, -16), Buffer.concat([bytes, Buffer.alloc(16)]), bytes.subarray(0, 19)])
    expect(readToken(SECRET, 'sign', cut.toString('base64url'))).toBeUndefined();
});

test.each([
  '',
  'x',
  'x'.repeat(19),
  'x'.repeat(201),
  `${'A'.repeat(46)}=`,
  '../../etc/passwd-and-some-more',
  'é'.repeat(40),
])('%j is no token', (text) => {
  expect(readToken(SECRET, 'me', text)).toBeUndefined();
});

describe('a defect of the caller is thrown', () => {
  test.each([
    [{ ...subject, ids: ['not-a-uuid'] }],
    [{ ...subject, epoch: 65_536 }],
    [{ ...subject, epoch: -1 }],
  ])('%j', (wrong) => {
    expect(() => issueToken(SECRET, wrong)).toThrow();
  });
});
