import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

/**
 * Bring the database to the newest form. Several processes may start at once: the migrator does not lock, so one
 * connection holds an advisory lock around it.
 */
export async function migrate(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await runMigrations(drizzle(client), {
      migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)),
    });
  } finally {
    await client.end({ timeout: 5 });
  }
}

/**
 * Create a database on the server of `adminUrl`, unless it is there.
 *
 * Errors: throws when the name is not lower-case letters, digits and underscores.
 */
export async function ensureDatabase(adminUrl: string, name: string, template = 'template1'): Promise<void> {
  if (!/^[a-z_][a-z0-9_]*$/.test(name + template)) throw new Error(`not a database name: ${name}`);
  const client = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    const found = await client`select 1 from pg_database where datname = ${name}`;
    if (found.length === 0)
      await client.unsafe(`create database ${name} template ${template}`).catch(ignoreExisting);
  } finally {
    await client.end({ timeout: 5 });
  }
}

/** Any fixed number; ours spells nothing. */
const MIGRATION_LOCK = 4_718_002;

/** Another process may create it between the look and the creation. */
function ignoreExisting(error: unknown): void {
  const DUPLICATE_DATABASE = '42P04';
  const UNIQUE_VIOLATION = '23505';
  const code = (error as { code?: string }).code ?? '';
  if (![DUPLICATE_DATABASE, UNIQUE_VIOLATION].includes(code)) throw error;
}
