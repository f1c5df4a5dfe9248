import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findArticleById } from '../../db/article.ts';
import { findCategoryDecisionRow } from '../../db/category-decision.ts';
import { findCommentary, findCommentaryRow } from '../../db/commentary.ts';
import { listSections, type SectionRow } from '../../db/commentary-section.ts';
import { decide } from '../../src/comment/review/review.ts';
import { editSections, type Edit } from '../../src/comment/review/edit.ts';
import { splitCommand } from '../../src/comment/review/editor.ts';
import { AppError } from '../../src/shared/errors.ts';
import { testDatabase } from '../helpers/database.ts';
import { ACTION, OPINION, openDesk, TODO, type Desk } from './review-desk.ts';

const database = testDatabase();
let desk: Desk;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadside editor '));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  desk = await openDesk(database.db);
});

/** An editor: a script that runs `body` on the text of the file it is given, as `text`. */
async function editorOf(body: string): Promise<string> {
  const script = join(folder, 'editor.mjs');
  await writeFile(
    script,
    `import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
    const [, , flag, file] = process.argv;
    let text = readFileSync(file, 'utf8');
    writeFileSync(${JSON.stringify(join(folder, 'seen.json'))}, JSON.stringify({ flag, file, text, mode: statSync(file).mode & 0o777 }));
    ${body}
    writeFileSync(file, text);`,
  );
  return `'${process.execPath}' "${script}" --wait`;
}

const seen = async () =>
  JSON.parse(await readFile(join(folder, 'seen.json'), 'utf8')) as {
    flag: string;
    file: string;
    text: string;
    mode: number;
  };
const replacing = (from: string, to: string) =>
  editorOf(
    `const notes = text.indexOf('\\n\\nCategories:');
    text = text.slice(0, notes) + text.slice(notes).replace(${JSON.stringify(from)}, ${JSON.stringify(to)});`,
  );
const edit = async (editor: string | undefined, over: Partial<Edit> = {}) =>
  editSections(desk.deps, { wanted: 'one', reviewer: 'Ada', from: { editor }, ...over });
const sectionOf = async ({ id }: { id: string }, wanted: SectionRow['kind']) =>
  (await listSections(database.db, id)).find(({ kind }) => kind === wanted);
const thrownBy = async (work: Promise<unknown>): Promise<AppError> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppError) return error;
  throw new Error('nothing of ours was thrown', { cause: error });
};
const pathIn = ({ message }: Error) => /--file (\S+)$/.exec(message)?.[1] ?? '';

/** Done by the editor, in another process. */
const written = (text: string) =>
  text.replace(
    '# Opinion\n\n## Short\n\n## Whole\n',
    '# Opinion\n\n## Short\n\nKeep the bus.\n\n## Whole\n\nIt is needed.\n',
  );

describe('the document', () => {
  test('is a file for its owner only, in a folder that is gone afterwards', async () => {
    await desk.commented('one');
    await edit(await editorOf(''));
    const { file, mode, flag } = await seen();
    expect({ mode, flag }).toEqual({ mode: 0o600, flag: '--wait' });
    expect(existsSync(dirname(file))).toBe(false);
  });

  test('that comes back as it was changes nothing', async () => {
    const one = await desk.commented('one');
    const before = await listSections(database.db, one.id);
    expect(await edit(await editorOf(''))).toMatchObject({ saved: [] });
    expect(await edit(await editorOf('text += "\\n#! seen\\n\\n";'))).toMatchObject({ saved: [] });
    expect(await listSections(database.db, one.id)).toEqual(before);
  });

  test('holds the chosen sections only, and names what may be linked to', async () => {
    await desk.commented('one');
    await edit(await editorOf(''), { kinds: ['todo'] });
    const { text } = await seen();
    expect(text).toContain('* sign; 5 minutes; by 2026-12-01; petition:night-bus');
    expect(text).not.toContain('\n# Opinion');
    expect(text).toContain('official:transport  Councillor for Transport: Ada Wren');
    expect(text).not.toMatch(/petition:past|official:gone/);
  });
});

