import { sql } from 'drizzle-orm';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { AppError } from '../src/shared/errors.ts';

/** The database, or a transaction on it: every query takes one of the two. */
export type Db = Pick<
  PostgresJsDatabase,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'execute' | 'transaction' | '$with' | 'with'
>;

/** What a room takes: its ports and the database. */
export type WithDb<P> = P & { db: Db };

export interface Connection {
  db: Db;
  close(): Promise<void>;
}

/**
 * The beginning of a statement whose commit does not wait for the disk: for what is learnt again, or is worth nothing, when
 * the database crashes. The statement reads `from without_waiting`, else it has no effect.
 */
export const WITHOUT_WAITING = sql`
  with without_waiting as materialized (select set_config('synchronous_commit', 'off', true))`;

/**
 * Open a pool of connections; nothing is sent until the first query.
 *
 * Errors: queries throw AppError `database.unreachable` from `checkConnection` only; elsewhere the driver's own.
 */
export function connect(url: string, options: { connectionsMax?: number } = {}): Connection {
  const client = postgres(url, {
    max: options.connectionsMax ?? 20,
    connect_timeout: 10,
    idle_timeout: 30,
    onnotice: () => {},
    connection: { application_name: 'broadside', TimeZone: 'UTC' },
  });
  return { db: drizzle(client), close: () => client.end({ timeout: 5 }) };
}

/**
 * Ask the server one thing, so that an unreachable database is one clear sentence.
 *
 * Errors: AppError `database.unreachable`; the address is named without user and password.
 */
export async function checkConnection(db: Db, url: string): Promise<void> {
  try {
    await db.execute('select 1');
  } catch (error) {
    const at = new URL(url);
    const reason = deepestMessage(error);
    const where = `${at.hostname}:${at.port || '5432'}${at.pathname}`;
    throw new AppError(
      'upstream',
      'database.unreachable',
      `The database at ${where} cannot be used: ${reason}. Check DATABASE_URL and that PostgreSQL is running.`,
      { cause: error, retryable: true },
    );
  }
}

function deepestMessage(error: unknown): string {
  let at: unknown = error;
  while (at instanceof Error && at.cause !== undefined) at = at.cause;
  if (at instanceof AggregateError) at = at.errors[0];
  return at instanceof Error ? at.message || at.name : String(at);
}
