import { describe, expect, test } from 'vitest';
import { cleanText, countWords, escapeHtml, excerptOf, slugOf, visibleText } from '../../src/shared/html.ts';

test('what means something in HTML is escaped, in texts and attributes', () => {
  expect(escapeHtml(`<a href="x" title='y'>&</a>`)).toBe(
    '&#60;a href=&#34;x&#34; title=&#39;y&#39;&#62;&#38;&#60;/a&#62;',
  );
});

test('a clean text is one line without what no reader should see', () => {
  expect(cleanText(' One\r\n\ttwo\u00A0\u2003three ')).toBe('One two three');
  expect(cleanText('a\u0000b\u0007c\u200Bd\u202Ee\u2066f\uFEFFg\u00ADh\u{E0041}i')).toBe('abcdefghi');
});

test('a clean text keeps what scripts and signs are joined with', () => {
  expect(cleanText('👩‍👧 می‌خواهم')).toBe('👩‍👧 می‌خواهم');
});

test('a visible text keeps its lines, and no half of a character', () => {
  expect(visibleText('One\n two\u202E')).toBe('One\n two');
  expect(visibleText('a\uD83D')).toBe('a\uFFFD');
});

describe('an excerpt', () => {
  test('of a short text is the text', () => {
    expect(excerptOf('Short.', 6)).toBe('Short.');
  });

  test('ends at a sentence where one ends late enough', () => {
    expect(excerptOf('The quay is closed. Nobody knows why, they say.', 30)).toBe('The quay is closed.');
    expect(excerptOf('She said “no.” Then she went home for good.', 20)).toBe('She said “no.”');
  });

  test('ends at a word elsewhere, with an ellipsis and without a dangling comma', () => {
    expect(excerptOf('The harbour, the quay, the boats and the sea', 24)).toBe('The harbour, the quay…');
  });

  test('is never longer than it may be, and never cuts a character', () => {
    const text = '🌊'.repeat(50);
    const excerpt = excerptOf(text, 10);
    expect(Array.from(excerpt).length).toBeLessThanOrEqual(10);
    expect(excerpt.isWellFormed()).toBe(true);
  });
});

test('words are counted by the rules of the script', () => {
  expect(countWords("It isn't 3 o'clock, is it?")).toBe(6);
  expect(countWords('我們明天要移動所有的船', 'zh')).toBeGreaterThan(3);
  expect(countWords(' … ')).toBe(0);
});

test.each([
  ['Ça va? Oui!', 'ca-va-oui'],
  ['The mayor’s “plan”', 'the-mayors-plan'],
  ['Straße 5', 'strasse-5'],
  ['Москва́ — река', 'москва-река'],
  ['???', ''],
])('the slug of %j is %j', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});

test('a slug is at most 80 characters, whole ones, and ends in no hyphen', () => {
  expect(slugOf(`${'a'.repeat(79)} b`)).toBe('a'.repeat(79));
  expect(slugOf(`${'a'.repeat(79)}𐌰𐌱`).isWellFormed()).toBe(true);
  expect(Array.from(slugOf('𐌰'.repeat(100)))).toHaveLength(80);
});
