import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SectionKind, SectionRow } from '../../db/commentary-section.ts';
import { findEdition, listEditionStories } from '../../db/edition.ts';
import { officials } from '../../db/official.ts';
import type { CommentaryAnswer } from '../../src/comment/commentary.ts';
import { answerTo } from '../../src/comment/sample.ts';
import { compose } from '../../src/compose/compose.ts';
import { createComposer } from '../../src/compose/composer.ts';
import type { Model } from '../../src/shared/ports.ts';
import { testDatabase } from '../helpers/database.ts';
import { readerDeps } from '../helpers/readers.ts';
import { insertPetition } from '../helpers/seed.ts';
import { testSite } from '../web/site.ts';
import { fakeModel, fakeReader, goodAnswer, goodReading, QUAY, withTodo } from './answers.ts';
import { calls, outcome, quay, quays, room } from './room.ts';

const database = testDatabase();

beforeEach(async () => {
  await database.db.execute(
    sql`truncate sources, articles, petitions, officials, editions, model_calls, model_budgets cascade`,
  );
});

type Over = Parameters<typeof quay>[2];
type RoomOver = Parameters<typeof room>[2];

/** Comment on one article and compose: what became of it. Fails unless the edition holds the story. */
async function told(model: Model, over: Over = {}, config: RoomOver = {}) {
  const { db } = database;
  const article = await quay(db, 'one', over);
  const { run, deps } = room(db, model, config);
  const report = await run({ sleep: () => Promise.resolve() });
  expect(await compose(deps)).toMatchObject({ outcome: 'composed', stories: 1 });
  const edition = await findEdition(db, '2026-11-23');
  const stories = await listEditionStories(db, edition?.id ?? '');
  expect(stories.map(({ snapshot }) => snapshot.slug)).toEqual(['one']);
  expect((await calls(db)).map(({ state }) => state)).not.toContain('reserved');
  return { report, ...(await outcome(db, article)) };
}

/** Only the registry's list, and why. */
const without = (reason: string | RegExp) => ({
  row: { origin: 'registry', reason: reasonLike(reason) },
  todo: { origin: 'registry', state: 'approved' },
});

const reasonLike = (reason: string | RegExp): unknown => expect.stringMatching(reason);

describe('an article that', () => {
  test('has one line is too short, and nobody is asked', async () => {
    const { model, read } = fakeModel(goodAnswer());
    const ends = await told(model, { paragraphs: ['The quay closes.'] });
    expect(ends).toMatchObject(without(/too short to write about \(3 words\)/));
    expect(ends.row?.isOpen).toBe(false);
    expect(read).toEqual([]);
  });

  test('has nothing that is seen has no text', async () => {
    const { model, read } = fakeModel(goodAnswer());
    const ends = await told(model, {
      paragraphs: ['\u200b\u200b \u2060', '\u0007\u202e\ufeff'],
      summary: null,
    });
    expect(ends).toMatchObject(without(/no text of it/));
    expect(read).toEqual([]);
  });

  test('has 200,000 words is read, and what its last line says is found', async () => {
    const last = 'The last ferry of the old quay carries a brass lamp that nobody has polished.';
    const many = Array.from({ length: 1_500 }, () => QUAY).flat();
    const claim = { text: 'The last ferry carries a brass lamp.', quote: last, speaker: '' };
    const reading = goodReading({ claims: [...goodReading().claims, claim] });
    const { model, read } = fakeReader({ reading }, goodAnswer());
    const paragraphs = [...many, last];
    const ends = await told(model, { paragraphs });
    expect(ends).toMatchObject({ row: { origin: 'model', reason: null }, opinion: { state: 'approved' } });
    expect(ends.row?.reading?.claims.at(-1)).toMatchObject({
      quote: last,
      at: 'The old quay closes\n\n'.length + many.join('\n\n').length + 2,
    });
    expect(paragraphs.join(' ').split(' ').length).toBeGreaterThan(200_000);
    expect(read[0]?.user.length).toBeLessThan(30_000);
  });

  test('has markup and quotes in its title keeps them as they are, and is commented on', async () => {
    const title = '"Quay" <script>alert(1)</script> & [x](y) ${z} {{w}}';
    const ends = await told(fakeModel(goodAnswer()).model, { title });
    expect(ends).toMatchObject({ row: { origin: 'model', reason: null } });
  });
});

