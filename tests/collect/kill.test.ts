import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { collect } from '../../src/collect/collect.ts';
import { testDatabase } from '../helpers/database.ts';
import { openNewsroom, openPress, page, rss, type Press } from './press.ts';

const database = testDatabase();
const SOURCES = ['/a.xml', '/b.xml'];
let press: Press;
let undisturbed: unknown;

beforeAll(async () => {
  press = await openPress();
});
afterAll(() => press.close());
beforeEach(async () => {
  press.rack.clear();
  press.rack.set(
    '/a.xml',
    rss(press, [
      { path: '/ferry', title: 'Ferry' },
      { path: '/clinic', title: 'Clinic' },
    ]),
  );
  press.rack.set('/b.xml', rss(press, [{ path: '/copy', title: 'Ferry copied', hour: 9 }]));
  press.rack.set('/ferry', page('ferry'));
  press.rack.set('/copy', page('ferry'));
  press.rack.set('/clinic', page('clinic'));
  await database.db.execute(sql`truncate sources, articles cascade`);
  await run();
  undisturbed = await state();
  await database.db.execute(sql`truncate sources, articles cascade`);
});

test.each(['/a.xml', '/b.xml', '/ferry', '/clinic', '/copy'])(
  'a run that is killed while it waits for %s is made good by the next one',
  async (path) => {
    await killedAt(path);
    await run();
    expect(await state()).toEqual(undisturbed);
  },
);

async function run(): Promise<void> {
  const newsroom = await openNewsroom(
    database.db,
    press,
    SOURCES.map((path) => ({ url: press.url + path })),
  );
  await collect(newsroom);
  await newsroom.close();
}

async function killedAt(path: string): Promise<void> {
  const answer = press.rack.get(path);
  const reached = new Promise<void>((resolve) => press.rack.set(path, () => resolve()));
  const script = fileURLToPath(new URL('killed-run.ts', import.meta.url));
  const child = spawn(process.execPath, [script, database.url, press.host, ...SOURCES], { stdio: 'inherit' });
  const exit = once(child, 'exit');
  await reached;
  child.kill('SIGKILL');
  expect(await exit).toEqual([null, 'SIGKILL']);
  press.rack.set(path, answer ?? '');
}

/** Everything but ids and the order of arrival. */
async function state(): Promise<unknown> {
  return database.db.execute(sql`
    select a.url, a.title, a.body, a.page_state, a.page_tries, a.updated_at, o.url as original, s.url as source, s.error_code,
      array(select category from article_categories c where c.article_id = a.id order by position) as categories,
      array(select b.url || r.similarity from related_articles r join articles b on b.id = r.related_id
        where r.article_id = a.id order by 1) as related
    from articles a join sources s on s.id = a.source_id left join articles o on o.id = a.duplicate_of_id
    order by a.url`);
}
