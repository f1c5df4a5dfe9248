import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { checkConnection, connect } from '../../db/client.ts';
import { ensureDatabase, migrate } from '../../db/migrate.ts';

const adminUrl = inject('postgresUrl');
let name: string;
let url: string;

beforeEach(() => {
  name = `test_${randomBytes(8).toString('hex')}`;
  url = adminUrl.replace(/[^/]*$/, name);
});

afterEach(() => ask(adminUrl, `drop database if exists ${name} with (force)`));

describe('a database', () => {
  test('is created once, also when several ask at the same time', async () => {
    await Promise.all([1, 2, 3].map(() => ensureDatabase(adminUrl, name)));
    await ensureDatabase(adminUrl, name);
    expect(await ask(url, 'select current_database() as n')).toEqual([{ n: name }]);
  });

  test('with a name that is no plain word is refused', async () => {
    await expect(ensureDatabase(adminUrl, 'x; drop database template1')).rejects.toThrow(
      /not a database name/,
    );
  });
});

describe('migrations', () => {
  test('of two that start at once run once, and again change nothing', async () => {
    await ensureDatabase(adminUrl, name);
    await Promise.all([migrate(url), migrate(url), migrate(url)]);
    const done = await ask(url, 'select hash from drizzle.__drizzle_migrations');
    expect(done.length).toBeGreaterThan(0);
    expect(new Set(done.map(({ hash }) => String(hash))).size).toBe(done.length);
    await migrate(url);
    expect(await ask(url, 'select hash from drizzle.__drizzle_migrations')).toEqual(done);
  });

  test('keep what is there', async () => {
    await ensureDatabase(adminUrl, name);
    await migrate(url);
    await ask(url, "insert into leases (name, holder, until) values ('a', 'b', now())");
    await migrate(url);
    expect(await ask(url, 'select name from leases')).toEqual([{ name: 'a' }]);
  });
});

test.each([
  [
    'no server',
    () => 'postgres://ana:hunter2@127.0.0.1:1/news',
    /127\.0\.0\.1:1\/news cannot be used: .*ECONNREFUSED/,
  ],
  [
    'a wrong password',
    () => adminUrl.replace(/:[^:@]+@/, ':hunter2@'),
    /cannot be used: password authentication failed/,
  ],
  ['no such database', () => url, /cannot be used: database ".+" does not exist/],
])('%s is one sentence without user and password', async (_what, addressOf, sentence) => {
  const connection = connect(addressOf());
  const failed: unknown = await checkConnection(connection.db, addressOf()).catch((error: unknown) => error);
  await connection.close();
  expect(failed).toMatchObject({
    code: 'database.unreachable',
    message: expect.stringMatching(sentence) as string,
  });
  expect((failed as Error).message).not.toMatch(/hunter2|ana/);
});

async function ask(at: string, query: string) {
  const client = postgres(at, { max: 1, onnotice: () => {} });
  try {
    return [...(await client.unsafe(query))];
  } finally {
    await client.end();
  }
}
