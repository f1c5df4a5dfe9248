import { describe, expect, test } from 'vitest';
import { issueToken, readToken, type TokenSubject } from '../../src/shared/token.ts';

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