const MUELLE = [
  'La junta del puerto cerrará el muelle viejo el 14 de diciembre y llevará el transbordador al muelle del grano, dijo el lunes su presidenta, Ana Reis. Nadie ha explicado todavía cuánto costará la obra.',
  'Unas 320 personas toman el transbordador cada mañana. La mayoría trabaja en el hospital, al otro lado de la bahía, y el muelle del grano queda veinte minutos más lejos a pie. Las enfermeras pidieron un autobús.',
  'El muro se construyó hace noventa años y se ha remendado cada verano desde entonces. Un informe que la junta encargó en marzo dice que dos de sus nueve arcos podrían caer en una tormenta.',
];
const LEIDO = goodReading({
  language: 'es',
  claims: [
    {
      text: 'The harbour board closes the old quay and moves the ferry to the grain pier.',
      quote: 'La junta del puerto cerrará el muelle viejo el 14 de diciembre',
      speaker: 'Ana Reis',
    },
    {
      text: 'Most of the people on the morning ferry work at the hospital.',
      quote: 'La mayoría trabaja en el hospital',
      speaker: '',
    },
    {
      text: 'Two of the nine arches of the wall could fall in a storm.',
      quote: 'dos de sus nueve arcos podrían caer en una tormenta',
      speaker: '',
    },
  ],
  quotes: [],
});
const SPANISH: Over = { title: 'El muelle viejo cierra', language: 'es', paragraphs: MUELLE };

describe('a story in another language', () => {
  test('that the newsroom does not read is left alone', async () => {
    const { model, read } = fakeReader({ reading: LEIDO }, unquoted());
    const ends = await told(model, SPANISH);
    expect(ends).toMatchObject(without(/It is in Spanish, which this newsroom does not read/));
    expect(read).toEqual([]);
  });

  test('that it reads waits for a person, since the overlap cannot be judged', async () => {
    const { model } = fakeReader({ reading: LEIDO }, unquoted());
    const { newsroom } = room(database.db, model).deps.config;
    const ends = await told(model, SPANISH, { newsroom: { ...newsroom, reads: ['en', 'es'] } });
    for (const section of [ends.opinion, ends.action, ends.todo]) {
      expect(section).toMatchObject({ state: 'needs_review', origin: 'model' });
      expect(section?.reason).toMatch(/These gates cannot tell: .*overlap/);
      expect(section?.verdicts).toContainEqual({ gate: 'overlap', verdict: 'unjudged', evidence: [] });
    }
    expect(ends.row?.reason).toBe('It has not been reviewed yet.');
  });
});

/** The good answer without the quotation that only the English article has. */
function unquoted(): CommentaryAnswer {
  const { opinion } = goodAnswer();
  const last = {
    text: 'Two arches of the wall could fall, and those who ride and run the ferry should know what the harbour board knows.',
    claims: ['c3'],
    view: false,
  };
  return goodAnswer({ opinion: { ...opinion, paragraphs: [...opinion.paragraphs.slice(0, 2), last] } });
}

test('with nothing in the registry, ids that a model makes up lead nowhere', async () => {
  const { todo } = goodAnswer();
  const [first, second] = todo.personal;
  const answer = withTodo({
    personal: [first, second].flatMap((item) => (item ? [{ ...item, link: 'petition:made-up' }] : [])),
    petitions: [{ id: 'petition:made-up', why: 'It saves the quay.' }],
    officials: {
      ids: ['official:made-up'],
      subject: 'The quay',
      body: 'Please show the report.\n\n[your name]',
    },
  });
  const ends = await told(fakeModel(answer).model);
  expect(ends.todo).toMatchObject({
    state: 'approved',
    origin: 'model',
    content: { petitions: [], officials: null },
  });
  expect(JSON.stringify(ends.todo?.content)).not.toContain('made-up');
});

