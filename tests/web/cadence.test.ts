import { parseHTML } from 'linkedom';
import { beforeEach, describe, expect, test } from 'vitest';
import { consents, subscribers } from '../../db/subscriber.ts';
import { testDatabase } from '../helpers/database.ts';
import { emptyTables, linkOf, readersConfig, rowOf } from '../helpers/readers.ts';
import { insertSubscriber } from '../helpers/seed.ts';
import { testSite } from './site.ts';

const database = testDatabase();
beforeEach(() => emptyTables(database.db));

const ADDRESS = 'ana@reader.example';
const row = () => rowOf({ db: database.db }, ADDRESS);

/** The first form of a page: what its radio buttons say, and the fields that a browser would send of it. */
function formOf(html: string): { radios: string[]; fields: [string, string][] } {
  const form = parseHTML(html).document.querySelector('form');
  if (!form) throw new Error('no form');
  const radios: string[] = [];
  const fields: [string, string][] = [];
  for (const input of form.querySelectorAll('input')) {
    const of = (name: string) => input.getAttribute(name) ?? '';
    if (of('type') === 'radio') radios.push(input.closest('label')?.textContent ?? '');
    const isSent = !/^(checkbox|radio)$/.test(of('type')) || input.hasAttribute('checked');
    if (isSent) fields.push([of('name'), of('value')]);
  }
  return { radios, fields };
}

const but = (fields: [string, string][], name: string, ...values: string[]): [string, string][] => [
  ...fields.filter(([field]) => field !== name),
  ...values.map((value): [string, string] => [name, value]),
];

describe('the form to subscribe', () => {
  test('asks how often, says every day until somebody chooses, and ticks no category', async () => {
    const html = await testSite(database.db).text('/subscribe');
    const { radios, fields } = formOf(html);
    expect(radios).toEqual(['Every day', 'Once a week, on Sunday: the best of the week']);
    expect(fields.filter(([name]) => name === 'cadence')).toEqual([['cadence', 'daily']]);
    expect(fields.some(([name]) => name === 'categories')).toBe(false);
  });

  test('brings the best of the week to who wants it, from the form by the letter’s link', async () => {
    const site = testSite(database.db);
    const { fields } = formOf(await site.text('/subscribe'));
    const typed = but(but(fields, 'address', ADDRESS), 'cadence', 'weekly');
    expect((await site.post('/subscribe', but(typed, 'categories', 'harbour'))).status).toBe(200);
    expect(await row()).toMatchObject({ state: 'pending', cadence: 'weekly' });
    const path = `/c/${linkOf('confirm', (await row()).id)}`;
    expect(await site.text(path)).toContain('Once a week, on Sunday: the best of the week');
    await site.post(path, {});
    expect(await row()).toMatchObject({ state: 'confirmed', cadence: 'weekly' });
  });

  test('asked again before the letter was answered keeps the newest choice', async () => {
    const site = testSite(database.db);
    for (const cadence of ['weekly', 'daily'])
      await site.post('/subscribe', { address: ADDRESS, categories: 'harbour', cadence });
    expect(await row()).toMatchObject({ state: 'pending', cadence: 'daily' });
  });

  test('refuses what it does not offer, beside the question, and keeps what was typed', async () => {
    const site = testSite(database.db);
    const fields = { address: ADDRESS, categories: 'harbour', cadence: 'hourly' };
    const answer = await site.post('/subscribe', fields);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toMatch(/id="cadence-fault">Please choose how often the digest comes/);
    expect(formOf(html).fields).toContainEqual(['categories', 'harbour']);
    expect(await database.db.select().from(subscribers)).toEqual([]);
  });

  test('keeps the choice while something else is put right', async () => {
    const fields = { address: 'x', categories: 'harbour', cadence: 'weekly' };
    const html = await (await testSite(database.db).post('/subscribe', fields)).text();
    expect(formOf(html).fields).toContainEqual(['cadence', 'weekly']);
  });
});

/** The preferences page of a weekly reader, with what its form would send. */
async function open() {
  const choices = { categories: ['harbour'], cadence: 'weekly' as const };
  const { id } = await insertSubscriber(database.db, { address: ADDRESS, name: 'Ana', ...choices });
  const path = `/me/${linkOf('me', id)}`;
  const site = testSite(database.db);
  return { site, path, fields: formOf(await site.text(path)).fields };
}

describe('the preferences of a weekly reader', () => {
  test('saved as they stand change nothing', async () => {
    const { site, path, fields } = await open();
    expect(fields).toContainEqual(['cadence', 'weekly']);
    await site.post(path, [...fields, ['act', 'save']]);
    expect((await row()).cadence).toBe('weekly');
    expect(await database.db.select().from(consents)).toEqual([]);
  });

  test('become daily when that is chosen, and weekly again', async () => {
    const { site, path, fields } = await open();
    for (const cadence of ['daily', 'weekly']) {
      const html = await (await site.post(path, but(fields, 'cadence', cadence))).text();
      expect(html).toContain('Saved.');
      expect(formOf(html).fields).toContainEqual(['cadence', cadence]);
      expect((await row()).cadence).toBe(cadence);
    }
  });

  test('stay weekly when a page from before the question is saved', async () => {
    const { site, path, fields } = await open();
    const html = await (await site.post(path, but(but(fields, 'cadence'), 'name', 'Ana P'))).text();
    expect(html).toContain('Saved.');
    expect(await row()).toMatchObject({ name: 'Ana P', cadence: 'weekly' });
  });

  test('with what is not offered are refused, and nothing is changed', async () => {
    const { site, path, fields } = await open();
    const typed = but(but(fields, 'cadence', 'hourly'), 'name', 'Ana P');
    const answer = await site.post(path, typed);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('id="cadence-fault"');
    expect(await row()).toMatchObject({ name: 'Ana', cadence: 'weekly' });
  });
});

test.each([
  ['en', 'Once a week, on Wednesday: the best of the week'],
  ['de', 'Einmal in der Woche, am Mittwoch: das Beste der Woche'],
  ['ar', 'مرة في الأسبوع، يوم الأربعاء: أفضل ما في الأسبوع'],
])('the day of the week is the newsroom’s, in the words of "%s"', async (language, words) => {
  const { newsroom } = readersConfig();
  const config = { newsroom: { ...newsroom, language }, digest: { weeklyOn: 'wednesday' as const } };
  expect(await testSite(database.db, { config }).text('/subscribe')).toContain(words);
});
