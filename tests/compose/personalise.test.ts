import { beforeAll, describe, expect, test } from 'vitest';
import { editionOf, idOf, readerOf, standing, storiesUnder } from './paper.ts';

const HEADINGS = [
  ['harbour', 'schools'],
  ['schools'],
  ['weather'],
  ['harbour'],
  ['weather', 'harbour'],
  ['schools'],
  ['harbour'],
];

const whole = (...categories: string[]) => standing(edition.mailFor(readerOf(...categories))?.plan);

let edition: Awaited<ReturnType<typeof editionOf>>;
beforeAll(async () => {
  edition = await editionOf(storiesUnder(HEADINGS));
});

test('categories stand in the reader’s order, their stories in the edition’s', () => {
  expect(standing(edition.mailFor(readerOf('weather', 'schools'))?.plan)).toEqual([
    'weather 2 full',
    'weather 4 full',
    'schools 0 full',
    'schools 1 full',
    'schools 5 full',
  ]);
});

test('a story under two of a reader’s headings stands once, under the first of them', () => {
  expect(whole('schools', 'harbour')).toContain('schools 0 full');
  expect(whole('schools', 'harbour')).not.toContain('harbour 0 full');
  expect(whole('harbour', 'schools')).toContain('harbour 0 full');
  expect(whole('harbour', 'schools')).not.toContain('schools 0 full');
});

test('a heading whose stories all stood before is not there', async () => {
  const twice = await editionOf(storiesUnder([['harbour', 'schools'], ['harbour']]));
  const mail = twice.mailFor(readerOf('harbour', 'schools'));
  expect(mail?.plan.categories.map(({ slug }) => slug)).toEqual(['harbour']);
  expect(mail?.html).not.toContain('Schools');
});

test('who chose nothing that is in the edition has no mail', () => {
  expect(edition.mailFor(readerOf())).toBeUndefined();
  expect(edition.mailFor(readerOf('gone', 'never'))).toBeUndefined();
});

test('what a reader had in another edition is not in this one, nor in its counts', () => {
  const had = [idOf(0), idOf(2), '00000000-0000-4000-8000-00000000ffff'];
  const mail = edition.mailFor({ ...readerOf('weather', 'harbour'), had });
  expect(standing(mail?.plan)).toEqual(['weather 4 full', 'harbour 3 full', 'harbour 6 full']);
  expect(mail?.stories).toBe(3);
  expect(mail?.html).not.toContain('Story 0');
  expect(mail?.text).toContain('* Harbour: 2\n');
  const others = edition.mailFor(readerOf('weather', 'harbour'));
  expect(others?.html).toContain('Story 2');
  expect(others?.stories).toBe(5);
});

test('who had everything has no mail', () => {
  const had = HEADINGS.map((_, i) => idOf(i));
  expect(edition.mailFor({ ...readerOf('harbour', 'schools', 'weather'), had })).toBeUndefined();
});

test('a category that was named twice stands once', () => {
  expect(whole('weather', 'weather')).toEqual(['weather 2 full', 'weather 4 full']);
});

test('nothing of a category that was not chosen is in the mail, not even beside its subject', () => {
  const mail = edition.mailFor(readerOf('weather'));
  for (const part of [mail?.html, mail?.text]) {
    expect(part).not.toContain('Story 0');
    expect(part).not.toContain('Story 1');
    expect(part).not.toContain('Schools');
  }
  expect(mail?.html).toContain('Story 2: the “Gull’s” &#60;night&#62;');
});

test('no place is left to fill', () => {
  const mail = edition.mailFor(readerOf('harbour', 'schools', 'weather'), 16_000);
  for (const part of [mail?.html, mail?.text]) {
    expect(part).not.toContain(edition.frame.nonce);
    expect(part).not.toContain('.invalid');
    expect(part).not.toMatch(/[⟪⟫]/);
  }
});

