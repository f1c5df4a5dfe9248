import { describe, expect, test } from 'vitest';
import input from '../../broadside.config.ts';
import { urlOf } from '../../sample/article.ts';
import { sampleArticles } from '../../sample/articles.ts';
import { sampleCommentaries } from '../../sample/commentary.ts';
import {
  commentaryAnswer,
  readingAnswer,
  type CommentaryAnswer,
  type ReadingAnswer,
} from '../../src/comment/commentary.ts';
import { parseConfig } from '../../src/shared/config.ts';
import { countWords } from '../../src/shared/html.ts';
import { numbersIn, passagesOf, plainBody, proseOf } from './texts.ts';

const config = parseConfig(input);
const inOffice = config.officials.filter(({ termEndsOn }) => termEndsOn === undefined || termEndsOn > '2030');
const retired = config.officials.filter((official) => !inOffice.includes(official));
const petitionIds = config.petitions.map(({ slug }) => `petition:${slug}`);
const officialIds = inOffice.map(({ slug }) => `official:${slug}`);
const written = sampleArticles.flatMap(({ reading, commentary, ...article }) =>
  reading && commentary ? [{ ...article, reading, commentary }] : [],
);

test('at least eight stories have commentary, found by their canonical address', () => {
  expect(written.length).toBeGreaterThanOrEqual(8);
  expect([...sampleCommentaries().keys()]).toEqual(written.map(urlOf));
});

test('no story has a reading without commentary or commentary without a reading', () => {
  for (const { reading, commentary } of sampleArticles)
    expect(reading === undefined).toBe(commentary === undefined);
});

test('some stories have none, to show what a day without a model looks like', () => {
  expect(sampleArticles.length - written.length).toBeGreaterThanOrEqual(3);
});

describe.each(written)('the reading of $slug', ({ reading, ...article }) => {
  test('has the shape that a model’s answer must have', () => {
    expect(readingAnswer.safeParse(reading).error).toBeUndefined();
    expect(reading.claims.length).toBeGreaterThanOrEqual(6);
  });

  test('is filed under headings that the newsroom has', () => {
    expect(config.categories.map(({ slug }) => slug)).toEqual(expect.arrayContaining(reading.categories));
  });

  test('names a passage for each claim that stands in the story letter by letter, and has its numbers', () => {
    for (const { text, quote } of reading.claims) {
      expect(passagesOf(article).filter((passage) => passage.includes(quote))).toHaveLength(1);
      expect(countWords(quote, 'en')).toBeGreaterThanOrEqual(5);
      expect(countWords(quote, 'en')).toBeLessThanOrEqual(40);
      expect(numbersIn(quote)).toEqual(expect.arrayContaining(numbersIn(text)));
    }
  });

  test('holds as spoken only what the story has between quotation marks', () => {
    for (const { text, speaker } of reading.quotes) {
      const spoken = passagesOf(article).flatMap(quotationsIn);
      expect(spoken.some((words) => words.includes(text))).toBe(true);
      expect(speaker).not.toBe('');
    }
  });
});

describe.each(written)('the commentary on $slug', ({ reading, commentary, ...article }) => {
  const prose = proseOf(commentary);

  test('has the shape that a model’s answer must have', () => {
    expect(commentaryAnswer.safeParse(commentary).error).toBeUndefined();
  });

  test('names petitions and officials that the newsroom has', () => {
    const { petitions, officials } = commentary.todo;
    expect(petitionIds).toEqual(expect.arrayContaining(petitions.map(({ id }) => id)));
    expect(officialIds).toEqual(expect.arrayContaining(officials.ids));
    expect(officials.body === '').toBe(officials.ids.length === 0);
    expect(officials.subject === '').toBe(officials.ids.length === 0);
  });

  test('leads only to petitions and officials that it names', () => {
    const { personal, community, short, petitions, officials } = commentary.todo;
    const named = ['', ...petitions.map(({ id }) => id), ...officials.ids];
    for (const { link } of [...personal, ...community, ...short]) expect(named).toContain(link);
  });

  test('rests on what the reading holds', () => {
    for (const { claims } of paragraphsOf(commentary)) {
      for (const id of claims) expect(idsOf(reading)).toContain(id);
      expect(new Set(claims).size).toBe(claims.length);
    }
  });

  test('argues from something in every paragraph, or says that it is a view', () => {
    for (const { claims, view } of commentary.opinion.paragraphs) expect(claims.length > 0).toBe(!view);
    for (const { view } of commentary.action.paragraphs) expect(view).toBe(false);
  });

  test('holds no address, number, handle or link, and nobody who left office', () => {
    for (const text of prose) {
      expect(text).not.toMatch(/https?:|www\.|\b[\w-]+\.(?:example|localhost|com|org|net)\b/i);
      expect(text).not.toMatch(/@|\b555-|\d{3}[ .-]\d{3,4}\b|\+\d/);
      for (const { name } of retired) expect(text).not.toContain(name);
    }
  });

  test('writes no figure in digits that the story does not have', () => {
    expect(numbersIn(`${article.title} ${plainBody(article)}`)).toEqual(
      expect.arrayContaining(prose.flatMap(numbersIn)),
    );
  });

  test('quotes only what stands in the story, and the reading has it', () => {
    const source = straight(`${article.title} ${plainBody(article)}`);
    const read = straight([...reading.quotes.map(({ text }) => text), ...passagesRead(reading)].join(' '));
    for (const words of prose.flatMap(quotationsIn).filter((each) => each.split(/\s+/).length > 2)) {
      expect(source).toContain(unended(words));
      expect(read).toContain(unended(words));
    }
  });
});

function paragraphsOf({ opinion, action }: CommentaryAnswer): CommentaryAnswer['opinion']['paragraphs'] {
  return [...opinion.paragraphs, ...action.paragraphs];
}

/** `c1`, `c2`, … and `q1`, `q2`, … in the order of a reading. */
function idsOf({ claims, quotes }: ReadingAnswer): string[] {
  return [...claims.map((_, at) => `c${at + 1}`), ...quotes.map((_, at) => `q${at + 1}`)];
}

function passagesRead({ claims }: ReadingAnswer): string[] {
  return claims.map(({ quote }) => quote);
}

function quotationsIn(text: string): string[] {
  return [...text.matchAll(/“([^”]+)”/g)].map(([, words = '']) => words);
}

function straight(text: string): string {
  return text.replace(/[‘’]/g, "'").replace(/\s+/g, ' ').trim();
}

function unended(words: string): string {
  return straight(words).replace(/[.,;:!?…]+$/, '');
}
