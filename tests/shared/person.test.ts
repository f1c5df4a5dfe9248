import { expect, test } from 'vitest';
import { isLinkLike } from '../../src/shared/person.ts';

test.each([
  'shop.com',
  'shop。com',
  'shop｡com',
  'shop．com',
  'shop․com',
  'ana＠shop',
  '＜b＞',
  'http:／／shop',
])('%j could be taken for a link', (text) => expect(isLinkLike(text)).toBe(true));

test.each(['J.R. Smith', 'Dr.Smith', 'Dr．Smith', 'Ana…', 'José ǅ. Prado', '中村。', '№ 5'])(
  '%j is a name',
  (text) => expect(isLinkLike(text)).toBe(false),
);
