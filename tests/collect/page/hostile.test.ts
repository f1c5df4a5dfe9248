import { afterAll, expect, test } from 'vitest';
import { createPageReader } from '../../../src/collect/page/reader.ts';

const reader = createPageReader({ workers: 1, timeoutMs: 10_000 });
afterAll(() => reader.close());

const many = (count: number, piece: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => piece(i)).join('');

test.each([
  ['33 kB of nested elements', '<div>'.repeat(6_600)],
  ['5 MB of nested elements', '<div>'.repeat(1_000_000)],
  ['nested formatting', many(50_000, (i) => `<font color=${i}>`)],
  ['nested formatting and paragraphs', many(90, (i) => `<font color=${i}>`) + '<p>x'.repeat(5_000)],
  ['nested links', many(50_000, (i) => `<a href=${i}><div>`)],
  ['nested tables', '<table><tr><td>'.repeat(100_000)],
  ['what tables do not want', `<table>${'<b>x'.repeat(100_000)}`],
  ['60,000 links', '<a href="/x">x</a>'.repeat(60_000)],
  ['10,000 siblings', '<p>One paragraph of text, with commas, and a length.</p>'.repeat(10_000)],
  ['5 MB of text without tags', 'word and word. '.repeat(330_000)],
  ['one word of 5 MB', 'x'.repeat(4_999_000)],
  ['NULs', '\0'.repeat(4_900_000)],
  ['white space', `<p>${' '.repeat(4_900_000)}x`],
  ['a title of separators', `<title>${' | '.repeat(300_000)}</title><p>x`],
  ['a huge attribute', `<p class="${'a '.repeat(2_400_000)}">Hello</p>`],
  ['many attributes', `<p ${many(100_000, (i) => `a${i}=1 `)}>Hello</p>`],
  ['comments', '<!--x-->'.repeat(600_000)],
  ['linked data without end', `<script type="application/ld+json">${'['.repeat(2_000_000)}</script><p>x`],
  ['many linked data', '<script type="application/ld+json">{"@type":"Article"}</script>'.repeat(50_000)],
  ['frames', '<html><frameset><frame src="/a"></frameset></html>'],
])(
  'a page of %s is read or refused, and the reader goes on',
  async (_, body) => {
    const outcome = await reader.read({ body: Buffer.from(body), url: 'https://news.example/a' }).then(
      (page) => page.wordCount >= 0,
      (error: unknown) => error,
    );
    if (outcome !== true) expect(outcome).toMatchObject({ code: expect.stringMatching(/^page\.too_/) });
    expect((await reader.read({ body: '<p>Hello', url: 'https://news.example/b' })).text).toBe('Hello');
  },
  30_000,
);
