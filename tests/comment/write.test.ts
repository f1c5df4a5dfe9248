import { expect, test } from 'vitest';
import type { Uncommented } from '../../db/commentary.ts';
import type { Official } from '../../db/official.ts';
import type { Petition } from '../../db/petition.ts';
import { withoutCommentary, writeCommentary } from '../../src/comment/write.ts';
import { readersConfig } from '../helpers/readers.ts';
import { silentLog } from '../../src/shared/log.ts';
import type { Model } from '../../src/shared/ports.ts';
import { fakeModel, goodAnswer, saying, withTodo } from './answers.ts';

const article: Uncommented = {
  id: 'b9a1c1de-0000-4000-8000-000000000001',
  url: 'https://origin.example/quay',
  title: 'Quay closed',
  language: 'en',
  summary: 'A summary.',
  body: 'The quay is closed until spring.',
  sourceTitle: 'The Quay Post',
  categories: ['harbour'],
};
const petition = {
  slug: 'keep-the-quay',
  title: 'Keep the quay',
  target: 'The harbour board',
  categories: ['harbour'],
};
const official = {
  slug: 'harbour-board',
  name: 'Ana Reis',
  office: 'Chair of the harbour board',
  categories: ['harbour'],
};
const registry = { petitions: [petition as Petition], officials: [official as Official] };
const none = { petitions: [], officials: [] };

const ports = (model: Model) => ({
  config: readersConfig(),
  clock: { now: () => new Date('2026-11-24T03:00:00Z') },
  log: silentLog,
  secret: 'x'.repeat(32),
  siteUrl: 'https://tide.example',
  model,
});

test('an answer that passes is taken as it is, after one call', async () => {
  const { model, asked } = fakeModel(goodAnswer());
  const written = await writeCommentary(ports(model), article, none);
  const { opinion, action, todo } = goodAnswer();
  expect(written).toMatchObject({ opinion, action, todo, origin: 'model', model: 'fake-1', reason: null });
  expect(asked).toHaveLength(1);
});

test('the model is told the article, the newsroom’s day and the registry', async () => {
  const { model, asked } = fakeModel(goodAnswer());
  await writeCommentary(ports(model), article, registry);
  const [request] = asked;
  expect(request?.user).toContain('The quay is closed until spring.');
  // It is the 24th in UTC, and still the 23rd in New York.
  expect(request?.user).toContain('Today is 2026-11-23.');
  expect(request?.user).toContain('keep-the-quay');
  expect(request?.user).toContain('harbour-board');
  expect(request?.schema.name).toBe('commentary');
});

test('every call has a fence of its own, so that no article can close it', async () => {
  const { model, asked } = fakeModel(goodAnswer());
  await writeCommentary(ports(model), article, none);
  await writeCommentary(ports(model), article, none);
  const [one, two] = asked.map(({ user }) => /=====.+=====/.exec(user)?.[0]);
  expect(one).toBeTruthy();
  expect(one).not.toBe(two);
});

test('an article without a text is told by its summary', async () => {
  const { model, asked } = fakeModel(goodAnswer());
  await writeCommentary(ports(model), { ...article, body: ' ' }, none);
  expect(asked[0]?.user).toContain('A summary.');
});

test('an answer that does not pass is mended once, with its faults', async () => {
  const bad = saying('Go to www.tide now.');
  const { model, asked } = fakeModel(bad, goodAnswer());
  const written = await writeCommentary(ports(model), article, none);
  expect(written?.opinion).toEqual(goodAnswer().opinion);
  expect(asked[1]?.repair).toEqual({
    answer: JSON.stringify(bad),
    faults: '- opinion holds a web address; remove it',
  });
});

test('an answer cut off before its end is told so', async () => {
  const { model, asked } = fakeModel('{"opinion": {', goodAnswer());
  const cut: Model = {
    ...model,
    complete: async (request) => {
      const answer = await model.complete(request);
      return answer && { ...answer, truncated: request.repair === undefined };
    },
  };
  await writeCommentary(ports(cut), article, none);
  expect(asked[1]?.repair?.faults).toContain('cut off before its end');
});

test('an answer that is still not fit after mending is refused with its faults', async () => {
  const { model, asked } = fakeModel(withTodo({ petitions: [{ slug: 'made-up', why: 'Because.' }] }));
  await expect(writeCommentary(ports(model), article, registry)).rejects.toMatchObject({
    code: 'model.rejected',
    message: expect.stringContaining('"made-up"') as string,
    retryable: false,
  });
  expect(asked).toHaveLength(2);
});

test('a quotation from the title or beyond what the model was shown passes', async () => {
  const long = { ...article, body: `${'word '.repeat(6000)} They said we will stay here.` };
  const { model, asked } = fakeModel(saying('They said “we will stay here”, and they will.'));
  await expect(writeCommentary(ports(model), long, none)).resolves.toBeDefined();
  expect(asked[0]?.user).not.toContain('we will stay here');
});

test('categories that the newsroom does not have, or that come twice, are left out', async () => {
  const { model } = fakeModel(goodAnswer({ categories: ['schools', 'sports', 'schools'] }));
  const written = await writeCommentary(ports(model), article, none);
  expect(written?.categories).toEqual(['schools']);
});

test('a model without anything for the article writes nothing', async () => {
  const { model } = fakeModel(undefined);
  await expect(writeCommentary(ports(model), article, none)).resolves.toBeUndefined();
});

test('a to-do list of the registry names what fits the story, and no more than two of each', () => {
  const { model } = fakeModel();
  const more = ['a', 'b', 'c'].map((slug) => ({ ...registry.petitions[0], slug }) as Petition);
  const other = { ...registry.petitions[0], slug: 'other', categories: ['schools'] } as Petition;
  const written = withoutCommentary(ports(model), article, {
    registry: { petitions: [other, ...more], officials: registry.officials },
    reason: 'No model is configured.',
    attempts: 0,
  });
  expect(written).toMatchObject({ origin: 'registry', opinion: null, action: null, model: null });
  expect(written.todo.petitions.map(({ slug }) => slug)).toEqual(['a', 'b']);
  expect(written.todo.officials?.slugs).toEqual(['harbour-board']);
  expect(written.todo.short).toEqual([
    'Read the whole story',
    'Sign: Keep the quay',
    'Write to: Chair of the harbour board',
  ]);
});

test('a long title is never cut inside a character', () => {
  const { model } = fakeModel();
  const title = `${'a'.repeat(142)}🌊🌊🌊`;
  const written = withoutCommentary(
    ports(model),
    { ...article, title },
    { registry, reason: 'x', attempts: 0 },
  );
  expect(written.todo.officials?.letter.subject.isWellFormed()).toBe(true);
});
