import { expect, test } from 'vitest';
import { splitBody } from '../../src/web/body.ts';

const paragraphs = (count: number) =>
  Array.from({ length: count }, (_, i) => `<p>${i + 1} <em>a</em><br>b</p>`).join('');

test('a text of 900 words stays whole', () => {
  expect(splitBody(paragraphs(30), 900)).toEqual({ lead: paragraphs(30), rest: '' });
});

test('a longer one is cut after five paragraphs, and nothing is lost', () => {
  const html = paragraphs(30);
  const { lead, rest } = splitBody(html, 901);
  expect(lead).toBe(paragraphs(5));
  expect(lead + rest).toBe(html);
});

test('paragraphs inside a quotation are never cut off from it', () => {
  const quoted = `<blockquote>${paragraphs(8)}</blockquote>`;
  const { lead, rest } = splitBody(`${quoted}${paragraphs(6)}`, 2000);
  expect(lead).toBe(`${quoted}${paragraphs(5)}`);
  expect(rest).not.toBe('');
});

test('a long text without paragraphs stays whole', () => {
  expect(splitBody('<ul><li>a</li></ul>', 2000)).toEqual({ lead: '<ul><li>a</li></ul>', rest: '' });
});
