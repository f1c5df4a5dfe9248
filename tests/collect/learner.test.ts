import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { articleCategories, articles } from '../../db/article.ts';
import { upsertCategories } from '../../db/article-collect.ts';
import { upsertCategoryDecision } from '../../db/category-decision.ts';
import type { Db } from '../../db/client.ts';
import { collect } from '../../src/collect/collect.ts';
import { createTaughtFiling } from '../../src/collect/learner-taught.ts';
import { fitScale } from '../../src/collect/learner-scale.ts';
import { trustOf } from '../../src/collect/learner-trust.ts';
import { createLearner, type Decision } from '../../src/collect/learner.ts';
import { testDatabase } from '../helpers/database.ts';
import { randomOf } from '../helpers/random.ts';
import { insertArticle, insertSource } from '../helpers/seed.ts';
import { openNewsroom, openPress, page, rss, type Press } from './press.ts';

/** What is written of each subject, and what is written everywhere. */
const WORDS: Record<string, Record<string, string>> = {
  en: {
    harbour: 'ferry quay anchor captain sailing lighthouse cargo dock vessel rope',
    garden: 'apple orchard spade blossom hedge beekeeper compost seed pruning greenhouse',
    chess: 'bishop rook gambit tournament opening checkmate pawn endgame referee board',
    all: 'people morning town week asked old money street told began spoke evening road door',
  },
  pt: {
    harbour: 'barco cais âncora capitão veleiro farol carga doca navio corda',
    garden: 'macieira pomar enxada canteiro sebe apicultor adubo semente poda estufa',
    chess: 'bispo peão gambito torneio abertura xeque cavalo final árbitro tabuleiro',
    all: 'pessoas manhã cidade semana perguntou dinheiro rua contou começou falou noite estrada porta',
  },
};

const some = (words: string, count: number, random: () => number) => {
  const list = words.split(' ');
  return Array.from({ length: count }, () => list[Math.floor(random() * list.length)]).join(' ');
};

/** An article on some subjects, the same for the same seed. */
function told(subjects: string[], { seed, language = 'en' }: { seed: number; language?: string }) {
  const random = randomOf(seed);
  const words = WORDS[language] ?? {};
  const about = subjects.map((subject) => some(words[subject] ?? '', 8, random));
  const text = `${about.join(' ')} ${some(words['all'] ?? '', 30, random)}`;
  return { title: some(words['all'] ?? '', 5, random), text, language };
}

/** Decisions on each subject in turn. */
function decided(
  count: number,
  { subjects = ['harbour', 'garden', 'chess'], language = 'en' } = {},
): Decision[] {
  return Array.from({ length: count }, (_, seed) => {
    const categories = [subjects[seed % subjects.length] ?? ''];
    return { ...told(categories, { seed, language }), categories };
  });
}

const guessed = (decisions: Decision[], article: ReturnType<typeof told>) =>
  createLearner(decisions)
    .guess(article)
    .filter(({ margin }) => margin > 0)
    .map(({ slug }) => slug);