describe('a changed paragraph', () => {
  test('is a view; the others keep what they rest on, and the model stays the author', async () => {
    const one = await desk.commented('one');
    const editor = await replacing(
      'Each night 470 dockhands take the N5',
      'Each night 470 dockhands ride the N5',
    );
    expect(await edit(editor)).toMatchObject({ saved: ['opinion'], warnings: [] });
    const row = await sectionOf(one, 'opinion');
    expect(row).toMatchObject({
      state: 'edited',
      origin: 'model',
      model: 'fake-1',
      promptVersion: 'write-1',
      reviewer: 'Ada',
      reviewedAt: desk.deps.time.at,
      reason: null,
    });
    const [first, second, third] = OPINION.paragraphs;
    expect(row?.content).toEqual({
      short: OPINION.short,
      paragraphs: [first, { text: second?.text.replace('take', 'ride'), claims: [], view: true }, third],
    });
    expect((await sectionOf(one, 'action'))?.state).toBe('needs_review');
  });

  test('may be folded over several lines', async () => {
    const one = await desk.commented('one');
    await edit(await replacing('Go to the town hall.', 'Go to the\n  town hall today.'));
    expect((await sectionOf(one, 'action'))?.content).toMatchObject({
      paragraphs: [{ text: 'Go to the town hall today.' }, {}, {}],
    });
  });

  test('is warned about by the gates, and kept', async () => {
    const one = await desk.commented('one');
    const editor = await replacing(
      'Go to the town hall.',
      'Write to mayor@port-ellin.example, all 9,000 of you.',
    );
    const { warnings } = (await edit(editor)) as { warnings: { gate: string }[] };
    expect([...new Set(warnings.map(({ gate }) => gate))]).toEqual(['contacts', 'numbers']);
    const row = await sectionOf(one, 'action');
    expect(row?.state).toBe('edited');
    expect(row?.verdicts).toContainEqual({
      gate: 'numbers',
      verdict: 'fail',
      evidence: [expect.stringContaining('9,000') as string],
    });
  });

  test('keeps its mark of a person when the section is rejected and approved again', async () => {
    const one = await desk.commented('one');
    await edit(await replacing('Go to the town hall.', 'Go there.'), { kinds: ['action'] });
    await decide(desk.deps, {
      wanted: 'one',
      kinds: ['action'],
      state: 'rejected',
      reviewer: 'Ben',
      reason: 'No.',
    });
    await decide(desk.deps, { wanted: 'one', kinds: ['action'], state: 'approved', reviewer: 'Ben' });
    expect(await sectionOf(one, 'action')).toMatchObject({ state: 'edited', reviewer: 'Ben' });
  });
});

test('a to-do list is read back item by item', async () => {
  const one = await desk.commented('one');
  const editor = await editorOf(
    `text = text.replace('* talk\\n', '* write; 20 min; official:transport\\n')
      .replace('## Community\\n', '## Community\\n\\n* attend; by 2026-12-02\\nCome to the hearing\\nIt is in\\nthe town hall.\\n');`,
  );
  await edit(editor);
  const [sign, talk] = TODO.personal;
  expect((await sectionOf(one, 'todo'))?.content).toEqual({
    ...TODO,
    personal: [sign, { ...talk, kind: 'write', minutes: 20, link: 'official:transport' }],
    community: [
      {
        kind: 'attend',
        title: 'Come to the hearing',
        detail: 'It is in the town hall.',
        minutes: null,
        deadline: '2026-12-02',
        link: null,
      },
    ],
  });
});

