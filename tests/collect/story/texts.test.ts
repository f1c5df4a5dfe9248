import { describe, expect, test } from 'vitest';
import { findDuplicates, type Told } from '../../../src/collect/story/dedupe.ts';
import { findRelated, type Comparable } from '../../../src/collect/story/related.ts';

const words = (subject: string, from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `${subject}${from + i}`).join(' ');
const SINCE = new Date('2026-11-20T12:00:00Z');

describe('duplicates', () => {
  const whole = words('w', 0, 200);
  test('are texts that mostly stand in an earlier one, whatever the order of arrival', () => {
    const articles = [
      told('copy', `${words('intro', 0, 30)} ${whole}`, '23T09:00'),
      told('first', whole, '23T08:00'),
      told('part', words('w', 20, 90), '23T10:00'),
      told('other', words('x', 0, 200), '23T11:00'),
    ];
    const expected = { first: null, copy: 'first', part: 'first', other: null };
    expect(Object.fromEntries(findDuplicates(articles, SINCE))).toEqual(expected);
    expect(Object.fromEntries(findDuplicates(articles.toReversed(), SINCE))).toEqual(expected);
  });
  test('are not texts that share less than half', () => {
    const half = `${words('w', 0, 80)} ${words('y', 0, 120)}`;
    expect(
      findDuplicates([told('a', whole, '23T08:00'), told('b', half, '23T09:00')], SINCE).get('b'),
    ).toBeNull();
  });
  test('never name a duplicate as the original', () => {
    const drifting = [
      told('a', words('w', 0, 100), '23T08:00'),
      told('b', words('w', 40, 140), '23T09:00'),
      told('c', words('w', 80, 180), '23T10:00'),
    ];
    const found = findDuplicates(drifting, SINCE);
    for (const original of found.values()) if (original !== null) expect(found.get(original)).toBeNull();
    expect(found.get('b')).toBe('a');
    expect(found.get('c')).toBeNull();
  });
  test('of a few words need the same title and text', () => {
    const short = [
      told('a', 'Watch the film', '23T08:00', { title: 'Harbour' }),
      told('b', 'Watch the film!', '23T09:00', { title: 'Hill' }),
      told('c', 'WATCH the film.', '23T10:00', { title: 'harbour' }),
    ];
    expect(Object.fromEntries(findDuplicates(short, SINCE))).toEqual({ a: null, b: null, c: 'a' });
  });
  test('more than three days apart are told anew, and what is settled stays', () => {
    const articles = [
      told('old', whole, '18T08:00'),
      told('settled', whole, '20T08:00', { duplicateOfId: 'old' }),
      told('new', whole, '22T08:00'),
      told('newer', whole, '23T08:00'),
    ];
    expect(Object.fromEntries(findDuplicates(articles, SINCE))).toEqual({ new: null, newer: 'new' });
  });
});

describe('related articles', () => {
  const noise = Array.from({ length: 10 }, (_, i) => article(`n${i}`, 'n', words(`noise${i}x`, 0, 30)));
  test('are near by what is rare, other sources first at equal distance, duplicates left out', () => {
    const ferry = 'ferry harbour captain timetable island';
    const found = findRelated([
      article('a', 'one', ferry),
      article('same', 'one', ferry),
      article('other', 'two', ferry),
      article('copy', 'three', ferry, { duplicateOfId: 'a' }),
      article('clinic', 'two', 'clinic nurse patient ward'),
      ...noise,
    ]);
    expect(found.get('a')?.map(({ relatedId }) => relatedId)).toEqual(['other', 'same']);
    expect(found.get('copy')?.map(({ relatedId }) => relatedId)).toEqual(['same', 'other']);
    expect(found.get('clinic')).toEqual([]);
  });
  test('are at most ten, with similarities in hundredths', () => {
    const many = Array.from({ length: 20 }, (_, i) =>
      article(`m${i}`, `s${i}`, `ferry harbour captain m${i}`),
    );
    const others = Array.from({ length: 60 }, (_, i) => article(`n${i}`, 'n', words(`noise${i}x`, 0, 30)));
    const related = findRelated([...many, ...others]).get('m0') ?? [];
    expect(related).toHaveLength(10);
    for (const { similarity } of related) expect(similarity).toBe(Math.round(similarity * 100) / 100);
  });
});

function told(id: string, text: string, time: string, more: Partial<Told> = {}): Told {
  const url = `https://a.example/${id}`;
  const publishedAt = new Date(`2026-11-${time}:00Z`);
  return { id, url, title: 'T', text, duplicateOfId: null, publishedAt, ...more };
}

function article(id: string, sourceId: string, text: string, more: Partial<Comparable> = {}): Comparable {
  const url = `https://${sourceId}.example/${id}`;
  const publishedAt = new Date('2026-11-23T08:00:00Z');
  return { id, url, sourceId, title: text, text, duplicateOfId: null, publishedAt, ...more };
}