describe('a prompts folder', () => {
  let folder: string | undefined;
  afterEach(async () => {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    folder = undefined;
  });

  const FINE = "export const version = '7'; export const user = () => 'u';";

  test.each([
    ['does not parse', 'read.mjs', 'export const version = ', /read\.mjs cannot be used/],
    [
      'exports no version',
      'read.mjs',
      'export const system = () => "", user = () => "";',
      /exports no version/,
    ],
    [
      'exports no functions',
      'read.mjs',
      'export const version = "1", system = "You read.", user = 7;',
      /no function system/,
    ],
    ['throws when it is loaded', 'read.mjs', 'throw new Error("no such rule");', /no such rule/],
    [
      'throws when it is called',
      'read.mjs',
      `${FINE} export const system = () => { throw new Error("no rule"); };`,
      /read\.mjs cannot be used: .*no rule/,
    ],
    [
      'throws no error when it is called',
      'read.mjs',
      `${FINE} export const system = () => { throw undefined; };`,
      /read\.mjs cannot be used/,
    ],
    [
      'gives no text',
      'read.mjs',
      `${FINE} export const system = () => 42;`,
      /read\.mjs cannot be used: system gives no text/,
    ],
    [
      'gives a promise',
      'write.mjs',
      `${FINE} export const system = async () => 'later';`,
      /write\.mjs cannot be used: system gives no text/,
    ],
  ])('whose file %s is named in the row, and held against no article', async (_what, file, code, reason) => {
    folder = await mkdtemp(join(tmpdir(), 'prompts-'));
    await writeFile(join(folder, file), code);
    const ends = await told(fakeModel(goodAnswer()).model, {}, { comment: { promptsDir: folder } });
    expect(ends).toMatchObject(without(reason));
    expect(ends.row).toMatchObject({ attempts: 0, isOpen: true });
    expect(ends.report.failures).toMatchObject([{ code: 'prompt.unreadable' }]);
  });

  test('that is not there is named in the row', async () => {
    const promptsDir = join(tmpdir(), 'no-such-prompts');
    const ends = await told(fakeModel(goodAnswer()).model, {}, { comment: { promptsDir } });
    expect(ends).toMatchObject(without(/no-such-prompts cannot be used: there is no such folder/));
    expect(ends.report.failures).toMatchObject([{ code: 'prompt.unreadable' }]);
  });
});

const GOOD = JSON.stringify(goodAnswer());
const NESTED = '['.repeat(100_000) + ']'.repeat(100_000);