describe('a faulty document', () => {
  test.each([
    ['* talk\n', '* chat\n', 'there is no kind "chat"'],
    ['by 2026-12-01', 'by 2026-02-30', '"2026-02-30" is no date'],
    ['5 minutes; by', 'soon; by', '"soon" is neither'],
    ['* petition:night-bus', '* petition:past', '"petition:past" is neither an open petition'],
    ['To: official:transport', 'To: official:gone', '"official:gone" is neither an open petition'],
    ['\n# Opinion\n', '\n# Opinions\n', 'there is no section "Opinions"'],
    ['\n## Whole\n', '\n## All\n', 'there is no part "All" in Opinion'],
    [OPINION.short, '', 'Opinion has no text under "Short"'],
    ['Categories: harbour', 'Categories: harbor', 'there is no category "harbor"'],
    ['Subject: The night bus', 'Subject:', 'the letter has no "Subject:"'],
    ['\n## Personal\n', '\n## Personal\n\nloose words\n', 'belongs to no entry'],
  ])('%j for %j is named with its line, and nothing is changed', async (from, to, problem) => {
    const one = await desk.commented('one');
    const before = await listSections(database.db, one.id);
    const error = await thrownBy(edit(await replacing(from, to)));
    expect(error).toMatchObject({ kind: 'invalid', code: 'draft.faulty' });
    expect(error.message).toContain(problem);
    expect(await listSections(database.db, one.id)).toEqual(before);
    const kept = await readFile(pathIn(error), 'utf8');
    const line = Number(/line (\d+):/.exec(error.message)?.[1]);
    expect(line).toBeGreaterThan(0);
    expect(kept.split('\n').length).toBeGreaterThan(line);
    await rm(dirname(pathIn(error)), { recursive: true });
  });

  const last = OPINION.paragraphs.at(-1) ?? { text: '' };
  test.each([
    [OPINION.short, 'a'.repeat(901), 'the short form of Opinion is longer than 900 characters (901)'],
    [last.text, 'a'.repeat(5_001), 'the paragraph is longer than 5,000 characters (5,001)'],
    [last.text, Array.from({ length: 11 }, () => 'More.').join('\n\n'), 'Opinion has room for 12 paragraphs'],
    ['Talk to a dockhand', 'a'.repeat(141), 'the title is longer than 140 characters (141)'],
    ['Ask what the bus is to them.', 'a'.repeat(1_501), 'the detail is longer than 1,500 characters (1,501)'],
    ['Please keep the N5.', 'a'.repeat(6_001), 'the letter is longer than 6,000 characters'],
  ])('says on which line a text is too long (%#)', async (from, to, problem) => {
    const one = await desk.commented('one');
    const before = await listSections(database.db, one.id);
    const error = await thrownBy(edit(await replacing(from, to)));
    expect(error.message.split('\n').filter((line) => line.startsWith('  line '))).toHaveLength(1);
    expect(error.message).toContain(problem);
    expect(await listSections(database.db, one.id)).toEqual(before);
    const kept = (await readFile(pathIn(error), 'utf8')).split('\n');
    const line = kept[Number(/line (\d+):/.exec(error.message)?.[1]) - 1];
    expect(line).toBe(to.includes('\n') ? 'More.' : to);
    await rm(dirname(pathIn(error)), { recursive: true });
  });

  test('keeps what is exactly as long as it may be', async () => {
    const one = await desk.commented('one');
    const short = 'a'.repeat(900);
    await edit(await replacing(OPINION.short, short));
    expect((await sectionOf(one, 'opinion'))?.content).toMatchObject({ short });
  });

  test('may leave what is no longer in force where it is not touched', async () => {
    const petitions = [{ slug: 'past', why: 'It was open.' }];
    const one = await desk.commented('one', { todo: { content: { ...TODO, petitions } } });
    await edit(await replacing('Go to the town hall.', 'Go there.'));
    expect((await sectionOf(one, 'action'))?.state).toBe('edited');
    const error = await thrownBy(edit(await replacing('Small steps count.', 'Go on.')));
    expect(error.message).toContain('"petition:past" is neither');
    await rm(dirname(pathIn(error)), { recursive: true });
  });

  test('says the very line, is kept for its owner only, and can be mended and given again', async () => {
    const one = await desk.commented('one');
    const error = await thrownBy(edit(await replacing('* talk\n', '* chat\n')));
    const file = pathIn(error);
    const text = await readFile(file, 'utf8');
    expect(error.message).toContain(`line ${String(text.split('\n').indexOf('* chat') + 1)}: `);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await writeFile(file, text.replace('* chat', '* teach'));
    expect(await edit(undefined, { from: { file } })).toMatchObject({ saved: ['todo'] });
    expect((await sectionOf(one, 'todo'))?.content).toMatchObject({ personal: [{}, { kind: 'teach' }] });
    await rm(dirname(file), { recursive: true });
  });
});

describe('an editor', () => {
  test('that is not set or cannot be started is an error', async () => {
    await desk.commented('one');
    expect(await thrownBy(edit(undefined))).toMatchObject({ kind: 'invalid', code: 'editor.none' });
    expect(await thrownBy(edit(join(folder, 'nowhere')))).toMatchObject({
      code: 'editor.failed',
      message: expect.stringContaining('ENOENT') as string,
    });
  });

  test('that fails after it wrote leaves the text where it says', async () => {
    const one = await desk.commented('one');
    const error = await thrownBy(
      edit(await editorOf('writeFileSync(file, text + "More.\\n"); process.exit(3);')),
    );
    expect(error.code).toBe('editor.failed');
    expect(error.message).toContain('it ended with 3');
    expect(await readFile(pathIn(error), 'utf8')).toMatch(/More\.\n$/);
    expect((await sectionOf(one, 'opinion'))?.state).toBe('needs_review');
    await rm(dirname(pathIn(error)), { recursive: true });
  });

  test('may have arguments and spaces in its name; no shell reads them', () => {
    expect(splitCommand('code --wait')).toEqual(['code', '--wait']);
    expect(splitCommand(`"/my tools/ed" -c 'set tw=72' $HOME;ls a\\ b`)).toEqual([
      '/my tools/ed',
      '-c',
      'set tw=72',
      '$HOME;ls',
      'a b',
    ]);
    expect(splitCommand('  ')).toEqual([]);
  });
});

