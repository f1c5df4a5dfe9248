import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { configSchema } from '../src/shared/config.ts';
import { describeEnv } from '../src/shared/env.ts';
import { envTable, fileTable, settingsOf, withTables } from './config-rows.ts';

/** Write the README's tables of settings from the code; with `--check` only say whether they are stale (exit code 1). */
const README = 'README.md';

const schema = z.toJSONSchema(configSchema, { io: 'input', unrepresentable: 'any' });
const readme = await readFile(README, 'utf8');
const fresh = withTables(readme, { env: envTable(describeEnv()), file: fileTable(settingsOf(schema)) });

if (fresh === readme) console.log('The tables of settings in README.md are up to date.');
else if (process.argv.includes('--check')) {
  console.error('The tables of settings in README.md are stale; write them with: npm run fix');
  process.exitCode = 1;
} else {
  await writeFile(README, fresh);
  console.log('Wrote the tables of settings in README.md.');
}
