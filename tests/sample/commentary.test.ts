import { describe, expect, test } from 'vitest';
import input from '../../broadside.config.ts';
import { urlOf } from '../../sample/article.ts';
import { sampleArticles } from '../../sample/articles.ts';
import { sampleCommentaries } from '../../sample/commentary.ts';
import { commentaryAnswer } from '../../src/comment/commentary.ts';
import { parseConfig } from '../../src/shared/config.ts';
import { plainBody, proseOf } from './texts.ts';

const config = parseConfig(input);
const slugs = (list: readonly { slug: string }[]) => list.map(({ slug }) => slug);
const inOffice = config.officials.filter(({ termEndsOn }) => termEndsOn === undefined || termEndsOn > '2030');
const retired = config.officials.filter((official) => !inOffice.includes(official));
const written = sampleArticles.flatMap(({ commentary, ...article }) =>
  commentary ? [{ ...article, commentary }] : [],
);

test('at least eight stories have commentary, found by their canonical address', () => {
  expect(written.length).toBeGreaterThanOrEqual(8);
  expect([...sampleCommentaries().keys()]).toEqual(written.map(urlOf));
});

test('some stories have none, to show what a day without a model looks like', () => {
  expect(sampleArticles.length - written.length).toBeGreaterThanOrEqual(3);
});

describe.each(written)('the commentary on $slug', ({ commentary, ...article }) => {
  const prose = proseOf(commentary);

  test('has the shape that a model’s answer must have', () => {
    expect(commentaryAnswer.safeParse(commentary).error).toBeUndefined();
  });

  test('names categories, petitions and officials that the newsroom has', () => {
    expect(slugs(config.categories)).toEqual(expect.arrayContaining(commentary.categories));
    expect(slugs(config.petitions)).toEqual(expect.arrayContaining(slugs(commentary.todo.petitions)));
    expect(slugs(inOffice)).toEqual(expect.arrayContaining(commentary.todo.officials?.slugs ?? []));
  });

  test('holds no address, number, handle or link, and nobody who left office', () => {
    for (const text of prose) {
      expect(text).not.toMatch(/https?:|www\.|\b[\w-]+\.(?:example|localhost|com|org|net)\b/i);
      expect(text).not.toMatch(/@|\b555-|\d{3}[ .-]\d{3,4}\b|\+\d/);
      for (const { name } of retired) expect(text).not.toContain(name);
    }
  });

  test('quotes only what stands in the story', () => {
    const source = straight(`${article.title} ${article.summary} ${plainBody(article)}`);
    const quoted = prose.flatMap((text) => [...text.matchAll(/“([^”]+)”/g)].map(([, words = '']) => words));
    for (const words of quoted.filter((each) => each.split(/\s+/).length > 2))
      expect(source).toContain(straight(words).replace(/[.,;:!?…]+$/, ''));
  });
});

const straight = (text: string) => text.replace(/[‘’]/g, "'").replace(/\s+/g, ' ').trim();