test('what somebody else changed meanwhile is not overwritten, and the text is kept', async () => {
  const one = await desk.commented('one');
  const file = join(folder, 'first.txt');
  await edit(await replacing('Go to the town hall.', 'Go there at once.'), { kinds: ['action'] });
  // The editor is open while the other edit is kept.
  const slow = await editorOf(
    `while (!(await import('node:fs')).existsSync(${JSON.stringify(file)})) await new Promise((done) => setTimeout(done, 20));
    text = text.replace('Go there at once.', 'Go there soon.');`,
  );
  const first = thrownBy(edit(slow, { kinds: ['action'] }));
  await untilSeen('Go there at once.');
  const other = join(folder, 'other.txt');
  await writeFile(other, (await seen()).text.replace('Go there at once.', 'Stay.'));
  await edit(undefined, { from: { file: other }, reviewer: 'Ben' });
  await writeFile(file, '');
  const error = await first;
  expect(error.code).toBe('draft.overtaken');
  expect(await readFile(pathIn(error), 'utf8')).toContain('Go there soon.');
  expect((await sectionOf(one, 'action'))?.content).toMatchObject({
    paragraphs: [{ text: 'Stay.' }, {}, {}],
  });
  await rm(dirname(pathIn(error)), { recursive: true });
});

describe('a story that nobody has written about', () => {
  test('gets a person’s opinion, and the registry’s to-do list beside it', async () => {
    const { id } = await desk.article('one');
    await edit(await editorOf(`text = (${written.toString()})(text);`));
    expect(await sectionOf({ id }, 'opinion')).toMatchObject({
      state: 'edited',
      origin: 'person',
      model: null,
      content: { short: 'Keep the bus.', paragraphs: [{ text: 'It is needed.', claims: [], view: true }] },
    });
    expect(await sectionOf({ id }, 'todo')).toMatchObject({ origin: 'registry', state: 'approved' });
    expect(await findCommentary(database.db, id)).toMatchObject({
      origin: 'person',
      reason: 'Nobody has written it.',
      opinion: { origin: 'person', review: 'edited' },
    });
  });

  test('is offered empty headings, which may stay empty', async () => {
    const { id } = await desk.article('one');
    expect(await edit(await editorOf('text += "#! nothing\\n";'))).toMatchObject({ saved: [] });
    expect((await seen()).text).toContain('# To-do\n\n## Intro\n\n## Personal\n');
    expect(await findCommentaryRow(database.db, id)).toBeUndefined();
  });
});

const todoOf = (body: string) =>
  editorOf(`text = text.slice(0, text.indexOf('# To-do')) + ${JSON.stringify(body)};`);

describe('the registry’s own to-do list', () => {
  const fromRegistry = { origin: 'registry', model: null, state: 'approved', reason: null } as const;

  test('stays the registry’s when a person edits it', async () => {
    const one = await desk.commented('one', { todo: fromRegistry });
    await edit(await replacing('Small steps count.', 'Go on.'));
    expect(await sectionOf(one, 'todo')).toMatchObject({
      origin: 'registry',
      state: 'edited',
      reviewer: 'Ada',
    });
    expect((await findCommentary(database.db, one.id))?.todo).toMatchObject({
      origin: 'registry',
      review: 'edited',
    });
    await edit(await replacing('It takes a minute.', 'It takes two.'));
    expect(await sectionOf(one, 'todo')).toMatchObject({ origin: 'registry', state: 'edited' });
  });

  test('is a person’s once no text of it is left', async () => {
    const one = await desk.commented('one', { todo: fromRegistry });
    await edit(
      await todoOf('# To-do\n## Personal\n* learn\nAsk around\nIt helps.\n## Short\n* Ask around\n'),
    );
    expect(await sectionOf(one, 'todo')).toMatchObject({ origin: 'person', state: 'edited' });
  });
});

test('changed categories are the editor’s decision', async () => {
  const one = await desk.commented('one');
  const report = await edit(await replacing('Categories: harbour', 'Categories: schools, harbour'));
  expect(report).toMatchObject({ saved: [], categories: ['schools', 'harbour'] });
  expect((await findArticleById(database.db, one.id))?.categories).toEqual(['schools', 'harbour']);
  expect(await findCategoryDecisionRow(database.db, one.id)).toMatchObject({ reviewer: 'Ada' });
  expect((await sectionOf(one, 'opinion'))?.state).toBe('needs_review');
});

test('a line of text that looks like a heading, an entry or a note comes back as it was', async () => {
  const odd = {
    short: '# not a heading',
    paragraphs: [{ text: '* no entry', claims: ['c1'], view: false }, ...OPINION.paragraphs],
  };
  const one = await desk.commented('one', { opinion: { content: odd } });
  expect(await edit(await editorOf('text += "\\n";'))).toMatchObject({ saved: [] });
  await edit(await replacing('Go to the town hall.', 'Go there.'));
  expect((await sectionOf(one, 'opinion'))?.content).toEqual(odd);
  expect((await sectionOf(one, 'action'))?.content).toMatchObject({ short: ACTION.short });
});

async function untilSeen(words: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const text = await seen().then(
      (one) => one.text,
      () => '',
    );
    if (text.includes(words)) return;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error('the editor was never opened');
}
