import { parseHTML } from 'linkedom';
import { beforeEach, describe, expect, test } from 'vitest';
import { consents, subscribers } from '../../db/subscriber.ts';
import { stringsFor } from '../../strings/strings.ts';
import { languagesWanted } from '../../src/web/languages.ts';
import { testDatabase } from '../helpers/database.ts';
import { emptyTables, linkOf, readersConfig, rowOf } from '../helpers/readers.ts';
import { insertPetition, insertSignature, insertSubscriber } from '../helpers/seed.ts';
import { testSite } from './site.ts';

const database = testDatabase();
beforeEach(() => emptyTables(database.db));

const ADDRESS = 'ana@reader.example';
const row = () => rowOf({ db: database.db }, ADDRESS);
const siteIn = (language: string) =>
  testSite(database.db, { config: { newsroom: { ...readersConfig().newsroom, language } } });

/** What a browser that asks for some languages is answered. */
async function ask(path: string, wanted: string | null, fields?: Record<string, string>, own = 'en') {
  const headers = wanted === null ? {} : { 'accept-language': wanted };
  const sent = fields ? { method: 'POST', body: new URLSearchParams(fields) } : {};
  const answer = await siteIn(own).get(path, { ...sent, headers });
  const html = await answer.text();
  const { document } = parseHTML(html);
  return { answer, html, document, language: answer.headers.get('content-language') };
}

/** The languages of a form: what each is called, and which is chosen. */
function choiceOf(document: ReturnType<typeof parseHTML>['document']) {
  const options = [...document.querySelectorAll('select[name=language] option')];
  const chosen = options.filter((option) => option.hasAttribute('selected'));
  return {
    names: options.map((option) => option.textContent),
    chosen: chosen.map((option) => option.getAttribute('value')),
  };
}

describe('what a browser wants', () => {
  test.each([
    ['de', ['de']],
    ['en;q=0.5, de-CH, ar;q=0.7', ['de-CH', 'ar', 'en']],
    ['fr , de ; q=0.300,\ten;q=1.000', ['fr', 'en', 'de']],
    ['de;q=0, en;q=0.000, ar', ['ar']],
    ['*, de;q=0.1', ['*', 'de']],
    ['de;q=2, en;q=-1, ar;q=x, fr;q=0.1234, it;level=1, pt;q=0.4', ['pt']],
    ['<script>, ../../de, d e, deutschland, ,;q=1', []],
    ['', []],
    [undefined, []],
  ])('of "%s" is read by its weights, and junk is left out', (header, wanted) => {
    expect(languagesWanted(header)).toEqual(wanted);
  });
});

describe('somebody unknown', () => {
  test.each([
    ['de', 'en', 'de'],
    ['ar-EG,ar;q=0.9,en;q=0.8', 'en', 'ar'],
    ['fr,de;q=0.4,en;q=0.9', 'ar', 'en'],
    ['fr,es', 'de', 'de'],
    ['fr,*;q=0.5,ar;q=0.1', 'de', 'de'],
    ['de-AT', 'de-CH', 'de-CH'],
    ['fr', 'pt', 'en'],
    ['\u00ff;;q', 'de', 'de'],
    [null, 'de', 'de'],
  ])('who wants "%s" of a newsroom in "%s" is spoken to in "%s"', async (wanted, own, spoken) => {
    for (const path of ['/subscribe', '/fresh-link', '/me/x', '/c/x', '/u/x', '/s/x', '/g/x', '/gone']) {
      const { answer, language, document } = await ask(path, wanted, undefined, own);
      expect(language, path).toBe(spoken);
      expect(document.documentElement.lang, path).toBe(spoken);
      expect(answer.headers.get('vary'), path).toBe('Accept-Language');
    }
  });

  test('is answered in that language whatever they send', async () => {
    const { pages } = stringsFor('de');
    const answers = [
      [
        await ask('/subscribe', 'de', { address: ADDRESS }),
        pages.problem.faults?.['subscription.categories'],
      ],
      [await ask('/subscribe', 'de', { address: ADDRESS, categories: 'harbour' }), pages.asked.lead],
      [await ask('/fresh-link', 'de', { address: 'x' }), pages.problem.faults?.['subscription.address']],
      [await ask('/fresh-link', 'de', { address: ADDRESS }), pages.freshLinkSent.lead],
      [await ask('/articles/gone', 'de'), pages.problem.notFound.lead],
    ] as const;
    for (const [{ html, language }, sentence] of answers) {
      expect(language).toBe('de');
      expect(html).toContain(sentence);
    }
  });

  test('is spoken to by the browser’s language where a signature has no subscriber', async () => {
    const { id: petitionId } = await insertPetition(database.db, { slug: 'ferry', title: 'Keep it' });
    const signature = { petitionId, name: 'Tomas Reed', address: 'tomas@reader.example' };
    const { id } = await insertSignature(database.db, signature);
    expect((await ask(`/g/${linkOf('signature', id)}`, 'ar')).language).toBe('ar');
  });

  test('keeps the front page in the newsroom’s language', async () => {
    const { language, answer } = await ask('/', 'de');
    expect([language, answer.headers.get('vary')]).toEqual(['en', null]);
  });
});

