import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, inject } from 'vitest';
import { connect, type Connection, type Db } from '../../db/client.ts';
import { ensureDatabase } from '../../db/migrate.ts';

/**
 * A database of this test file's own, cloned from the migrated template, dropped after it.
 *
 * Call it at the top of a file or a `describe`; `db` and `url` can be used from `beforeAll` on.
 */
export function testDatabase(): { readonly db: Db; readonly url: string } {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const adminUrl = inject('postgresUrl');
  const url = adminUrl.replace(/[^/]*$/, name);
  let connection: Connection | undefined;
  beforeAll(async () => {
    await ensureDatabase(adminUrl, name, 'template_test');
    connection = connect(url);
  });
  afterAll(async () => {
    await connection?.close();
    const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
    await admin.unsafe(`drop database if exists ${name} with (force)`);
    await admin.end();
  });
  return {
    url,
    get db() {
      if (!connection) throw new Error('the test database is there from beforeAll on');
      return connection.db;
    },
  };
}
