import { describe, expect, test } from 'vitest';
import { readFeed } from '../../../src/collect/feed/feed.ts';

const read = (items: string, itemsMax = 1_000) =>
  readFeed(`<rss version="2.0"><channel>${items}</channel></rss>`, {
    url: 'https://harbour.example/feed',
    itemsMax,
  });
const item = (n: number, inside = '') =>
  `<item><title>${n}</title><link>https://harbour.example/${n}?utm_source=feed</link>${inside}</item>`;
const guid = (text: string) => `<guid isPermaLink="false">${text}</guid>`;

const episode = (n: number) =>
  item(1, `${guid(`e${n}`)}<enclosure url="https://cdn.example/${n}.mp3" type="audio/mpeg" length="1"/>`);

describe('an item is known by', () => {
  test('its guid, however its address changes', () => {
    expect(read(item(1, guid('one'))).items[0]).toMatchObject({
      guid: 'one',
      url: 'https://harbour.example/1',
    });
  });
  test('its address without tracking when it has no guid', () => {
    expect(read(item(1)).items[0]?.guid).toBe('https://harbour.example/1');
  });
  test('its address when all of 400 have the same guid', () => {
    const { items } = read(Array.from({ length: 400 }, (_, n) => item(n, guid('same'))).join(''));
    expect(new Set(items.map((one) => one.guid)).size).toBe(400);
    expect(items[7]?.guid).toBe('https://harbour.example/7');
  });
  test('its own guid when only others share one', () => {
    const { items } = read(item(1, guid('same')) + item(2, guid('same')) + item(3, guid('three')));
    expect(items.map((one) => one.guid)).toEqual([
      'https://harbour.example/1',
      'https://harbour.example/2',
      'three',
    ]);
  });
});

describe('items with one address', () => {
  test('are one, and the others are left out with the reason', () => {
    const { items, leftOut, leftOutItems } = read(item(1, guid('a')) + item(1, guid('b')));
    expect(items.map((one) => one.guid)).toEqual(['a']);
    expect(leftOut).toBe(1);
    expect(leftOutItems).toEqual([{ title: '1', reason: 'Another entry of the feed has the same address.' }]);
  });
  test('are episodes of their own when each has its recording', () => {
    expect(read(episode(1) + episode(2)).items).toMatchObject([
      { guid: 'e1', url: 'https://cdn.example/1.mp3', kind: 'audio', hasPage: false },
      { guid: 'e2', url: 'https://cdn.example/2.mp3', kind: 'audio', hasPage: false },
    ]);
  });
});

test('the newest come first, whatever stands first, and those without a date last', () => {
  const dated = (n: number, date: string) => item(n, `<pubDate>${date}</pubDate>`);
  const text = dated(1, '2026-11-20') + item(2) + dated(3, '2026-11-22') + dated(4, '1970-01-01');
  expect(read(text).items.map(({ title }) => title)).toEqual(['3', '1', '2', '4']);
  expect(read(text, 2).items.map(({ title }) => title)).toEqual(['3', '1']);
});

test('the reasons of many items without an address are not all written down', () => {
  const { leftOut, leftOutItems } = read('<item><title>x</title></item>'.repeat(500));
  expect(leftOut).toBe(500);
  expect(leftOutItems).toHaveLength(20);
});

test('the picture of an item is the one that its feed gives, else the first in its text with its words', () => {
  const html =
    '<![CDATA[<img src="/pixel.gif" width="1" height="1"><p>x</p><img src="/quay.jpg" alt=" The  quay ">]]>';
  const { items } = read(
    item(1, `<description>${html}</description>`) +
      item(2, `<description>${html}</description><media:thumbnail url="/t.jpg"/>`),
  );
  expect(items).toMatchObject([
    { imageUrl: 'https://harbour.example/quay.jpg', imageAlt: 'The quay' },
    { imageUrl: 'https://harbour.example/t.jpg', imageAlt: undefined },
  ]);
});

test('a recording is given with its length', () => {
  const { items } = read(
    item(1, '<enclosure url="/1.mp3" type="audio/mpeg" length="9"/><itunes:duration>12:30</itunes:duration>'),
  );
  expect(items[0]).toMatchObject({
    kind: 'audio',
    mediaUrl: 'https://harbour.example/1.mp3',
    mediaSeconds: 750,
    hasPage: true,
  });
});