describe('a model that writes', () => {
  test.each([
    ['5 MB of nothing', 'x'.repeat(5_000_000), /no JSON object/],
    ['5 MB in one text', JSON.stringify(withTodo({ intro: 'long '.repeat(1_000_000) })), /^$/],
    ['100,000 brackets', `{"opinion":${NESTED},"action":${NESTED},"todo":${NESTED}}`, /not valid JSON|shape/],
    ['100,000 open brackets', `{"opinion":${'['.repeat(100_000)}}`, /not valid JSON/],
    [
      'a thousand things wrong',
      JSON.stringify({
        opinion: Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`k${String(i)}`, i])),
        action: {},
        todo: { personal: Array.from({ length: 50_000 }, () => ({})) },
      }),
      /shape/,
    ],
    ['nothing but braces', '{}', /opinion is missing/],
    ['a list', `[${GOOD}`.replace('{', '['), /not valid JSON|shape/],
    ['numbers for texts', '{"opinion":1,"action":{"short":2,"paragraphs":3},"todo":[4]}', /shape/],
    [
      'its own prototype',
      '{"__proto__":{"opinion":{}},"constructor":{"prototype":{"x":1}},"toString":1}',
      /opinion is missing/,
    ],
  ])('%s ends in a row with the reason', async (_what, answer, reason) => {
    const ends = await told(fakeModel(answer).model);
    if (reason.test('')) {
      expect(ends.row).toMatchObject({ origin: 'model', reason: null });
      expect(ends.todo).toMatchObject({
        origin: 'registry',
        reason: expect.stringMatching(/shape: todo todo\.intro/) as unknown,
      });
    } else expect(ends).toMatchObject(without(reason));
    expect(JSON.stringify(ends.todo?.verdicts).length).toBeLessThan(20_000);
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  test.each([
    ['a prototype within', GOOD.replace('"opinion":{', '"opinion":{"__proto__":{"polluted":true},')],
    ['NUL as JSON writes it', GOOD.replace('The harbour board has', 'The harbour\\u0000 board has')],
    ['NUL as it is', `${GOOD}\u0000`],
    ['half a character', `\ud83d ${GOOD.replace('The harbour board has', 'The harbour\\ud83d board has')}`],
    ['half a character between fences', `\`\`\`json\n${GOOD}\n\`\`\`\udc00`],
  ])('%s has a commentary, or its reason', async (_what, answer) => {
    const ends = await told(fakeModel(answer).model);
    expect(ends.row?.reason === null ? ends.opinion?.state : ends.row?.reason).toMatch(/approved|gates/);
    expect(ends.report.failures.map(({ code }) => code)).not.toContain('program.defect');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(JSON.stringify(ends.opinion?.content ?? '')).not.toMatch(/\\u0000|\\ud83d(?!\\ud)/);
  });
});

test('an absurd answer leaves the others their share of the day', async () => {
  const { db } = database;
  const [, other] = await quays(db, ['one', 'two']);
  const { model } = fakeModel(goodAnswer());
  const absurd: Model = {
    ...model,
    complete: (request) =>
      request.articleUrl.endsWith('one')
        ? Promise.resolve({
            text: 'x'.repeat(3_000_000),
            usage: { inputTokens: 900, outputTokens: 8_000 },
            truncated: false,
          })
        : model.complete(request),
  };
  const { run } = room(db, absurd, { comment: { concurrency: 1 } });
  expect(await run()).toMatchObject({ written: 1, failures: [{ code: 'model.rejected' }] });
  expect(await outcome(db, other ?? { id: '' })).toMatchObject({ opinion: { state: 'approved' } });
});

describe('a model that reads', () => {
  test.each([
    ['5 MB of nothing', 'x'.repeat(5_000_000), /no JSON object/],
    ['100,000 brackets', `{"claims":${NESTED}}`, /not valid JSON/],
    ['numbers for texts', '{"language":1,"categories":2,"claims":[3],"quotes":4}', /did not pass: language/],
    [
      'its own prototype',
      '{"__proto__":{"language":"en","categories":[],"claims":[],"quotes":[]}}',
      /did not pass/,
    ],
    [
      'what the article does not say',
      JSON.stringify(goodReading()).replaceAll('"quote":"', '"quote":"Never '),
      /only 0 of the claims/,
    ],
    ['NUL as it is', '\u0000', /no JSON object/],
    ['half a character', '\ud83d', /no JSON object/],
  ])('%s ends in a row with the reason', async (_what, reading, reason) => {
    const { model, asked } = fakeReader({ reading }, goodAnswer());
    const ends = await told(model);
    expect(ends).toMatchObject(without(reason));
    expect(asked).toEqual([]);
    expect(ends.report.failures.map(({ code }) => code)).toEqual(['model.rejected']);
  });
});

