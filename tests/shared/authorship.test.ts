import { describe, expect, test } from 'vitest';
import { stringsFor } from '../../strings/strings.ts';
import {
  absenceWords,
  authorSentences,
  authorWords,
  digitalSourceType,
} from '../../src/shared/authorship.ts';

const words = stringsFor('en').made.authorship;
const model = { origin: 'model', model: 'm-1', review: 'none' } as const;
const person = { origin: 'person', model: null, review: 'none' } as const;
const registry = { origin: 'registry', model: null, review: 'none' } as const;

describe('who wrote a text is said so that it cannot be misread', () => {
  test.each([
    [person, 'written by a person', 'digitalCreation'],
    [model, 'written by a language model (m-1)', 'trainedAlgorithmicMedia'],
    [
      { ...model, review: 'approved' as const },
      'written by a language model (m-1) and reviewed by a person',
      'trainedAlgorithmicMedia',
    ],
    [
      { ...model, review: 'edited' as const },
      'written by a language model (m-1) and edited by a person',
      'compositeWithTrainedAlgorithmicMedia',
    ],
    [{ ...model, origin: 'sample' as const }, 'sample text, written by hand', 'digitalCreation'],
    [registry, 'put together from our registry of petitions and officials', 'dataDrivenMedia'],
  ])('%o', (by, said, kind) => {
    expect(authorWords(by, words)).toBe(said);
    expect(digitalSourceType(by)).toBe(`http://cv.iptc.org/newscodes/digitalsourcetype/${kind}`);
  });

  test('what was made alike is named together, and what is not there not at all', () => {
    expect(
      authorSentences(
        [
          { name: 'opinion', by: model },
          { name: 'action', by: model },
          { name: 'to-do list', by: registry },
        ],
        words,
      ),
    ).toBe(
      'Opinion and action: written by a language model (m-1). To-do list: put together from our registry of petitions and officials.',
    );
    expect(
      authorSentences(
        [
          { name: 'opinion', by: null },
          { name: 'action', by: undefined },
        ],
        words,
      ),
    ).toBe('');
  });
});

describe('why a text is absent is told without the newsroom’s own matters', () => {
  test.each([
    ['model.rejected', 'It did not pass the gates (contacts: opinion.short holds a telephone number).'],
    ['model.refused', 'The model server answered 401. Check OPENAI_API_KEY and the account behind it.'],
    ['prompt.unreadable', 'The prompt /srv/prompts/read.ts cannot be used.'],
    ['model.ceiling', 'The ceiling of 2026-11-23 is reached: 26000 tokens (comment.tokensPerDay).'],
    [null, 'No model is configured.'],
  ])('%s', (reasonCode, reason) => {
    const told = absenceWords({ reasonCode, reason }, words);
    expect(told).not.toBe(reason);
    expect(told).not.toMatch(/gate|OPENAI|srv|comment\.|model/);
  });

  test('but what lies with the article is told as it is', () => {
    const reason = 'It is in Russian, which this newsroom does not read.';
    expect(absenceWords({ reasonCode: 'article.unfit', reason }, words)).toBe(reason);
  });

  test('or, in another language, with its own words', () => {
    const reason = 'It is in Russian, which this newsroom does not read.';
    const german = stringsFor('de').made.authorship;
    expect(absenceWords({ reasonCode: 'article.unfit', reason }, german)).toBe(
      'Der Artikel eignet sich nicht für einen Kommentar.',
    );
  });
});
