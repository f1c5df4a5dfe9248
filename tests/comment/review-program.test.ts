import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findCommentaryRow } from '../../db/commentary.ts';
import { listSections } from '../../db/commentary-section.ts';
import { comment } from '../../src/comment/comment.ts';
import { editSections } from '../../src/comment/review/edit.ts';
import { upstream } from '../../src/shared/errors.ts';
import type { Model } from '../../src/shared/ports.ts';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase } from '../helpers/database.ts';
import { program, type Program } from '../helpers/program.ts';
import { openDesk, type Desk } from './review-desk.ts';

const database = testDatabase();
let desk: Desk;
let broadside: Program;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadside review '));
  broadside = await program(database.url, { BROADSIDE_REVIEWER: 'Ada' });
});
afterAll(async () => {
  await broadside.cleanUp();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  desk = await openDesk(database.db);
});

test('a story goes from waiting to approved, and every step can be read', async () => {
  const one = await desk.commented('one');
  const listed = await broadside.run('review', 'list', '--json');
  expect(JSON.parse(listed.out)).toMatchObject({ slug: 'one', sections: [{}, {}, {}] });
  const approved = await broadside.run('review', 'approve', 'one', '--section', 'opinion,action');
  expect(approved).toMatchObject({ code: 0, out: 'Approved: opinion, action of one, by Ada.\n' });
  const explained = await broadside.run('explain', 'https://origin.example/one?utm_source=mail', '--json');
  expect(JSON.parse(explained.out)).toMatchObject({
    sections: [
      { kind: 'opinion', reviewer: 'Ada' },
      { kind: 'action', reviewer: 'Ada' },
      { kind: 'todo', reviewer: null },
    ],
    missing: [{ kind: 'todo', reason: 'It has not been reviewed yet.' }],
    sum: { calls: 1, costUsd: 0.0025 },
  });
  expect((await findCommentaryRow(database.db, one.id))?.reason).toBeNull();
}, 60_000);

test('a mark is shown, told of in the help, and refused when it is another', async () => {
  await desk.commented('one');
  const { mark } = JSON.parse((await broadside.run('review', 'show', 'one', '--json')).out) as {
    mark: string;
  };
  expect((await broadside.run('review', 'show', 'one')).out).toContain(`Mark: ${mark}`);
  expect((await broadside.run('review', 'approve', '--help')).out).toContain('--mark <mark>');
  const refused = await broadside.run('review', 'approve', 'one', '--mark', '00000000');
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('Nothing was approved') as string });
  expect(await broadside.run('review', 'approve', 'one', '--mark', mark)).toMatchObject({ code: 0 });
}, 60_000);

test('wrong use ends with 2, and what is not there with 1', async () => {
  const nobody = await broadside.run('review', 'approve', 'one', '--by', ' ');
  expect(nobody).toMatchObject({ code: 2, err: expect.stringContaining('BROADSIDE_REVIEWER') as string });
  expect(await broadside.run('review', 'show', 'nowhere')).toMatchObject({ code: 1 });
}, 60_000);

test('what a person wrote stays when a model is asked for the rest, and fails', async () => {
  const { id } = await desk.article('one');
  const file = join(folder, 'opinion.txt');
  await writeFile(file, '# Opinion\n## Short\nKeep it.\n## Whole\nIt is needed.\n');
  await editSections(desk.deps, { wanted: 'one', reviewer: 'Ada', from: { file } });
  const [before] = await listSections(database.db, id);
  const model: Model = {
    name: 'fake-1',
    origin: 'model',
    complete: () => Promise.reject(upstream('model.failed', 'It failed.')),
  };
  desk.deps.time.at = new Date(desk.deps.time.at.getTime() + 60_000);
  await comment({ ...desk.deps, model });
  expect((await listSections(database.db, id))[0]).toEqual(before);
  expect(await findCommentaryRow(database.db, id)).toMatchObject({
    origin: 'person',
    attempts: 1,
  });
});