/** Every text of an answer that a reader may see, and how something is put into it. */
const PLACES: [string, (answer: CommentaryAnswer, planted: string) => void][] = [
  ['opinion.short', ({ opinion }, planted) => void (opinion.short += planted)],
  ['opinion.paragraphs.1', ({ opinion }, planted) => plantIn(opinion.paragraphs[1], 'text', planted)],
  ['action.short', ({ action }, planted) => void (action.short += planted)],
  ['action.paragraphs.2', ({ action }, planted) => plantIn(action.paragraphs[2], 'text', planted)],
  ['todo.intro', ({ todo }, planted) => void (todo.intro += planted)],
  ['todo.personal.0.title', ({ todo }, planted) => plantIn(todo.personal[0], 'title', planted)],
  ['todo.personal.1.detail', ({ todo }, planted) => plantIn(todo.personal[1], 'detail', planted)],
  ['todo.community.0.title', ({ todo }, planted) => plantIn(todo.community[0], 'title', planted)],
  ['todo.community.0.detail', ({ todo }, planted) => plantIn(todo.community[0], 'detail', planted)],
  ['todo.petitions.0.why', ({ todo }, planted) => plantIn(todo.petitions[0], 'why', planted)],
  ['todo.officials.subject', ({ todo }, planted) => void (todo.officials.subject += planted)],
  ['todo.officials.body', ({ todo }, planted) => void (todo.officials.body += planted)],
  ['todo.conclusion', ({ todo }, planted) => void (todo.conclusion += planted)],
  ['todo.short.0', ({ todo }, planted) => plantIn(todo.short[0], 'text', planted)],
];

function plantIn<Key extends string>(holder: Record<Key, string> | undefined, key: Key, planted: string) {
  if (!holder) throw new Error(`nothing holds a ${key}`);
  Object.assign(holder, { [key]: holder[key] + planted });
}

/** Each says "lantern", a word that stands nowhere else, so that no way of writing it out hides it. */
const CONTACTS = [
  'See the lantern at https://tide.example/plan now.',
  'See the lantern at hxxps://tide.example now.',
  'See the lantern at www.tide today.',
  'See the lantern on tide-watch.org today.',
  'See the lantern on tіde.соm today.',
  'See the lantern on ｔｉｄｅ．ｃｏｍ today.',
  'See the lantern on 𝗍𝗂𝖽𝖾.𝖼𝗈𝗆 today.',
  'See the lantern on ti\u200dde.c\u{e0101}om today.',
  'See the lantern on t i d e . c o m today.',
  'See the lantern on tide[.]watch today.',
  'See the lantern on tide[dot]watch today.',
  'See the lantern on tide (dot) watch today.',
  'See the lantern on tide dot com today.',
  'See the lantern on tide%2Ewatch today.',
  'See the lantern on tide&#46;watch today.',
  'See the lantern on 192.0.2.17 today.',
  'See the lantern on bit.ly/quay today.',
  'See the [lantern](https://tide.example) today.',
  'See the ![lantern](x) today.',
  'See the <a href="//tide">lantern</a> today.',
  'See the lantern, data:text/html,hello today.',
  'See the lantern, javascript:alert today.',
  'See the lantern, ana@tide.watch has it.',
  'See the lantern, ana [at] tide has it.',
  'See the lantern, ana at tide dot org has it.',
  'See the lantern, ana＠tide．watch has it.',
  'For the lantern call 212 555 0199 today.',
  'For the lantern call ２１２ー５５５ー０１９９ today.',
  'For the lantern dial five five five, oh one oh one.',
  'For the lantern dial five-five-five oh one nine nine.',
  'For the lantern call 1-800-CALL-NOW today.',
  'For the lantern write to 12 Harbour Street today.',
  'For the lantern write to PO Box 7 today.',
  'For the lantern follow @tidewatch there.',
  'For the lantern ask on Instagram as port_ellin.',
];

