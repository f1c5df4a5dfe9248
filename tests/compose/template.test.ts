import { expect, test } from 'vitest';
import { layOut, openFragment, resized, spliced } from '../../src/compose/template.ts';

const PETITION = '0b2f6a52-91c1-4a4e-8f6e-2f6f1c0a9d11';
const LINK_BYTES = { preferences: 4, unsubscribe: 6, sign: 5 };
const LINKS = { preferences: 'ME-1', unsubscribe: 'STOP-1', sign: (id: string) => `S-${id.slice(0, 3)}` };
const WORDS = { preheader: 'Fähre', count: '12', more: '3' };

const fragment = openFragment(
  ['é<', { kind: 'count' }, '> ', { kind: 'preferences' }, ' ß ', { kind: 'sign', petitionId: PETITION }],
  LINK_BYTES,
);
const end = openFragment([{ kind: 'unsubscribe' }, { kind: 'preheader' }, '.'], LINK_BYTES);
const layout = layOut([fragment, end].map((part) => ({ fragment: part, words: WORDS })));

test('the size of a fragment is known before anybody’s links are', () => {
  expect(fragment.bytes).toBe(Buffer.byteLength('é<> ME-1 ß S-0b2'));
  expect(layout.bytes).toBe(Buffer.byteLength('é<12> ME-1 ß S-0b2STOP-1Fähre.'));
});

test('words and links stand in their places, whatever stood in the memory before', () => {
  const mail = spliced(layout, LINKS, (bytes) => Buffer.alloc(bytes, 'x'));
  expect(mail.toString()).toBe('é<12> ME-1 ß S-0b2STOP-1Fähre.');
});

test('one reader’s links are never in another’s mail', () => {
  const memory = Buffer.alloc(256, 'x');
  let at = 0;
  const take = (bytes: number) => memory.subarray(at, (at += bytes));
  const other = { ...LINKS, preferences: 'ME-2', unsubscribe: 'STOP-2' };
  const mails = [LINKS, other, LINKS].map((links) => spliced(layout, links, take));
  expect(mails.map(String)).toEqual([
    'é<12> ME-1 ß S-0b2STOP-1Fähre.',
    'é<12> ME-2 ß S-0b2STOP-2Fähre.',
    'é<12> ME-1 ß S-0b2STOP-1Fähre.',
  ]);
});

test.each(['ME', 'ME-one', 'MÉ-1'])(
  'a link “%s” that is not as long as its place is refused',
  (preferences) => {
    expect(() => spliced(layout, { ...LINKS, preferences }, (bytes) => Buffer.alloc(bytes))).toThrow(
      /preferences/,
    );
  },
);

test('links of any length fit a view that nobody else shares', () => {
  const links = { preferences: '/subscribe', unsubscribe: '', sign: () => '/petitions/ferry' };
  expect(resized(layout, links).toString()).toBe('é<12> /subscribe ß /petitions/ferryFähre.');
});
