import { describe, expect, test } from 'vitest';
import { categorize } from '../../src/collect/categorize.ts';
import { plausibleDate, readDate } from '../../src/collect/feed/date.ts';
import { nextTurn, retryAfter } from '../../src/collect/due.ts';
import { articleSlug } from '../../src/collect/items.ts';
import { canonicalUrl, isSameSite } from '../../src/collect/url.ts';

describe('the canonical address', () => {
  test.each([
    ['HTTPS://News.Example:443/A?b=2&a=1#top', 'https://news.example/A?a=1&b=2'],
    ['http://news.example/a?utm_source=x&fbclid=1&mc_cid=2&gclid=3', 'http://news.example/a'],
    ['https://news.example/a?id=7&utm_medium=rss', 'https://news.example/a?id=7'],
    ['https://news.example./a?', 'https://news.example/a'],
    ['https://news.example/a?q=a%20b+c', 'https://news.example/a?q=a%20b+c'],
    ['https://bücher.example/ä', 'https://xn--bcher-kva.example/%C3%A4'],
    ['//news.example/a', 'https://news.example/a'],
    ['/b?x=1', 'https://base.example/b?x=1'],
  ])('of %s is %s', (written, canonical) => {
    expect(canonicalUrl(written, 'https://base.example/feed')).toBe(canonical);
    expect(canonicalUrl(canonical)).toBe(canonical);
  });
  test.each([
    '',
    'javascript:alert(1)',
    'data:text/html,x',
    'mailto:a@b.example',
    'https://me:pw@news.example/',
    `https://news.example/${'a'.repeat(10_000)}`,
  ])('of %j is none', (written) => expect(canonicalUrl(written, 'https://base.example/')).toBeUndefined());
  test('is trusted within a site only', () => {
    expect(isSameSite('https://www.news.example/a', 'https://m.news.example/b')).toBe(true);
    expect(isSameSite('https://sport.news.example/a', 'https://news.example/b')).toBe(true);
    expect(isSameSite('https://news.example/a', 'https://badnews.example/b')).toBe(false);
    expect(isSameSite('http://127.0.0.1:1/a', 'http://127.0.0.1:2/b')).toBe(false);
  });
});

describe('a date', () => {
  test.each([
    ['Mon, 23 Nov 2026 09:30:00 +0100', '2026-11-23T08:30:00.000Z'],
    ['23 Nov 2026 09:30 EST', '2026-11-23T14:30:00.000Z'],
    ['Mon, 23 Nov 2026 09:30:00 CET', '2026-11-23T08:30:00.000Z'],
    ['Mon, 23 Nov 2026 09:30:00', '2026-11-23T09:30:00.000Z'],
    ['2026-11-23T09:30:00', '2026-11-23T09:30:00.000Z'],
    ['2026-11-23 09:30', '2026-11-23T09:30:00.000Z'],
    ['2026-11-23T09:30:00.5+0530', '2026-11-23T04:00:00.500Z'],
    ['2026-11-23', '2026-11-23T00:00:00.000Z'],
  ])('%s is read', (text, expected) => expect(readDate(text)?.toISOString()).toBe(expected));
  test.each(['', 'yesterday', '2026-13-45', '31/31/2026 x'])('%j is not', (text) =>
    expect(readDate(text)).toBeUndefined(),
  );
  test('that is missing, in the future or before 1990 gives way to the time of collecting', () => {
    const now = new Date('2026-11-23T12:00:00Z');
    const said = (text: string) => plausibleDate(new Date(text), now).toISOString();
    expect(said('2026-11-20T00:00:00Z')).toBe('2026-11-20T00:00:00.000Z');
    expect(said('2099-01-01T00:00:00Z')).toBe(now.toISOString());
    expect(said('1970-01-01T00:00:00Z')).toBe(now.toISOString());
    expect(plausibleDate(undefined, now)).toBe(now);
  });
});

