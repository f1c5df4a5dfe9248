import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../db/embedded.ts';
import { ensureDatabase, migrate } from '../../db/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the server's own database; tests clone `template_test` beside it. */
    postgresUrl: string;
  }
}

/** Before all tests: one real PostgreSQL with a migrated template database; after them: gone without a trace. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'broadside-test-'));
  const server = await startEmbedded(dataDir, {
    settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '400' },
  });
  await ensureDatabase(server.url('postgres'), 'template_test');
  await migrate(server.url('template_test'));
  project.provide('postgresUrl', server.url('postgres'));
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
