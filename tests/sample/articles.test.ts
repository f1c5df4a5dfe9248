import { expect, test } from 'vitest';
import input from '../../broadside.config.ts';
import type { SampleArticle } from '../../sample/article.ts';
import { sampleArticles } from '../../sample/articles.ts';
import { categorize } from '../../src/collect/categorize.ts';
import { parseConfig } from '../../src/shared/config.ts';
import { countWords } from '../../src/shared/html.ts';
import { plainBody, shinglesOf } from './texts.ts';

const config = parseConfig(input);

test('twenty stories, no two at the same hour or address', () => {
  expect(sampleArticles).toHaveLength(20);
  expect(new Set(sampleArticles.map(({ slug }) => slug)).size).toBe(20);
  expect(new Set(sampleArticles.map(({ hoursBefore }) => hoursBefore)).size).toBe(20);
  for (const { hoursBefore } of sampleArticles) {
    expect(hoursBefore).toBeGreaterThanOrEqual(1);
    expect(hoursBefore).toBeLessThanOrEqual(20);
  }
});

test('the shapes differ: long and short, a video, another language, accents and quotes in titles', () => {
  const words = sampleArticles.map((article) => countWords(plainBody(article), article.language));
  expect(Math.max(...words)).toBeGreaterThanOrEqual(1200);
  expect(Math.min(...words)).toBeLessThanOrEqual(110);
  expect(sampleArticles.filter(({ kind }) => kind === 'video')).toHaveLength(1);
  expect(sampleArticles.filter(({ language }) => language.startsWith('pt'))).toHaveLength(2);
  expect(sampleArticles.filter(({ title }) => /[“«&éé]/.test(title)).length).toBeGreaterThanOrEqual(4);
});

test('the bodies are made of plain elements only', () => {
  for (const { body } of sampleArticles)
    for (const [, name] of body.matchAll(/<\/?([a-z0-9]+)/gi))
      expect(['p', 'h2', 'ul', 'ol', 'li', 'blockquote', 'em', 'strong']).toContain(name);
});

test('the agency’s story is told again by another outlet, later and in almost the same words', () => {
  const agency = storyOf('dye-works-fined-after-spill');
  const again = storyOf('dye-works-fined-tarn-spill');
  const [first, second] = [shinglesOf(plainBody(agency)), shinglesOf(plainBody(again))];
  const shared = [...first].filter((shingle) => second.has(shingle)).length;
  expect(shared / Math.min(first.size, second.size)).toBeGreaterThan(0.6);
  expect(again.outlet).not.toBe(agency.outlet);
  expect(again.hoursBefore).toBeLessThan(agency.hoursBefore);
});

test.each(Object.entries(filedUnder()))('%s is filed under %j by the rules', (slug, expected) => {
  expect(filed(storyOf(slug))).toEqual(expect.arrayContaining(expected));
});

test('one story fits no category', () => {
  expect(sampleArticles.filter((article) => filed(article).length === 0).map(({ slug }) => slug)).toEqual([
    'cafe-olga-100',
  ]);
});

function storyOf(slug: string): SampleArticle {
  const article = sampleArticles.find((each) => each.slug === slug);
  if (!article) throw new Error(`there is no sample article ${slug}`);
  return article;
}

function filed(article: SampleArticle): string[] {
  const source = config.sources.find(({ url }) => url.includes(`//${article.outlet}.`));
  const sourceCategories = source?.categories ?? [];
  return categorize({ title: article.title, text: plainBody(article), sourceCategories }, config.categories);
}

function filedUnder(): Record<string, string[]> {
  return {
    'river-turns-red-below-dye-works': ['river-and-climate', 'health'],
    'dye-works-fined-after-spill': ['river-and-climate'],
    'dye-works-fined-tarn-spill': ['river-and-climate'],
    'council-delays-discharge-register': ['city-hall', 'river-and-climate'],
    'salmon-return-upper-tarn': ['river-and-climate'],
    'mare-alta-invade-cais-velho': ['river-and-climate'],
    'night-bus-cuts-dockhands': ['work-and-wages', 'city-hall'],
    'dockhands-vote-strike': ['work-and-wages'],
    'bakers-start-at-three': ['work-and-wages'],
    'transit-board-minutes': ['city-hall'],
    'video-night-bus-last-run': ['work-and-wages'],
    'saltmarket-rents-rise': ['housing'],
    'empty-homes-count': ['housing'],
    'measles-clinic-hours': ['health', 'schools'],
    'hospital-wait-times-published': ['health'],
    'school-library-closes': ['schools', 'culture'],
    'orquestra-jovem-sede': ['culture'],
    'budget-hearing-dates': ['city-hall'],
    'bell-founders-exhibit': ['culture'],
  };
}
