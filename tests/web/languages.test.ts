import { parseHTML } from 'linkedom';
import { beforeEach, describe, expect, test } from 'vitest';
import { consents } from '../../db/subscriber.ts';
import { signatures } from '../../db/signature.ts';
import { english } from '../../strings/en.ts';
import { stringsFor } from '../../strings/strings.ts';
import { testDatabase } from '../helpers/database.ts';
import { emptyTables, linkOf, readersConfig, rowOf } from '../helpers/readers.ts';
import { insertPetition, insertSubscriber } from '../helpers/seed.ts';
import { piecesOf, wordsOf } from '../strings/walk.ts';
import { testSite } from './site.ts';

const database = testDatabase();
beforeEach(() => emptyTables(database.db));

const { newsroom } = readersConfig();
const NAMES = { name: 'Ñu', tagline: 'Ñu', postalAddress: 'Ñu' };
/** Names without a word in them, so that every word of a page is ours. */
const siteIn = (language: string) =>
  testSite(database.db, { config: { newsroom: { ...newsroom, ...NAMES, language } } });
const ADDRESS = 'ana@reader.example';
const person = (language?: string) =>
  insertSubscriber(database.db, {
    address: ADDRESS,
    name: 'Ñu',
    categories: ['harbour'],
    ...(language === undefined ? {} : { language }),
  });
const petition = () => insertPetition(database.db, { slug: 'ferry', title: 'Ñu', target: 'Ñu' });

const PIECES = wordsOf({ pages: english.pages, digest: english.digest, letters: english.letters }).flatMap(
  ({ text }) => piecesOf(text),
);

/** What a page says that stands in the English strings too. */
function englishIn(html: string): string[] {
  const { document } = parseHTML(html);
  const labels = [...document.querySelectorAll('[aria-label], meta[content]')].map(
    (element) => element.getAttribute('aria-label') ?? element.getAttribute('content') ?? '',
  );
  const text = [document.title, document.body.textContent, ...labels].join('\n').replaceAll(/\s+/g, ' ');
  return PIECES.filter((piece) => text.includes(piece));
}

const headOf = (html: string) => {
  const { documentElement } = parseHTML(html).document;
  return [documentElement.getAttribute('lang'), documentElement.getAttribute('dir')];
};

/** Every subscriber's page once: what it asks and what it answers. */
async function pagesOf(site: ReturnType<typeof siteIn>, language?: string): Promise<[string, string][]> {
  const { id } = await person(language);
  const { id: petitionId } = await petition();
  const [me, leave, sign] = [
    `/me/${linkOf('me', id)}`,
    `/u/${linkOf('unsubscribe', id)}`,
    `/s/${linkOf('sign', [id, petitionId])}`,
  ];
  const own: [string, string][] = [];
  const get = async (path: string) => own.push([path, await site.text(path)]);
  const post = async (path: string, fields: Record<string, string>) =>
    own.push([`POST ${path}`, await (await site.post(path, fields)).text()]);
  await get(`/c/${linkOf('confirm', id)}`);
  await get(me);
  await post(me, { act: 'save', name: 'Ñu', categories: 'weather' });
  await post(me, { act: 'save', name: 'www.x.com', categories: 'weather' });
  await post(me, { act: 'save', name: '' });
  await post(me, { act: 'save', name: '', categories: 'weather', cadence: 'hourly' });
  await get(sign);
  await post(sign, { name: '' });
  await post(sign, { name: '', display: 'initials' });
  const [row] = await database.db.select().from(signatures);
  const signature = `/g/${linkOf('signature', row?.id ?? '')}`;
  await get(signature);
  await post(signature, { act: 'display', display: 'hidden' });
  await post(signature, { act: 'display', display: '' });
  await post(signature, { act: 'withdraw' });
  await get(leave);
  await post(leave, {});
  await get(me);
  return own;
}