test('the same reader gets the same bytes; another reader other links only', () => {
  const reader = readerOf('harbour', 'weather');
  const first = edition.mailFor(reader);
  const again = edition.mailFor({ ...reader });
  expect([again?.html, again?.text]).toEqual([first?.html, first?.text]);
  const other = edition.mailFor({ ...reader, subscriberId: '00000000-0000-4000-8000-000000000901' });
  const bare = (mail: typeof first) => mail?.html.replace(/\/(me|u|s)\/[A-Za-z0-9_-]+/g, '/$1/');
  expect(bare(other)).toBe(bare(first));
  expect(other?.html).not.toBe(first?.html);
});

describe('fitting', () => {
  const reader = readerOf('harbour', 'schools', 'weather');
  const RANK = { full: 0, brief: 1, more: 2 } as const;

  /** The forms by rank, highest story first. */
  const formsAt = (bytesMax: number) => {
    const mail = edition.mailFor(reader, bytesMax);
    const forms = new Map(
      standing(mail?.plan).map((line) => line.split(' ').slice(1) as [string, 'full' | 'brief']),
    );
    return {
      bytes: Buffer.byteLength(mail?.html ?? ''),
      forms: HEADINGS.map((_, i) => forms.get(String(i)) ?? 'more'),
    };
  };

  const headingsAt = (bytesMax: number) =>
    edition.mailFor(reader, bytesMax)?.plan.categories.map(({ slug }) => slug) ?? [];

  /** The least bytes in which all three headings stand, with no story below them. */
  const framesOnly = () => {
    let bytesMax = 12_000;
    while (headingsAt(bytesMax).length < 3 || formsAt(bytesMax).bytes > bytesMax) bytesMax += 5;
    return bytesMax;
  };

  test('with room for all, every story is full', () => {
    expect(new Set(formsAt(99_000).forms)).toEqual(new Set(['full']));
  });

  test('the mail is never larger than allowed while a story can still be given up', () => {
    const least = framesOnly();
    const whole = formsAt(99_000).bytes;
    for (let bytesMax = least + 200; bytesMax < whole + 500; bytesMax += 97)
      expect(formsAt(bytesMax).bytes).toBeLessThanOrEqual(bytesMax);
  });

  test('the lowest story gives way first: to brief, and to the web only when all are brief', () => {
    const seen = new Set<string>();
    const least = framesOnly();
    for (let bytesMax = 99_000; bytesMax > least; bytesMax -= bytesMax > 30_000 ? 3_000 : 50) {
      const { forms } = formsAt(bytesMax);
      seen.add(forms.join());
      const ranks = forms.map((form) => RANK[form]);
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      expect(forms.includes('full') && forms.includes('more')).toBe(false);
    }
    expect(seen.size).toBe(2 * HEADINGS.length + 1);
  });

  test('what was left to the web is counted under its heading and linked', () => {
    const mail = edition.mailFor(reader, framesOnly());
    expect(mail?.plan.categories.map(({ slug, more }) => [slug, more])).toEqual([
      ['harbour', 4],
      ['schools', 2],
      ['weather', 1],
    ]);
    expect(mail?.html).toContain('https://tide.example/editions/2026-11-23#harbour');
    expect(mail?.text).toMatch(/4 more/);
  });

  test('where not even the headings have room, the last of the reader’s are left out, and the rest tell', () => {
    const least = framesOnly();
    const mail = edition.mailFor(reader, least - 100);
    expect(headingsAt(least - 100)).toEqual(['harbour', 'schools']);
    expect(mail?.plan.categories.every(({ stories }) => stories.length > 0)).toBe(true);
    for (const part of [mail?.html, mail?.text]) {
      expect(part).not.toContain('Weather');
      expect(part).toContain('https://tide.example/editions/2026-11-23/mail');
    }
    for (let bytesMax = 12_000; bytesMax < least; bytesMax += 50)
      expect(formsAt(bytesMax).bytes).toBeLessThanOrEqual(bytesMax);
  });

  test('the first heading and the foot stand in any number of bytes', () => {
    const mail = edition.mailFor(reader, 0);
    expect(mail?.plan.categories.map(({ slug, stories, more }) => [slug, stories.length, more])).toEqual([
      ['harbour', 0, 4],
    ]);
    expect(mail?.html).toContain('1 Quay, Testport');
    expect(mail?.plan.preheader).not.toContain('Story 1:');
  });
});