describe('the form to subscribe', () => {
  test('offers every language that has words, by its own name, and chooses the guess', async () => {
    const { document } = await ask('/subscribe', 'ar');
    expect(choiceOf(document)).toEqual({ names: ['English', 'Deutsch', 'العربية'], chosen: ['ar'] });
  });

  test.each([
    ['en', 'The digest itself stays in English.'],
    ['de', 'Die Ausgaben selbst bleiben auf Englisch.'],
    ['ar', 'تبقى النشرة نفسها باللغة الإنجليزية.'],
  ])('says in "%s" in which language the digest stays', async (wanted, hint) => {
    const { document } = await ask('/subscribe', wanted);
    expect(document.querySelector('#language-hint')?.textContent).toBe(hint);
  });

  const FIELDS = { address: ADDRESS, categories: 'harbour' };

  test('keeps the chosen language from the form by the letter’s link to the subscriber', async () => {
    const asked = await ask('/subscribe', 'de', { ...FIELDS, language: 'ar' });
    expect(asked.language).toBe('ar');
    expect(await row()).toMatchObject({ state: 'pending', language: 'ar' });
    const path = `/c/${linkOf('confirm', (await row()).id)}`;
    expect((await ask(path, 'de')).language).toBe('ar');
    expect((await ask(path, 'de', {})).language).toBe('ar');
    expect(await row()).toMatchObject({ state: 'confirmed', language: 'ar' });
  });

  test('without the question means the guess; asked again, the newest counts', async () => {
    for (const wanted of ['ar', 'de', 'fr']) {
      await ask('/subscribe', wanted, FIELDS);
      expect((await row()).language).toBe(wanted === 'fr' ? 'en' : wanted);
    }
  });

  test('keeps on record the words that were read, not those of the chosen language', async () => {
    await ask('/subscribe', 'de', { ...FIELDS, language: 'ar' });
    const wording = stringsFor('de').pages.subscribe.wording('The Test Tide');
    expect(await database.db.select().from(consents)).toMatchObject([{ wording }]);
  });

  test.each(['fr', '', 'DE', '"><script>', 'x'.repeat(40)])(
    'refuses "%s" beside the question, and keeps what was typed',
    async (language) => {
      const { answer, document } = await ask('/subscribe', 'de', { ...FIELDS, language });
      expect(answer.status).toBe(422);
      const fault = document.querySelector('#language-fault')?.textContent;
      expect(fault).toBe('Diese Sprache kennen wir nicht.');
      expect(document.querySelector('#language')?.getAttribute('aria-describedby')).toContain(
        'language-fault',
      );
      expect(choiceOf(document).chosen).toEqual(['de']);
      expect(document.querySelector('#address')?.getAttribute('value')).toBe(ADDRESS);
      expect(await database.db.select().from(subscribers)).toEqual([]);
    },
  );

  test('keeps the choice while something else is put right', async () => {
    const { document, language } = await ask('/subscribe', 'de', { address: 'x', language: 'ar' });
    expect([language, choiceOf(document).chosen]).toEqual(['de', ['ar']]);
  });
});

/** The preferences page of somebody who reads a language. */
const open = async (language: string) => {
  const { id } = await insertSubscriber(database.db, {
    address: ADDRESS,
    categories: ['harbour'],
    language,
  });
  return `/me/${linkOf('me', id)}`;
};

describe('the preferences page', () => {
  const FIELDS = { act: 'save', categories: 'harbour', name: '' };

  test('speaks the subscriber’s language, not the browser’s, and answers in a new one at once', async () => {
    const path = await open('de');
    const before = await ask(path, 'ar');
    expect([before.language, before.answer.headers.get('vary')]).toEqual(['de', null]);
    expect(choiceOf(before.document).chosen).toEqual(['de']);
    const saved = await ask(path, 'en', { ...FIELDS, language: 'ar' });
    expect(saved.language).toBe('ar');
    expect(saved.html).toContain(stringsFor('ar').pages.me.saved);
    expect(choiceOf(saved.document).chosen).toEqual(['ar']);
    expect((await row()).language).toBe('ar');
  });

  test('saved from before the question leaves the language', async () => {
    await ask(await open('de'), 'ar', { ...FIELDS, name: 'Bo' });
    expect(await row()).toMatchObject({ name: 'Bo', language: 'de' });
  });

  test('keeps a regional tag among the languages to choose from', async () => {
    const path = await open('de-CH');
    expect(choiceOf((await ask(path, 'en')).document).chosen).toEqual(['de-CH']);
    await ask(path, 'en', { ...FIELDS, language: 'de-CH' });
    expect((await row()).language).toBe('de-CH');
  });

  test('with a language without words is refused beside the question, and nothing is changed', async () => {
    const { answer, document } = await ask(await open('de'), 'ar', { ...FIELDS, name: 'Bo', language: 'fr' });
    expect(answer.status).toBe(422);
    expect(document.querySelector('#language-fault')?.textContent).toBe('Diese Sprache kennen wir nicht.');
    expect(await row()).toMatchObject({ name: null, language: 'de' });
  });
});