describe('a contact that is planted in an answer', () => {
  test('would be seen in each of its places, were it none', async () => {
    const { pages, html, text, sections } = await planted('See the lantern today.');
    expect(pages.map((page) => page.includes('lantern'))).toEqual(
      PLACES.map(([place]) => !INMAIL.has(place)),
    );
    expect(html.match(/lantern/g)?.length).toBe(INMAIL.size);
    expect(text.match(/lantern/g)?.length).toBe(INMAIL.size);
    expect(sections.flatMap(failedGates)).toEqual([]);
  });

  test.each(CONTACTS)('is on no page and in no mail: %s', async (contact) => {
    const { pages, html, text, sections } = await planted(contact);
    for (const shown of [...pages, html, text]) expect(shown).not.toMatch(/lantern/i);
    for (const [i, [place]] of PLACES.entries())
      expect(failedGates(sections[i]).filter((fault) => fault.startsWith(`contacts: ${place} `))).not.toEqual(
        [],
      );
  });
});

/** The short forms are for the mail; the page has the long ones. */
const INMAIL = new Set(['opinion.short', 'action.short', 'todo.short.0']);

const failedGates = (section: SectionRow | undefined) =>
  (section?.verdicts ?? []).flatMap(({ gate, evidence }) => evidence.map((one) => `${gate}: ${one}`));

/** One article for each place, all of them commented on and composed: what readers get to see. */
async function planted(contact: string) {
  const { db } = database;
  await insertPetition(db, { slug: 'quay', title: 'Keep the quay', categories: ['harbour'] });
  const office = { source: 'Tests', asOfDay: '2026-11-01', office: 'Mayor', categories: ['harbour'] };
  await db.insert(officials).values({ ...office, slug: 'here', name: 'Here Ames' });
  const articles = await quays(
    db,
    PLACES.map((_, i) => `place-${String(i)}`),
  );
  const { model } = fakeModel();
  const planting: Model = {
    ...model,
    complete(request) {
      const at = Number(/\d+$/.exec(request.articleUrl)?.[0]);
      const answer = structuredClone(FULL);
      PLACES[at]?.[1](answer, ` ${contact}`);
      const reading = goodReading();
      const [first, ...rest] = reading.claims;
      // So that no two articles are written about from the same facts.
      const claims = first ? [{ ...first, text: `${first.text} (${String(at)})` }, ...rest] : rest;
      const part = answerTo(request.schema.name, { reading: { ...reading, claims }, commentary: answer });
      return Promise.resolve({
        text: JSON.stringify(part),
        usage: { inputTokens: 1, outputTokens: 1 },
        truncated: false,
      });
    },
  };
  const { run, deps } = room(db, planting, {
    comment: { concurrency: 4 },
    digest: { perCategoryMax: 100, storiesMax: 100, bytesMax: 1_000_000 },
  });
  await run();
  expect(await compose(deps)).toMatchObject({ outcome: 'composed', stories: PLACES.length });
  const edition = await findEdition(db, '2026-11-23');
  const composer = await createComposer(readerDeps(db)).open(edition?.id ?? '');
  const reader = { subscriberId: articles[0]?.id ?? '', linkEpoch: 0, categories: ['harbour'] };
  const mail = composer.mailFor(reader);
  const site = testSite(db);
  const pages = await Promise.all(articles.map(({ slug }) => site.text(`/articles/${slug}`)));
  for (const page of pages) expect(page).toContain('The harbour board will close the old quay');
  const kinds = PLACES.map(([place]) => place.split('.')[0] as SectionKind);
  const sections = await Promise.all(
    articles.map(async (article, i) => (await outcome(db, article))[kinds[i] ?? 'todo']),
  );
  return { pages, html: mail?.html ?? 'lantern', text: mail?.text ?? 'lantern', sections };
}

/** The good answer with something in each of its places. */
const FULL = withTodo({
  petitions: [{ id: 'petition:quay', why: 'It keeps the ferry where it is.' }],
  officials: {
    ids: ['official:here'],
    subject: 'About the old quay',
    body: 'Please show us the report on the wall of the old quay.\n\n[your name]',
  },
  community: [
    {
      kind: 'attend',
      title: 'Come to the meeting',
      detail: 'Ask the board for the report.',
      minutes: 60,
      deadline: '',
      link: '',
    },
  ],
});
