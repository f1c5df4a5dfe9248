import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findArticleById } from '../../db/article.ts';
import { findCommentary } from '../../db/commentary.ts';
import { listSections, todoKinds, type Prose, type TodoList } from '../../db/commentary-section.ts';
import { openArticle } from '../../src/comment/review/article.ts';
import { draftFor } from '../../src/comment/review/draft.ts';
import { editSections } from '../../src/comment/review/edit.ts';
import { readDraft } from '../../src/comment/review/read.ts';
import { documentOf, type Draft } from '../../src/comment/review/text.ts';
import { testDatabase } from '../helpers/database.ts';
import { randomOf } from '../helpers/random.ts';
import { ACTION, OPINION, openDesk, TODO, type Desk } from './review-desk.ts';

/** What is not touched in an edit stays as it is, however it was written. */

const database = testDatabase();
let desk: Desk;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadside untouched '));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  desk = await openDesk(database.db);
});

/** Pieces of which a text may be made that are written otherwise than they were. */
const PIECES = [
  'The harbour board',
  'closes the quay.',
  'É, 東京 and 🚢',
  '\n',
  '\n\n',
  '\n\n\n',
  '\r',
  '\r\n',
  '\u2028',
  '\u2029',
  '\u0085',
  '\u000b',
  '\u00a0',
  '\t',
  ' ',
  '   ',
  '\n\n   \n\n',
  '\\',
  '\n\\',
  '# To-do',
  '\n# Opinion\n',
  '\n## Whole\n',
  '\n\u200b# Action\n',
  '\n\u00ad* sign\n',
  '#! note',
  '\n#! note\n',
  '* ',
  '\n* talk; 5 minutes\n',
  'Categories: none',
  '\nTo: official:transport\n',
  'Subject:',
  ';',
  ' [petition:a]',
  ' []',
  '[petition:night-bus]',
  '\u202e',
  '\ud800',
  '',
];

function nasty(random: () => number): Draft {
  const upTo = (count: number) => Math.floor(random() * count);
  const text = () => Array.from({ length: 1 + upTo(7) }, () => PIECES[upTo(PIECES.length)] ?? '').join('');
  const list = <T>(count: number, make: () => T) => Array.from({ length: upTo(count) }, make);
  const link = () => (random() < 0.5 ? null : 'petition:gone');
  const item = () => ({
    kind: todoKinds[upTo(todoKinds.length)] ?? 'learn',
    title: text(),
    detail: text(),
    minutes: random() < 0.5 ? null : upTo(200_000),
    deadline: random() < 0.5 ? null : '2026-12-01',
    link: link(),
  });
  const prose = (): Prose => ({
    short: text(),
    paragraphs: list(15, () => ({ text: text(), claims: random() < 0.5 ? ['c1'] : [], view: false })),
  });
  const todo = (): TodoList => ({
    intro: random() < 0.3 ? null : text(),
    personal: list(4, item),
    petitions: list(3, () => ({ slug: 'past', why: text() })),
    officials: random() < 0.3 ? null : { slugs: ['gone'], letter: { subject: text(), body: text() } },
    community: list(4, item),
    conclusion: random() < 0.3 ? null : text(),
    short: list(5, () => ({ text: text(), link: link() })),
  });
  const absent = random();
  return {
    categories: ['harbour'],
    sections: {
      opinion: absent < 0.1 ? null : prose(),
      action: prose(),
      ...(absent > 0.9 ? {} : { todo: todo() }),
    },
  };
}

const NOTES = { title: 'One', sourceTitle: 'Post', url: 'https://origin.example/one', ids: [], todoKinds };
const CATEGORIES = ['harbour', 'schools'];
const KNOWN = { categories: CATEGORIES, idFault: () => 'is not there' };
const refiled = (document: string) => document.replace('\nCategories: harbour', '\nCategories: schools');
const documentFor = (draft: Draft) => documentOf(draft, { ...NOTES, categories: CATEGORIES });