/** The pages that nobody in particular sees. */
async function openPagesOf(site: ReturnType<typeof siteIn>): Promise<[string, string][]> {
  const answer = async (path: string, fields: Record<string, string>) =>
    [`POST ${path}`, await (await site.post(path, fields)).text()] as [string, string];
  const open: [string, string][] = [];
  for (const path of [
    '/subscribe',
    '/fresh-link',
    '/petitions',
    '/petitions/ferry',
    '/gone',
    '/c/x',
    '/me/x',
  ])
    open.push([path, await site.text(path)]);
  const sign = { address: 'new@reader.example', place: '', name: 'Bo', display: 'name' };
  open.push(
    await answer('/subscribe', { address: 'x' }),
    await answer('/subscribe', { address: 'new@reader.example' }),
    await answer('/subscribe', { address: 'new@reader.example', categories: 'harbour' }),
    await answer('/fresh-link', { address: 'x' }),
    await answer('/fresh-link', { address: 'new@reader.example' }),
    await answer('/petitions/ferry', { ...sign, name: '' }),
    await answer('/petitions/ferry', sign),
    await answer('/petitions/gone', sign),
    await answer('/subscribe', { address: 'a'.repeat(70_000) }),
  );
  const pending = await rowOf(site.deps, 'new@reader.example');
  const confirm = `/c/${linkOf('confirm', pending.id)}`;
  open.push([confirm, await site.text(confirm)], await answer(confirm, {}));
  const rows = await database.db.select().from(signatures);
  const waiting = rows.find(({ state }) => state === 'pending');
  const confirmSignature = `/c/${linkOf('confirm-signature', waiting?.id ?? '')}`;
  open.push([confirmSignature, await site.text(confirmSignature)], await answer(confirmSignature, {}));
  return open;
}

const LANGUAGES = [
  ['de', 'ltr'],
  ['ar', 'rtl'],
] as const;

describe.each(LANGUAGES)('in a newsroom that speaks "%s"', (language, dir) => {
  test('no page of a subscriber or signer says anything in English', async () => {
    const site = siteIn(language);
    const pages = [...(await pagesOf(site, language)), ...(await openPagesOf(site))];
    expect(pages).toHaveLength(36);
    for (const [path, html] of pages) {
      expect(headOf(html), path).toEqual([language, dir]);
      expect(englishIn(html), path).toEqual([]);
    }
  });
});

test.each(LANGUAGES)(
  'a subscriber who reads "%s" has their own pages in it, whatever the newsroom speaks',
  async (language, dir) => {
    for (const [path, html] of await pagesOf(siteIn('en'), language)) {
      expect(headOf(html), path).toEqual([language, dir]);
      expect(englishIn(html), path).toEqual([]);
    }
  },
);

test('English is found where it is: the walk would see it', async () => {
  for (const [path, html] of await pagesOf(siteIn('en'))) {
    expect(headOf(html), path).toEqual(['en', 'ltr']);
    expect(englishIn(html), path).not.toEqual([]);
  }
});

test('a language without words is answered in the newsroom’s', async () => {
  const { id } = await person('fr');
  const response = await siteIn('de').get(`/me/${linkOf('me', id)}`);
  expect(response.headers.get('content-language')).toBe('de');
  expect(headOf(await response.text())).toEqual(['de', 'ltr']);
});

test('the consent on record is what stood above the button, in the language it was shown in', async () => {
  const site = siteIn('en');
  const { id } = await person('ar');
  const { id: petitionId } = await petition();
  const [me, sign] = [`/me/${linkOf('me', id)}`, `/s/${linkOf('sign', [id, petitionId])}`];
  const shown = async (path: string) =>
    parseHTML(await site.text(path)).document.querySelector('.wording')?.textContent;
  const [aboveMe, aboveSign] = [await shown(me), await shown(sign)];
  await site.post(me, { act: 'save', name: 'Ñu', categories: 'weather' });
  await site.post(sign, { name: '', display: 'name' });
  const { pages } = stringsFor('ar');
  const kept = await database.db.select().from(consents);
  expect(kept.filter(({ act }) => act === 'changed')).toMatchObject([{ wording: aboveMe }]);
  expect(aboveMe).toBe(pages.me.wording('Ñu'));
  expect(await database.db.select().from(signatures)).toMatchObject([{ wording: aboveSign }]);
  expect(aboveSign).toBe(pages.sign.wording('Ñu', 'Ñu'));
});
