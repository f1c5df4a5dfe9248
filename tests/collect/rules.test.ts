import { describe, expect, test } from 'vitest';
import { categorize } from '../../src/collect/categorize.ts';
import { isSilent, nextTurn, rhythmOf } from '../../src/collect/due.ts';
import { articleSlug } from '../../src/collect/items.ts';
import { afterMove, type Moves } from '../../src/collect/moves.ts';
import { troublesOf } from '../../src/collect/troubles.ts';
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

describe('the next turn of a source', () => {
  const now = new Date('2026-11-23T12:00:00Z');
  const hours = (turn: Parameters<typeof nextTurn>[1]) =>
    (nextTurn(now, turn).getTime() - now.getTime()) / 3_600_000;
  const after = (articlesPerDay: number | null, ttlMinutes?: number) =>
    hours({ ok: true, articlesPerDay, ttlMinutes });
  test('is within the hour while nobody knows how often it publishes', () => {
    expect(after(null)).toBeGreaterThan(0.75);
    expect(after(null)).toBeLessThan(1);
  });
  test('comes twice as often as it publishes, from ten minutes to a day', () => {
    expect(after(3)).toBeCloseTo(3.8);
    expect(after(10_000)).toBeCloseTo(0.95 / 6);
    expect(after(0.01)).toBeCloseTo(22.8);
    expect(after(0)).toBeCloseTo(22.8);
  });
  test('is not before the feed’s own ttl, but a ttl of a month is a day', () => {
    expect(after(10_000, 60)).toBeCloseTo(0.95);
    expect(after(10_000, 60 * 24 * 30)).toBeCloseTo(22.8);
  });
  test('moves away with each failure, at most a week', () => {
    expect([1, 2, 4, 100].map((count) => Math.ceil(hours(failed(count))))).toEqual([1, 2, 8, 160]);
  });
  test('is not before the source said, but no source sends us away for more than a day', () => {
    expect(hours(failed(1, 6 * 3600))).toBe(6);
    expect(hours(failed(5, 60))).toBeGreaterThan(15);
    expect(hours(failed(1, 30 * 24 * 3600))).toBe(24);
  });
});

describe('the rhythm of a source', () => {
  const now = new Date('2026-11-23T12:00:00Z');
  const daysAgo = (...days: number[]) => days.map((day) => new Date(now.getTime() - day * 24 * 3_600_000));
  test('is told from the times in its feed, whatever their order', () => {
    expect(rhythmOf(daysAgo(2, 0, 4, 1), now)).toEqual({
      newestAt: now,
      articlesPerDay: 1,
      longestGapHours: 48,
    });
  });
  test('counts no times that are missing, in the future or before the web', () => {
    expect(rhythmOf([undefined, new Date('2099-01-01'), new Date(0), ...daysAgo(1)], now)).toEqual({
      newestAt: daysAgo(1)[0],
      articlesPerDay: null,
      longestGapHours: null,
    });
  });
  test('slows down when nothing follows', () => {
    expect(rhythmOf(daysAgo(100, 101, 102), now).articlesPerDay).toBeCloseTo(0.03);
  });
  test('makes a silence remarkable that is three times the longest before, and two days at least', () => {
    const silent = (newest: number, gap: number) =>
      isSilent({ newestAt: daysAgo(newest)[0] ?? null, articlesPerDay: 1, longestGapHours: gap }, now);
    expect(silent(1.9, 1)).toBe(false);
    expect(silent(2.1, 1)).toBe(true);
    expect(silent(8, 72)).toBe(false);
    expect(silent(10, 72)).toBe(true);
    expect(isSilent({ newestAt: null, articlesPerDay: null, longestGapHours: null }, now)).toBe(false);
  });
});

const hour = (n: number) => new Date(Date.UTC(2026, 10, 23, n));

describe('the address of a source that has moved', () => {
  const still = { fetchUrl: null, movedTo: null, movedSince: null, movedCount: 0 };
  test('is taken after three answers in a row over a day', () => {
    let moves: Moves = still;
    for (const n of [0, 1, 2, 23]) moves = afterMove(moves, 'https://new.example/', hour(n));
    expect(moves).toMatchObject({ fetchUrl: null, movedCount: 4 });
    moves = afterMove(moves, 'https://new.example/', hour(24));
    expect(moves).toEqual({ ...still, fetchUrl: 'https://new.example/' });
  });
  test('is not taken when it changes its mind', () => {
    let moves: Moves = still;
    for (const n of [0, 1, 2]) moves = afterMove(moves, 'https://new.example/', hour(n));
    moves = afterMove(moves, 'https://other.example/', hour(30));
    expect(moves).toMatchObject({ fetchUrl: null, movedTo: 'https://other.example/', movedCount: 1 });
    expect(afterMove(moves, undefined, hour(31))).toEqual(still);
  });
});

describe('troubles', () => {
  const now = new Date('2026-11-23T12:00:00Z');
  const fine = {
    title: 'Post',
    failingSince: null,
    stoppedAt: null,
    errorReason: null,
    newestAt: now,
    articlesPerDay: 1,
    longestGapHours: 30,
  };
  const since = new Date('2026-11-10T12:00:00Z');
  test.each([
    ['fine', {}, []],
    ['failing for an hour', { failingSince: new Date('2026-11-23T11:00:00Z'), errorReason: 'No.' }, []],
    ['failing for days', { failingSince: since, errorReason: 'No.' }, [{ kind: 'failing', reason: 'No.' }]],
    ['stopped', { failingSince: since, stoppedAt: since, errorReason: 'Gone.' }, [{ kind: 'stopped' }]],
    ['silent', { newestAt: since }, [{ kind: 'silent', reason: expect.stringContaining('30 hours') }]],
  ])('of a source that is %s', (_, change, expected) => {
    const found = troublesOf([{ ...fine, ...change }], now);
    expect(found).toEqual(
      expected.map((trouble) => expect.objectContaining({ source: 'Post', since, ...trouble })),
    );
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
  return { ok: false as const, failureCount, retryAfterSeconds };
}
