import { beforeAll, describe, expect, test } from 'vitest';
import { renderDigest } from '../../src/compose/render.ts';
import { category, digest, mark, story } from './digest-fixture.ts';
import { seamless, unclosed, wordView } from './markup.ts';

const MARK = /\u27ea5f0c9a (open|close) ([^\u27eb]+)\u27eb/g;
const KEYS = [
  'contents:transport',
  'contents:parks',
  'category:transport',
  'story:transport:a1',
  'story:transport:a2',
  'more:transport',
  'category:parks',
  'story:parks:b1',
  'more:parks',
];

let marked: { html: string; text: string };
beforeAll(async () => {
  marked = await renderDigest(digest({ mark }));
});

describe.each(['html', 'text'] as const)('marks in the %s', (part) => {
  test('come through once each, nested, in the order of the edition', () => {
    const opened: string[] = [];
    const open: string[] = [];
    for (const [, edge, key = ''] of marked[part].matchAll(MARK)) {
      if (edge === 'open') {
        opened.push(key);
        open.push(key);
      } else expect(open.pop()).toBe(key);
    }
    expect(open).toEqual([]);
    expect(opened).toEqual(KEYS);
  });

  test('nothing stands between two blocks of a kind', () => {
    const gap = part === 'html' ? ' ?' : '';
    for (const kind of ['contents', 'category', 'story:transport'])
      expect(marked[part]).toMatch(
        new RegExp(`close ${kind}:[a-z0-9]+\u27eb${gap}\u27ea5f0c9a open (?:${kind}|more):`),
      );
  });

  test('without marks the same digest holds no trace of them', async () => {
    const bare = await renderDigest(digest());
    expect(seamless(bare[part])).toBe(seamless(marked[part].replace(MARK, '')));
  });
});

test.each(KEYS)('the HTML stays whole without %s, in the Word view too', (key) => {
  const html = drop(marked.html, key).replace(MARK, '');
  expect(unclosed(html)).toBeUndefined();
  expect(unclosed(wordView(html))).toBeUndefined();
});

test('categories in another order leave whole HTML', () => {
  const [transport = '', parks = ''] = ['category:transport', 'category:parks'].map((key) =>
    blockOf(marked.html, key),
  );
  const html = marked.html
    .replace(transport, '')
    .replace(parks, parks + transport)
    .replace(MARK, '');
  expect(html.indexOf('Parks</h2>')).toBeLessThan(html.indexOf('Transport</h2>'));
  expect(unclosed(wordView(html))).toBeUndefined();
});

test.each(['html', 'text'] as const)(
  'the %s without one story is what a digest without it gives',
  async (part) => {
    const props = digest({
      categories: [category('transport', [story('a1')], { count: '2' }), category('parks', [story('b1')])],
    });
    const direct = await renderDigest(props);
    const spliced = drop(marked[part], 'story:transport:a2').replace(MARK, '');
    expect(seamless(spliced)).toBe(seamless(direct[part]));
  },
);

test('placeholders for links and counts come through byte by byte', async () => {
  const sign = 'https://5f0c9ae1b2.invalid/sign/0b2f6a52-91c1-4a4e-8f6e-2f6f1c0a9d11';
  const count = '\u27ea5f0c9a count transport\u27eb';
  const petition = { title: 'Keep the night buses', url: sign, signed: 1, goal: 2 };
  const { html, text } = await renderDigest(
    digest({
      mark,
      categories: [
        category('transport', [story('a1', { petition })], {
          count,
          more: { count, url: 'https://x.invalid/more' },
        }),
      ],
    }),
  );
  for (const part of [html, text]) {
    expect(part).toContain(sign);
    expect(part).toContain('https://5f0c.invalid/unsubscribe');
    expect(part.split(count)).toHaveLength(3);
  }
});

function blockOf(part: string, key: string): string {
  const close = mark('close', key);
  return part.slice(part.indexOf(mark('open', key)), part.indexOf(close) + close.length);
}

function drop(part: string, key: string): string {
  return part.replace(blockOf(part, key), '');
}
