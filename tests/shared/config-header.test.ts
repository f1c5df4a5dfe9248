import { expect, test } from 'vitest';
import { parseConfig } from '../../src/shared/config.ts';

const newsroom = {
  name: 'The Test Tide',
  tagline: 'For tests only',
  url: 'https://tide.example',
  from: 'The Test Tide <tide@tide.example>',
  postalAddress: '1 Quay\nTestport',
  timezone: 'UTC',
  language: 'en',
};
const configWith = (over: object) =>
  parseConfig({
    newsroom: { ...newsroom, ...over },
    categories: [{ slug: 'harbour', name: 'Harbour' }],
    sources: [],
  });

test.each([
  ['name', 'Tide\r\nBcc: eve@else.example'],
  ['tagline', 'One\u2028two'],
  ['from', 'Tide\nBcc: eve@else.example <tide@tide.example>'],
  ['replyTo', 'tide@tide.example\r\nBcc: eve@else.example'],
])('newsroom.%s cannot bring a line into a mail’s header', (field, value) => {
  expect(() => configWith({ [field]: value })).toThrow(new RegExp(`newsroom\\.${field}: `));
});

test('white space around a sender is no part of it', () => {
  expect(configWith({ from: ' tide@tide.example\n' }).newsroom.from).toBe('tide@tide.example');
});
