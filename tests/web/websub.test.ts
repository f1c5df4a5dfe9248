import { createHmac } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { sources } from '../../db/source.ts';
import { hubKeys } from '../../src/collect/websub.ts';
import { testDatabase } from '../helpers/database.ts';
import { insertSource } from '../helpers/seed.ts';
import { SECRET } from '../helpers/readers.ts';
import { testSite } from './site.ts';

const database = testDatabase();
const LATER = new Date('2030-01-01');
const TOPIC = 'https://post.example/feed.xml';
let id = '';

beforeEach(async () => {
  await database.db.delete(sources);
  const hub = { hubUrl: 'https://hub.example/', topicUrl: TOPIC, nextCheckAt: LATER };
  ({ id } = await insertSource(database.db, { title: 'Post', ...hub }));
});

const pathOf = (token = hubKeys(SECRET, id).callbackToken) => `/websub/${id}/${token}`;
const nextCheck = async () =>
  (await database.db.select().from(sources).where(eq(sources.id, id)))[0]?.nextCheckAt;
const question = (more: Record<string, string> = {}) =>
  `?${String(new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.topic': TOPIC, 'hub.challenge': 'abc<1>', ...more }))}`;

test('a hub that asks about our topic gets its challenge back as plain text, and nothing changes', async () => {
  const answer = await testSite(database.db).get(pathOf() + question());
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
  expect(await answer.text()).toBe('abc<1>');
  expect(await nextCheck()).toEqual(LATER);
});

test.each([
  ['another topic', question({ 'hub.topic': 'https://evil.example/' })],
  ['an end of it', question({ 'hub.mode': 'unsubscribe' })],
  ['nothing', ''],
])('a hub that asks about %s gets nothing', async (_, query) => {
  expect((await testSite(database.db).get(pathOf() + query)).status).toBe(404);
});

test.each(['x', 'A'.repeat(43)])('nobody is answered under the token %s', async (token) => {
  expect((await testSite(database.db).get(pathOf(token) + question())).status).toBe(404);
});

test('signed news makes the source due, whatever stands in it; unsigned news does not', async () => {
  const body = 'x'.repeat(200_000);
  const post = (signature?: string) =>
    testSite(database.db).app.request(pathOf(), {
      method: 'POST',
      body,
      ...(signature !== undefined && { headers: { 'x-hub-signature': signature } }),
    });
  expect((await post()).status).toBe(404);
  expect((await post(`sha256=${'0'.repeat(64)}`)).status).toBe(404);
  expect(await nextCheck()).toEqual(LATER);
  const digest = createHmac('sha256', hubKeys(SECRET, id).hubSecret).update(body).digest('hex');
  expect((await post(`sha256=${digest}`)).status).toBe(202);
  expect(await nextCheck()).toBeNull();
});

test('an address that names no source answers nothing', async () => {
  for (const path of ['/websub/1/x', "/websub/'/x", `/websub/${'0'.repeat(36)}/x`])
    expect((await testSite(database.db).get(path + question())).status).toBe(404);
});