describe('the next turn of a source', () => {
  const now = new Date('2026-11-23T12:00:00Z');
  const hours = (turn: Parameters<typeof nextTurn>[1]) =>
    (nextTurn(now, turn).getTime() - now.getTime()) / 3_600_000;
  test('is within the hour after a success, so that the hourly schedule finds it', () => {
    expect(hours({ ok: true })).toBeGreaterThan(0.75);
    expect(hours({ ok: true })).toBeLessThan(1);
  });
  test('moves away with each failure, at most a week', () => {
    expect([1, 2, 4, 100].map((count) => Math.ceil(hours(failed(count))))).toEqual([1, 2, 8, 168]);
  });
  test('is not before the source said, and far off when it is gone', () => {
    expect(hours(failed(1, 6 * 3600))).toBe(6);
    expect(hours(failed(5, 60))).toBeGreaterThan(15);
    expect(hours({ ok: false, code: 'source.gone', failureCount: 1 })).toBe(365 * 24);
  });
  test('reads Retry-After in seconds and as a date', () => {
    expect(retryAfter('120', now)).toBe(120);
    expect(retryAfter('Mon, 23 Nov 2026 12:05:00 GMT', now)).toBe(300);
    expect(retryAfter('Mon, 23 Nov 2020 12:05:00 GMT', now)).toBe(0);
    expect(retryAfter('soon', now)).toBeUndefined();
  });
});

describe('categories', () => {
  const shelves = [
    { slug: 'transport', name: 'Transport', keywords: ['ferry', 'night train', 'Straßenbahn'] },
    { slug: 'health', name: 'Health', keywords: ['clinic', 'C++ virus'] },
    { slug: 'money', name: 'Money', keywords: ['bank', 'rent'] },
    { slug: 'sport', name: 'Sport', keywords: ['rowing'] },
  ];
  const file = (title: string, text = '', sourceCategories: string[] = []) =>
    categorize({ title, text, sourceCategories }, shelves);
  test('come from whole words in any case, not from parts of words', () => {
    expect(file('FERRY to the island')).toEqual(['transport']);
    expect(file('Ferryman, transferry and parent')).toEqual([]);
    expect(file('Die STRASSENBAHN und die Straßenbahn')).toEqual(['transport']);
    expect(file('The night\n train')).toEqual(['transport']);
    expect(file('A C++ virus?')).toEqual(['health']);
  });
  test('need more than one mention in passing', () => {
    expect(file('Harvest', 'We took the ferry.')).toEqual([]);
    expect(file('Harvest', 'The ferry waits. The ferry sails.')).toEqual(['transport']);
  });
  test('weigh the title three times, and keep the newsroom’s order among equals', () => {
    expect(file('Rent', 'clinic clinic clinic clinic')).toEqual(['health', 'money']);
    expect(file('Clinic', 'bank bank')).toEqual(['health', 'money']);
  });
  test('are at most three, and those of the source are always among them', () => {
    const text = 'ferry ferry ferry clinic clinic clinic bank bank bank';
    expect(file('Ferry, clinic, bank', text, ['sport'])).toEqual(['transport', 'health', 'sport']);
    expect(file('Nothing', '', ['money'])).toEqual(['money']);
  });
});

test('a slug holds the title in plain letters and is the same for the same address', () => {
  const slug = articleSlug('Ça va? “Oui”!', 'https://a.example/1');
  expect(slug).toMatch(/^ca-va-oui-[0-9a-f]{7}$/);
  expect(articleSlug('Ça va? “Oui”!', 'https://a.example/1')).toBe(slug);
  expect(articleSlug('Ça va? “Oui”!', 'https://a.example/2')).not.toBe(slug);
  expect(articleSlug('!!!', 'https://a.example/1')).toMatch(/^article-[0-9a-f]{7}$/);
});

function failed(failureCount: number, retryAfterSeconds?: number) {
  return { ok: false as const, code: 'fetch.timeout', failureCount, retryAfterSeconds };
}
