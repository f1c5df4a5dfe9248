import { describe, expect, test } from 'vitest';
import input from '../../broadside.config.ts';
import { evaluate } from '../../scripts/eval.ts';
import { looksLikeContact, printOf, recorded } from '../../scripts/eval-commentary.ts';
import { readGolden } from '../../scripts/golden.ts';
import { quotesIn } from '../../src/comment/gates/quotes.ts';
import { parseConfig } from '../../src/shared/config.ts';

const config = parseConfig(input);
const golden = await readGolden();
const DAY = '2026-11-25';

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
      ({ termEndsOn }) => termEndsOn === undefined || termEndsOn >= DAY,
    );
    expect(inOffice.map(({ slug }) => slug)).toEqual(expect.arrayContaining(labels.officials));
  });

  test('has faults planted that the gates find, each where it was planted', async () => {
    const planted = golden.filter(({ plant }) => plant !== null);
    expect(planted.length).toBeGreaterThanOrEqual(8);
    for (const article of planted) {
      const { sections } = await printOf(article, recorded, { config, day: DAY });
      const found = sections.flatMap(({ verdicts }) =>
        verdicts.filter(({ verdict }) => verdict !== 'pass').map(({ gate }) => gate),
      );
      expect(found, article.slug).toContain(GATES[article.plant ?? ''] ?? 'a gate for this plant');
    }
  });
});

test('with the recorded answers every number that the paper promises is reached', async () => {
  const evaluation = await evaluate(golden, { name: 'recorded', answer: recorded, config });
  expect(evaluation).toMatchObject({
    quoteExactness: 1,
    inventedContactRate: 0,
    wrongOfficialRate: 0,
    failures: [],
  });
  expect(evaluation.categoryMacroF1WithoutModel).toBeGreaterThanOrEqual(0.8);
  expect(evaluation.gatePassRate).toBeLessThan(1);
});

test('what is measured can fail: an answer that is all inventions is seen as such', async () => {
  const [article] = golden;
  if (!article) throw new Error('the golden set is empty');
  const { texts } = await printOf(article, recorded, { config, day: DAY });
  expect(texts.some((text) => quotesIn(text).length > 0)).toBe(true);
  expect(looksLikeContact('Ring five five five, oh one oh one.')).toBe(true);
  expect(looksLikeContact('Write to ana at tide dot org.')).toBe(true);
  expect(looksLikeContact('It is open from 1914 to 1918.')).toBe(false);
});

const GATES: Record<string, string> = {
  quote: 'quotes',
  contact: 'contacts',
  official: 'registry',
  number: 'numbers',
  accusation: 'accusations',
  'other-story': 'overlap',
};
