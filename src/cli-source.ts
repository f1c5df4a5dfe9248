import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { listSourceHealth } from '../db/source-health.ts';
import { addSource, exportSources, importSources, pauseSource, removeSource } from './collect/sources.ts';
import { tryInputs } from './collect/try.ts';
import { createReaders, type Deps } from './deps.ts';
import { addedLines, healthLines, importLines, triedLines } from './report-source.ts';
import type { Licence } from './shared/config.ts';
import { readEnv } from './shared/env.ts';
import { invalid } from './shared/errors.ts';

interface Shell {
  withDeps: (work: (deps: Deps) => Promise<void>) => Promise<void>;
  say: (line: string) => void;
}

interface Wish {
  title?: string;
  licence?: string;
  categories?: string;
}

/** The commands about what is collected from where. */
export function sourceCommands(program: Command, { withDeps, say }: Shell): void {
  program
    .command('try <inputs...>')
    .description('show what would be collected from addresses and files; no database is touched')
    .option('--json', 'one JSON object per input')
    .action((inputs: string[], options: { json?: boolean }) => tryAll(inputs, options, say));

  const source = program.command('source').description('what is collected, and how it is doing');
  source
    .command('list')
    .description('every source with its health: last success, error, next try, articles a day')
    .option('--json', 'one JSON object per source')
    .action((options: { json?: boolean }) =>
      withDeps(async ({ db, clock, config }) => {
        const all = await listSourceHealth(db, { limit: SOURCES_MAX });
        const { timezone } = config.newsroom;
        const lines = options.json
          ? all.map((health) => JSON.stringify(health))
          : healthLines(all, clock.now(), timezone);
        for (const line of lines) say(line);
      }),
    );
  wishes(
    source.command('add <address>').description('add a source by the address of its feed or of its site'),
  ).action((address: string, options: Wish) =>
    withDeps(async (deps) => {
      for (const line of addedLines(await addSource(deps, address, wishOf(options)))) say(line);
    }),
  );
  source
    .command('try <address>')
    .description('show what a source would bring, without adding it')
    .option('--json', 'one JSON object')
    .action((address: string, options: { json?: boolean }) => tryAll([address], options, say));
  for (const [name, paused, done] of [
    ['pause', true, 'Paused'],
    ['resume', false, 'Asked again with the next run'],
  ] as const)
    source
      .command(`${name} <source>`)
      .description(paused ? 'leave a source alone' : 'ask a source again that was paused or has stopped')
      .action((wanted: string) =>
        withDeps(async (deps) => say(`${done}: ${(await pauseSource(deps, wanted, paused)).title}`)),
      );
  source
    .command('remove <source>')
    .description('collect a source no more that was added by a command; its articles stay')
    .action((wanted: string) =>
      withDeps(async (deps) => say(`Removed: ${(await removeSource(deps, wanted)).title}`)),
    );
  source
    .command('import <file>')
    .description('add every feed of an OPML file')
    .option('--licence <licence>', 'of all of them: full, excerpt or link')
    .action((file: string, { licence }: Wish) =>
      withDeps(async (deps) => {
        const opml = await readText(file);
        for (const line of importLines(await importSources(deps, opml, { licence: licenceOf(licence) })))
          say(line);
      }),
    );
  source
    .command('export')
    .description('print every source as OPML')
    .action(() => withDeps(async (deps) => say(await exportSources(deps))));
}

const SOURCES_MAX = 10_000;
const LICENCES: readonly Licence[] = ['full', 'excerpt', 'link'];

function wishes(command: Command): Command {
  return command
    .option('--title <title>', 'shown in place of the feed’s own')
    .option('--licence <licence>', 'what may be shown: full, excerpt (without it) or link')
    .option('--categories <slugs>', 'categories that all its stories belong to, with commas between them');
}

function wishOf({ title, licence, categories }: Wish) {
  const slugs = categories?.split(',').map((slug) => slug.trim());
  return { title, licence: licenceOf(licence), categories: slugs };
}

function licenceOf(typed: string | undefined): Licence | undefined {
  const licence = LICENCES.find((known) => known === typed);
  if (typed !== undefined && licence === undefined)
    throw invalid('source.licence', `"${typed}" is no licence; there are ${LICENCES.join(', ')}.`);
  return licence;
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw invalid('opml.no_file', `There is no file ${file} that can be read (${code}).`);
  }
}

async function tryAll(
  inputs: string[],
  { json }: { json?: boolean },
  say: (line: string) => void,
): Promise<void> {
  const readers = await createReaders(readEnv(process.env));
  let failed = 0;
  try {
    await tryInputs(readers, inputs, (tried) => {
      if ('error' in tried) failed += 1;
      if (json) say(JSON.stringify(tried));
      else for (const line of triedLines(tried)) say(line);
    });
  } finally {
    await readers.close();
  }
  if (failed > 0) process.exitCode = 1;
}