describe('a learner', () => {
  test('says for which category an article’s words speak, and against which', () => {
    const guesses = createLearner(decided(60)).guess(told(['garden'], { seed: 1_000 }));
    const margins = Object.fromEntries(guesses.map(({ slug, margin }) => [slug, margin]));
    expect(margins['garden']).toBeGreaterThan(1);
    expect(margins['harbour']).toBeLessThan(-1);
    expect(margins['chess']).toBeLessThan(-1);
  });
  test('puts the surest guess first', () => {
    const sizes = createLearner(decided(60))
      .guess(told(['garden'], { seed: 1_000 }))
      .map(({ margin }) => Math.abs(margin));
    expect(sizes.length).toBeGreaterThan(1);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  });
  test('learns from decisions with several categories', () => {
    const pairs = decided(60).map((decision, seed) => {
      const categories = seed % 2 === 0 ? ['garden', 'chess'] : ['harbour'];
      return { ...decision, ...told(categories, { seed }), categories };
    });
    expect(guessed(pairs, told(['garden'], { seed: 1_000 })).toSorted()).toEqual(['chess', 'garden']);
  });
  test('is silent without decisions, and with fewer than five for a category', () => {
    const article = told(['garden'], { seed: 1_000 });
    expect(createLearner([]).guess(article)).toEqual([]);
    expect(
      createLearner(decided(14))
        .guess(article)
        .map(({ slug }) => slug),
    ).not.toContain('chess');
    expect(createLearner(decided(12)).guess(article)).toEqual([]);
    expect(guessed(decided(30), article)).toEqual(['garden']);
  });
  test('is silent with one category only, and with one that everything belongs to', () => {
    const article = told(['garden'], { seed: 1_000 });
    expect(createLearner(decided(60, { subjects: ['garden'] })).guess(article)).toEqual([]);
    const inTown = decided(60, { subjects: ['garden', 'harbour'] }).map((decision) => ({
      ...decision,
      categories: [...decision.categories, 'town'],
    }));
    const slugs = createLearner([...inTown, ...decided(3, { subjects: ['chess'] })])
      .guess(told(['garden', 'chess', 'chess', 'chess'], { seed: 1_000 }))
      .map(({ slug }) => slug);
    expect(slugs).not.toContain('town');
  });
  test('is silent on words that it has never met', () => {
    const strange = { title: 'Quux', text: 'frobnicate wibble wobble', language: 'en' };
    expect(guessed(decided(60), strange)).toEqual([]);
  });
  test('is silent where decisions do not follow the words', () => {
    const random = randomOf(7);
    const many = Array.from({ length: 400 }, (_, i) => `word${i}`).join(' ');
    const whim = (i: number) => ({ title: `Whim ${i}`, text: some(many, 60, random), language: 'en' });
    const whims = Array.from({ length: 60 }, (_, i) => ({
      ...whim(i),
      categories: [['harbour', 'garden', 'chess'][Math.floor(random() * 3)] ?? ''],
    }));
    const learner = createLearner(whims);
    expect(Array.from({ length: 20 }, (_, i) => learner.guess(whim(i + 100))).flat()).toEqual([]);
  });
  test('says the same of the same, whatever else it was asked', () => {
    const [one, other] = [createLearner(decided(60)), createLearner(decided(60))];
    const article = told(['chess'], { seed: 1_000 });
    const first = one.guess(article);
    other.guess(told(['garden'], { seed: 1_001 }));
    expect(first.length).toBeGreaterThan(0);
    expect(other.guess(article)).toEqual(first);
    expect(one.guess(article)).toEqual(first);
  });
  test('files articles of a language by decisions in that language', () => {
    const both = [...decided(60), ...decided(60, { language: 'pt' })];
    const article = told(['chess'], { seed: 1_000, language: 'pt' });
    expect(guessed(both, article)).toEqual(['chess']);
    expect(guessed(both, { ...article, language: 'pt-BR' })).toEqual(['chess']);
    const names = {
      title: 'Rook',
      text: 'rook bishop pawn referee tournament checkmate endgame',
      language: 'pt',
    };
    expect(guessed(both, { ...names, language: 'en' })).toEqual(['chess']);
    expect(guessed(both, names)).toEqual([]);
    expect(createLearner(decided(60)).guess(article)).toEqual([]);
  });
  test('tells the language by the words where nobody has said it', () => {
    const small =
      'Não é para ele, mas com ela já foi muito mais do que isso, quando eles também não estavam.';
    const { title, text } = told(['chess'], { seed: 1_000, language: 'pt' });
    const article = { title, text: `${small} ${text}`, language: null };
    const margins = createLearner(decided(60, { language: 'pt' })).guess(article);
    expect(margins[0]).toMatchObject({ slug: expect.any(String) });
    expect(margins.find(({ margin }) => margin > 0)?.slug).toBe('chess');
  });
  test('learns from ten thousand decisions', () => {
    expect(guessed(decided(10_000), told(['harbour'], { seed: 20_000 }))).toEqual(['harbour']);
  });
});

