import { describe, expect, test } from 'vitest';
import input from '../../broadside.config.ts';
import { evaluate, measure } from '../../scripts/eval.ts';
import {
  estimated,
  looksLikeContact,
  printOf,
  quotationsOf,
  recorded,
  RECORDED_DAY,
  type Printed,
} from '../../scripts/eval-commentary.ts';
import { readGolden, type Golden } from '../../scripts/golden.ts';
import { parseConfig } from '../../src/shared/config.ts';

const config = parseConfig(input);
const golden = await readGolden();

describe('the golden set', () => {
  test('has 60 articles over every category of the sample newsroom, each once', () => {
    expect(golden).toHaveLength(60);
    expect(new Set(golden.map(({ slug }) => slug)).size).toBe(60);
    const filed = new Set(golden.flatMap(({ labels }) => labels.categories));
    expect([...filed].toSorted()).toEqual(config.categories.map(({ slug }) => slug).toSorted());
  });

  test.each(golden)('says what is true of $slug', ({ text, labels, reading }) => {
    for (const { text: words } of labels.quotes) expect(text).toContain(words);
    for (const number of labels.numbers) expect(text.toLowerCase()).toContain(number.toLowerCase());
    for (const { quote } of reading.claims) expect(text).toContain(quote);
    const inOffice = config.officials.filter(
      ({ termEndsOn }) => termEndsOn === undefined || termEndsOn >= RECORDED_DAY,
    );
    expect(inOffice.map(({ slug }) => slug)).toEqual(expect.arrayContaining(labels.officials));
  });

  test('has faults planted that the gates find, each where it was planted', async () => {
    const planted = golden.filter(({ plant }) => plant !== null);
    expect(planted.length).toBeGreaterThanOrEqual(8);
    for (const article of planted) {
      const { sections } = await printOf(article, recorded, { config, day: RECORDED_DAY });
      const found = sections.flatMap(({ verdicts }) =>
        verdicts.filter(({ verdict }) => verdict !== 'pass').map(({ gate }) => gate),
      );
      expect(found, article.slug).toContain(GATES[article.plant ?? ''] ?? 'a gate for this plant');
    }
  });
});

test('with the recorded answers every number that the paper promises is reached', async () => {
  const evaluation = await evaluate(golden, {
    name: 'recorded',
    answer: recorded,
    config,
    day: RECORDED_DAY,
  });
  expect(evaluation).toMatchObject({
    quoteExactness: 1,
    inventedContactRate: 0,
    wrongOfficialRate: 0,
    failures: [],
  });
  expect(evaluation.quotations).toBeGreaterThan(50);
  expect(evaluation.categoryMacroF1WithoutModel).toBeGreaterThanOrEqual(0.8);
  expect(evaluation.gatePassRate).toBeLessThan(1);
});

describe('what is measured can fail', () => {
  test('what was planted is seen where no gate stands before it', () => {
    const quotes = planted('quote');
    for (const one of quotes) expect(quotationsOf(one).every(({ isExact }) => isExact)).toBe(false);
    expect(measure(quotes).quoteExactness).toBeLessThan(1);
    expect(measure(planted('contact')).inventedContactRate).toBe(1);
    expect(measure(planted('official')).wrongOfficialRate).toBeGreaterThan(0);
    const all = measure(planted('quote', 'contact', 'official', 'number'));
    expect(all.quoteExactness).toBeLessThan(1);
    expect(all.inventedContactRate).toBeGreaterThan(0);
    expect(all.wrongOfficialRate).toBeGreaterThan(0);
  });

  test('an answer that is all inventions has the worst of all figures', () => {
    const invented = golden.slice(0, 10).map((article) => ({
      ...raw(article),
      texts: [
        '“Nobody in this town has ever paid for it,” she said.',
        'Ring 555 010 1234, or "come to me at once".',
      ],
      officials: ['the-king-of-nowhere'],
    }));
    expect(measure(invented)).toMatchObject({
      quotations: 20,
      quoteExactness: 0,
      inventedContactRate: 1,
      wrongOfficialRate: 1,
    });
  });

  test('the same answers are caught by the gates before they are printed', async () => {
    const planted = golden.filter(
      ({ plant }) => plant === 'quote' || plant === 'contact' || plant === 'official',
    );
    const figures = await evaluate(planted, {
      name: 'recorded',
      answer: recorded,
      config,
      day: RECORDED_DAY,
    });
    expect(figures).toMatchObject({ quoteExactness: 1, inventedContactRate: 0 });
    expect([0, null]).toContain(figures.wrongOfficialRate);
  });

  test('where there is nothing to measure by there is no rate', () => {
    const silent = golden.slice(0, 1).map((article) => ({ ...raw(article), texts: ['Go.'], officials: [] }));
    expect(measure(silent)).toEqual({
      quotations: 0,
      quoteExactness: null,
      inventedContactRate: 0,
      wrongOfficialRate: null,
      gatePassRate: null,
      printedRate: 0,
    });
    expect(measure([]).inventedContactRate).toBeNull();
  });

  test('what looks like a contact is none where it is a year', () => {
    expect(looksLikeContact('Ring five five five, oh one oh one.')).toBe(true);
    expect(looksLikeContact('Write to ana at tide dot org.')).toBe(true);
    expect(looksLikeContact('It is open from 1914 to 1918.')).toBe(false);
  });

  test('a server that does not say what it used is counted by its bytes', () => {
    const request = {
      system: 'a'.repeat(35),
      user: 'é',
      schema: { name: 'reading', json: {} },
      articleUrl: '',
      outputTokensMax: 9,
    };
    expect(estimated(request, 'a'.repeat(8))).toEqual({
      inputTokens: 12,
      outputTokens: 3,
    });
  });
});

/** Raw answers with one of these faults. */
const planted = (...plants: string[]) => golden.filter(({ plant }) => plants.includes(plant ?? '')).map(raw);

/** What would be printed of an answer if no gate stood before it. */
function raw(article: Golden): Printed {
  const { opinion, action, todo } = article.commentary;
  const items = [...todo.personal, ...todo.community];
  const { ids, subject, body } = todo.officials;
  const links = [...items, ...todo.short].map(({ link }) => link);
  return {
    article,
    categories: article.reading.categories,
    sections: [],
    texts: [
      ...[opinion, action].flatMap(({ short, paragraphs }) => [short, ...paragraphs.map(({ text }) => text)]),
      ...items.flatMap(({ title, detail }) => [title, detail]),
      todo.intro,
      todo.conclusion,
      subject,
      body,
      ...todo.petitions.map(({ why }) => why),
      ...todo.short.map(({ text }) => text),
    ],
    officials: [...ids, ...links]
      .filter((id) => id.startsWith('official:'))
      .map((id) => id.slice('official:'.length)),
    inputTokens: 0,
    outputTokens: 0,
    failed: null,
  };
}

const GATES: Record<string, string> = {
  quote: 'quotes',
  contact: 'contacts',
  official: 'registry',
  number: 'numbers',
  accusation: 'accusations',
  'other-story': 'overlap',
};