describe('an edit of the categories alone', () => {
  test('reads no section as changed, whatever 300 documents hold', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const draft = nasty(randomOf(seed));
      const document = documentFor(draft);
      expect(readDraft(refiled(document), { draft, document }, KNOWN), `seed ${String(seed)}`).toEqual({
        changes: { categories: ['schools'], sections: {} },
      });
    }
  });

  test('by an editor that ends lines in its own way changes no section either', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const draft = nasty(randomOf(seed));
      const document = documentFor(draft);
      const typed = refiled(document)
        .replace(/[^\S\n]+$/gm, '')
        .replaceAll('\n', '\r\n');
      expect(readDraft(typed, { draft, document }, KNOWN)).toEqual({
        changes: { categories: ['schools'], sections: {} },
      });
    }
  });

  test.each([
    ['three line ends', 'Please move it back.\n\n\nIt is far.'],
    ['a line separator', 'Please move it back.\u2028It is far.'],
    ['a blank line of spaces', 'Please move it back.\n\n   \n\nIt is far.'],
    ['a carriage return', 'Please move it back.\rIt is far.'],
  ])('publishes no letter with %s that waits for review', async (_what, body) => {
    const letter = { slugs: ['transport'], letter: { subject: 'The night bus', body } };
    const short = [{ text: 'Sign for it [petition:night-bus]', link: null }];
    const personal = TODO.personal.map((one) => ({ ...one, title: 'Sign\n\nfor it' }));
    const [first, ...rest] = OPINION.paragraphs;
    const one = await desk.commented('one', {
      opinion: {
        content: { ...OPINION, paragraphs: [{ ...first, text: `Who works\r${body}` }, ...rest] } as Prose,
      },
      todo: { content: { ...TODO, officials: letter, short, personal } },
    });
    const before = await listSections(database.db, one.id);
    const { document } = await draftFor(desk.deps, await openArticle(desk.deps, 'one'));
    const file = join(folder, 'edited.txt');
    await writeFile(file, refiled(document));
    const edited = await editSections(desk.deps, { wanted: 'one', reviewer: 'Ada', from: { file } });
    expect(edited).toMatchObject({ saved: [], categories: ['schools'] });
    expect(await listSections(database.db, one.id)).toEqual(before);
    expect((await findArticleById(database.db, one.id))?.categories).toEqual(['schools']);
    const shown = await findCommentary(database.db, one.id);
    expect([shown?.opinion, shown?.action, shown?.todo]).toEqual([undefined, undefined, undefined]);
  });
});

describe('beside a change', () => {
  const draft: Draft = {
    categories: ['harbour'],
    sections: {
      opinion: OPINION,
      action: ACTION,
      todo: {
        ...TODO,
        officials: { slugs: ['transport'], letter: { subject: 'Bus', body: 'Keep it.\n\n\nIt is ours.' } },
        short: [{ text: 'Sign [petition:night-bus]', link: null }],
      },
    },
  };
  const document = documentFor(draft);
  const read = (text: string) => readDraft(text, { draft, document }, { ...KNOWN, idFault: () => undefined });

  test('the rest of a to-do list stays letter by letter', () => {
    expect(read(document.replace('Small steps count.', 'Go on.'))).toEqual({
      changes: {
        categories: undefined,
        sections: { todo: { ...draft.sections.todo, conclusion: 'Go on.' } },
      },
    });
  });

  test('a section that was changed and changed back is not changed', () => {
    const there = document.replace('Keep it.', 'Leave it.');
    expect(read(there)).toMatchObject({ changes: { sections: { todo: {} } } });
    expect(read(there.replace('Leave it.', 'Keep it.'))).toEqual({
      changes: { categories: undefined, sections: {} },
    });
  });
});

test('no text can end the notes or begin a section', () => {
  const title = 'One\n# Opinion\u2028# Action';
  const document = documentOf(
    {
      categories: ['harbour'],
      sections: { action: { ...ACTION, short: 'Go.\n\u200b# To-do\u2028\u00ad# Opinion' } },
    },
    { ...NOTES, title, categories: CATEGORIES, ids: [{ id: 'petition:a', name: 'A\n# To-do' }] },
  );
  expect(document.match(/^[^\S\n]*[\u200b\u00ad]*# .*$/gm)).toEqual(['# Action']);
});
