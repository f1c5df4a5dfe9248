import type { Db } from '../../db/client.ts';
import type { TodoList } from '../../db/commentary-section.ts';
import { officials } from '../../db/official.ts';
import {
  EMPTY_TODO,
  insertArticle,
  insertCommentary,
  insertEdition,
  insertPetition,
  insertRelated,
  insertSignature,
  insertSource,
  insertSubscriber,
  prose,
  snapshotOf,
} from '../helpers/seed.ts';
import { CATEGORIES } from './site.ts';

const LONG = Array.from(
  { length: 24 },
  (_, i) =>
    `Paragraph ${i + 1}. The ferry leaves at half past ten, as it has for forty years, and on the quay stand those who ` +
    'work at night: nurses, bakers, the man who winds the clock of the customs house. None of them was asked what the ' +
    'board should save, and all of them will walk the six miles round the bay when it is gone.',
);

const TODO: TodoList = {
  intro: 'Three evenings are enough to make a difference before the board meets.',
  personal: [
    {
      kind: 'talk',
      title: 'Ask who uses it',
      detail: 'Talk to the people at the stop.',
      minutes: 20,
      deadline: null,
      link: null,
    },
    {
      kind: 'learn',
      title: 'Read the board’s budget',
      detail: 'Page four names what the ferry costs.',
      minutes: 120,
      deadline: '2026-12-01',
      link: null,
    },
  ],
  petitions: [{ slug: 'ferry', why: 'It asks for one winter, not for ever.' }],
  officials: {
    slugs: ['harbour-master', 'former-mayor'],
    letter: {
      subject: 'The night ferry',
      body: 'To the office of the harbour master,\n\nI ride it each night.\n\nYours',
    },
  },
  community: [
    {
      kind: 'attend',
      title: 'Go to the board’s meeting',
      detail: 'It is public.',
      minutes: 90,
      deadline: null,
      link: null,
    },
  ],
  conclusion: 'A ferry is a small thing until it is the only way home.',
  short: [
    { text: 'Ask who uses it', link: null },
    { text: 'Sign for the night ferry', link: 'petition:ferry' },
    { text: 'Write to the harbour master', link: 'official:harbour-master' },
  ],
};

const OPINION = prose(
  'A board that saves on those who work at night has counted the wrong thing. The empty seats at ten are the full ones at five.',
  'A board that saves on those who work at night has counted the wrong thing.',
  'The empty seats at ten are the full ones at five.',
  'Nobody asked the nurses, and the nurses were asleep when the hearing was held.',
);
const ACTION = prose(
  'Sign before the board meets, and write to the harbour master.',
  'The board meets in December.',
  'Until then it can be asked to wait.',
  'It has waited before.',
);

/** A small newsroom's whole day: four articles of three licences, one edition, a petition, officials, a subscriber. */
export async function seedDay(db: Db) {
  const post = await insertSource(db, { title: 'The Quay Post' });
  const wire = await insertSource(db, { title: 'Bay Wire', licence: 'excerpt' });
  const link = await insertSource(db, { title: 'O Farol', licence: 'link' });
  const petition = await insertPetition(db, {
    slug: 'ferry',
    title: 'Keep the night ferry',
    categories: ['harbour'],
  });
  const ferry = await insertArticle(db, {
    sourceId: post.id,
    slug: 'the-last-night-ferry',
    title: 'The last night ferry “is not a luxury”',
    author: 'Ines Calder',
    summary: 'The harbour board wants to end the night ferry in January.',
    paragraphs: LONG,
    categories: ['harbour', 'weather'],
  });
  const storm = await insertArticle(db, {
    sourceId: wire.id,
    slug: 'storm-keeps-schools-shut',
    title: 'Storm keeps schools shut & buses off the road',
    summary: 'All four schools stay shut on Monday.',
    categories: ['schools', 'weather'],
  });
  const tide = await insertArticle(db, {
    sourceId: link.id,
    slug: 'mare-alta',
    title: 'Maré alta invade o cais',
    language: 'pt',
    kind: 'video',
    categories: ['weather'],
  });
  const copy = await insertArticle(db, {
    sourceId: wire.id,
    slug: 'ferry-copy',
    title: 'Night ferry to end',
    duplicateOfId: ferry.id,
    categories: ['harbour'],
  });
  await insertRelated(db, ferry.id, [storm.id, tide.id]);
  await insertCommentary(db, {
    articleId: ferry.id,
    origin: 'sample',
    opinion: OPINION,
    action: ACTION,
    todo: TODO,
  });
  await insertCommentary(db, { articleId: storm.id, todo: EMPTY_TODO, reason: 'no model is set.' });
  await seedOfficials(db);
  const signer = await insertSignature(db, {
    petitionId: petition.id,
    name: 'Tomas Reed',
    address: 'tomas@reader.example',
  });
  const subscriber = await insertSubscriber(db, {
    address: 'ana@reader.example',
    name: 'Ana Prado',
    categories: ['weather', 'harbour'],
  });
  const told = snapshotOf({
    slug: ferry.slug,
    title: 'The last night ferry “is not a luxury”',
    excerpt: 'The harbour board wants to end the night ferry in January.',
    opinion: OPINION.short,
    action: ACTION.short,
    by: {
      opinion: { origin: 'sample', model: null, review: 'none' },
      action: { origin: 'sample', model: null, review: 'none' },
      todo: { origin: 'sample', model: null, review: 'none' },
    },
    petition: { id: petition.id, slug: 'ferry', title: petition.title, goal: 500, signed: 1 },
  });
  const school = snapshotOf({
    slug: storm.slug,
    title: 'Storm keeps schools shut & buses off the road',
    sourceTitle: 'Bay Wire',
    excerpt: 'All four schools stay shut on Monday.',
  });
  const high = snapshotOf({
    slug: tide.slug,
    title: 'Maré alta invade o cais',
    sourceTitle: 'O Farol',
    excerpt: '',
    language: 'pt',
    kind: 'video',
  });
  const edition = await insertEdition(db, {
    day: '2026-11-23',
    number: 12,
    categories: CATEGORIES,
    stories: [
      { category: 'harbour', articleId: ferry.id, snapshot: told, score: 9 },
      { category: 'schools', articleId: storm.id, snapshot: school, score: 5 },
      { category: 'weather', articleId: storm.id, snapshot: school, score: 5 },
      { category: 'weather', articleId: tide.id, snapshot: high, score: 2 },
    ],
  });
  return { petition, signer, subscriber, edition, articles: { ferry, storm, tide, copy } };
}

async function seedOfficials(db: Db): Promise<void> {
  const facts = {
    office: 'Harbour master',
    source: 'Town register',
    asOfDay: '2026-11-01',
    categories: ['harbour'],
  };
  await db.insert(officials).values([
    {
      ...facts,
      slug: 'harbour-master',
      name: 'Odile Marsh',
      addresses: [{ label: 'Office', lines: ['Customs House', '1 Quay', 'Testport'] }],
      phones: ['+1 555 0142'],
      email: 'office@harbour.example',
      formUrl: 'https://harbour.example/write',
      termEndsDay: '2031-06-30',
    },
    { ...facts, slug: 'former-mayor', name: 'Petr Gone', termEndsDay: '2026-06-30' },
  ]);
}
