import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { articles } from '../../db/article.ts';
import { upsertSections } from '../../db/commentary-section.ts';
import { testDatabase } from '../helpers/database.ts';
import { fakeModel, goodAnswer, QUAY } from './answers.ts';
import { outcome, quay, room } from './room.ts';

const database = testDatabase();

beforeEach(async () => {
  await database.db.execute(sql`truncate sources, articles, model_calls, model_budgets cascade`);
});

/** A commentary that is written, and its source as it reads a minute later. */
async function written(change: (text: string) => string) {
  const { db } = database;
  const one = await quay(db, 'one');
  const { model, asked, read } = fakeModel(goodAnswer());
  const { deps, run } = room(db, model);
  await run();
  const before = await outcome(db, one);
  const publish = () =>
    db
      .update(articles)
      .set({ body: change(QUAY.join('\n\n')), updatedAt: new Date(deps.time.at.getTime() + 1_000) })
      .where(eq(articles.id, one.id));
  return { one, before, publish, asked, read, deps, run };
}

test('an article that changes without touching what was written about it is left alone, once', async () => {
  const { one, before, publish, asked, read, run } = await written(
    (text) => `${text}\n\nThe harbour office is shut on Fridays.`,
  );
  await publish();
  expect(await run()).toMatchObject({ written: 0, withoutOpinion: 0 });
  const after = await outcome(database.db, one);
  expect({ ...after, row: null }).toEqual({ ...before, row: null });
  expect(after.row?.createdAt).not.toEqual(before.row?.createdAt);
  expect([asked.length, read.length]).toEqual([1, 1]);
  await run();
  expect((await outcome(database.db, one)).row).toEqual(after.row);
});

test('what rests on words that the source has taken back is written anew', async () => {
  const { one, publish, read, run } = await written((text) =>
    text.replace('“Nobody showed us that report,” said Tomas Lind, who speaks for the ferry crews.', ''),
  );
  await publish();
  await run();
  expect(read).toHaveLength(2);
  const { row, opinion } = await outcome(database.db, one);
  expect(row?.reading?.quotes).toEqual([]);
  // The model still quotes it, so the gates have dropped that paragraph, and two are too few.
  expect(opinion).toMatchObject({ state: 'rejected', content: null });
  expect(row?.reason).toContain('quotes');
});

test('without a model it is taken back all the same, and the story says so', async () => {
  const { one, publish, deps, run } = await written((text) =>
    text.replace('Nobody showed us', 'Nobody told us of'),
  );
  await publish();
  deps.model = undefined;
  await run();
  const { row, opinion, todo } = await outcome(database.db, one);
  expect(opinion).toMatchObject({ state: 'rejected', content: null, reviewer: null });
  expect(row?.reason).toContain('The article has changed since');
  expect(todo).toMatchObject({ origin: 'registry', state: 'approved' });
});

test('what a person approved goes back to a person, text and all', async () => {
  const { one, before, publish, run } = await written((text) =>
    text.replace('Nobody showed us', 'Nobody told us of'),
  );
  if (before.opinion)
    await upsertSections(database.db, [{ ...before.opinion, reviewer: 'Ana', reviewedAt: new Date(0) }]);
  await publish();
  await run();
  const { opinion, row } = await outcome(database.db, one);
  expect(opinion).toMatchObject({ state: 'needs_review', content: before.opinion?.content, reviewer: 'Ana' });
  expect(opinion?.reason).toContain('The article has changed since');
  expect(row?.reason).toBe('It has not been reviewed yet.');
});