const tried = (score: number, { of, belong }: { of: number; belong: number }) =>
  Array.from({ length: of }, (_, i) => ({ score, belongs: i < belong }));

describe('a margin', () => {
  test('is how many times likelier a category has become, as a logarithm', () => {
    const marginOf = fitScale([
      ...tried(1, { of: 1_000, belong: 500 }),
      ...tried(-1, { of: 1_000, belong: 100 }),
    ]);
    const before = Math.log(600 / 1_400);
    expect(marginOf(1)).toBeCloseTo(Math.log(500 / 500) - before, 1);
    expect(marginOf(-1)).toBeCloseTo(Math.log(100 / 900) - before, 1);
  });
  test('is nothing where the scores told nothing, or the contrary', () => {
    expect(fitScale(tried(0, { of: 30, belong: 10 }))(1)).toBe(0);
    const contrary = [...tried(1, { of: 30, belong: 1 }), ...tried(-1, { of: 30, belong: 29 })];
    expect(fitScale(contrary)(1)).toBe(0);
  });
  test('is small where few decisions speak, however clearly, and is always a number', () => {
    const clear = (of: number) => [...tried(1, { of, belong: of }), ...tried(-1, { of, belong: 0 })];
    expect(fitScale(clear(3))(1)).toBeLessThan(2);
    expect(fitScale(clear(300))(1)).toBeGreaterThan(4);
    const far = [...tried(900, { of: 9, belong: 9 }), ...tried(-1, { of: 491, belong: 0 })];
    expect(fitScale(far)(900)).toBeGreaterThan(2);
    expect(fitScale(far)(900)).toBeLessThan(100);
  });
});

const times = (count: number, one: { suffices: boolean; belongs: boolean }) =>
  Array.from({ length: count }, () => one);

describe('how far keywords can be relied on', () => {
  test('is taken on trust before anything is decided', () => {
    expect(trustOf([]).suffices).toBeCloseTo(Math.log(9));
    expect(trustOf([]).fails).toBeCloseTo(Math.log(1 / 49));
  });
  test('is less where they missed what editors filed, but never so little that nothing else is asked', () => {
    const missed = times(5, { suffices: false, belongs: true });
    const rest = times(20, { suffices: false, belongs: false });
    expect(trustOf([...missed, ...rest]).fails).toBeGreaterThan(-2);
    expect(trustOf(times(100, { suffices: false, belongs: true })).fails).toBe(-1);
  });
  test('is less where editors filed otherwise, but is never a word against the category', () => {
    const wrong = times(5, { suffices: true, belongs: false });
    expect(trustOf(wrong).suffices).toBeCloseTo(Math.log(9 / 6));
    expect(trustOf(times(100, { suffices: true, belongs: false })).suffices).toBe(0);
  });
});

describe('what an editor has decided', () => {
  const database = testDatabase();
  let press: Press;
  let newsroom: Awaited<ReturnType<typeof openNewsroom>> | undefined;
  beforeAll(async () => {
    press = await openPress();
  });
  afterAll(() => press.close());
  beforeEach(async () => {
    await database.db.execute(sql`truncate sources, articles cascade`);
    press.rack.clear();
  });
  afterEach(async () => {
    await newsroom?.close();
    newsroom = undefined;
  });

  test('stays, also when the article changes and its page is read again', async () => {
    press.rack.set('/a.xml', rss(press, [{ path: '/1', title: 'The ferry' }]));
    press.rack.set('/1', page('ferry'));
    newsroom = await openNewsroom(database.db, press, [{ url: `${press.url}/a.xml` }]);
    await collect(newsroom);
    const [id = ''] = await ids(database.db);
    expect(await filed(database.db, id)).toEqual(['transport']);
    await file(database.db, id, ['health']);
    press.rack.set('/a.xml', rss(press, [{ path: '/1', title: 'The ferry, the ferry, the bridge' }]));
    newsroom.at('2026-11-23T14:00:00Z');
    expect((await collect(newsroom)).articles).toMatchObject({ updated: 1, pagesRead: 1 });
    expect(await filed(database.db, id)).toEqual(['health']);
  });

  test('is left alone, what nobody has decided is filed anew', async () => {
    const source = await insertSource(database.db, { title: 'Post' });
    const add = (slug: string) =>
      insertArticle(database.db, { sourceId: source.id, slug, title: slug, categories: ['health'] });
    const [decidedOne, other] = [await add('one'), await add('other')];
    await file(database.db, decidedOne.id, ['health']);
    for (const { id } of [decidedOne, other]) await upsertCategories(database.db, id, ['transport']);
    expect(await filed(database.db, decidedOne.id)).toEqual(['health']);
    expect(await filed(database.db, other.id)).toEqual(['transport']);
  });

  test('teaches the next run to file what the keywords miss', async () => {
    const source = await insertSource(database.db, { title: 'Post' });
    for (const [i, { title, text, categories }] of decided(90).entries()) {
      const row = { sourceId: source.id, slug: `d${i}`, title, paragraphs: [text] };
      const { id } = await insertArticle(database.db, row);
      await file(database.db, id, [...categories]);
    }
    const { title, text } = told(['garden'], { seed: 1_000 });
    press.rack.set('/a.xml', rss(press, [{ path: '/1', title, more: `<description>${text}</description>` }]));
    press.rack.set('/1', (_, response) => void response.writeHead(404).end());
    newsroom = await openNewsroom(database.db, press, [{ url: `${press.url}/a.xml` }]);
    const [first] = newsroom.config.categories;
    if (first) newsroom.config.categories.push({ ...first, slug: 'garden', name: 'Garden', keywords: [] });
    await collect(newsroom);
    const [row] = await database.db
      .select()
      .from(articles)
      .where(eq(articles.url, `${press.url}/1`));
    expect(await filed(database.db, row?.id ?? '')).toEqual(['garden']);
  });

  test('is read once for a run, and again after it could not be read', async () => {
    let asked = 0;
    let isDown = true;
    const watched: Db = Object.assign(Object.create(database.db) as Db, {
      select: (...fields: Parameters<Db['select']>) => {
        asked += 1;
        if (isDown) throw new Error('the database is down');
        return database.db.select(...fields);
      },
    });
    const fileOne = createTaughtFiling([{ slug: 'transport', keywords: ['ferry'] }]);
    const article = { title: 'Ferry', text: '', sourceCategories: [] };
    await expect(fileOne(watched, article)).rejects.toThrow('the database is down');
    isDown = false;
    expect(await Promise.all([fileOne(watched, article), fileOne(watched, article)])).toEqual([
      ['transport'],
      ['transport'],
    ]);
    expect(await fileOne(watched, article)).toEqual(['transport']);
    expect(asked).toBe(2);
  });
});

const ids = async (db: Db) => (await db.select({ id: articles.id }).from(articles)).map(({ id }) => id);

async function filed(db: Db, articleId: string): Promise<string[]> {
  const rows = await db
    .select()
    .from(articleCategories)
    .where(eq(articleCategories.articleId, articleId))
    .orderBy(articleCategories.position);
  return rows.map(({ category }) => category);
}

/** File an article as an editor does. */
async function file(db: Db, articleId: string, categories: string[]): Promise<void> {
  const decidedAt = new Date('2026-11-23T12:30:00Z');
  await upsertCategoryDecision(db, { articleId, categories, reviewer: 'ida', decidedAt });
  await db.delete(articleCategories).where(eq(articleCategories.articleId, articleId));
  await db
    .insert(articleCategories)
    .values(categories.map((category, position) => ({ articleId, category, position })));
}
