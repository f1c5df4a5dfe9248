import type { Command } from 'commander';
import { listRanking } from './compose/why.ts';
import { createDeps, type Deps } from './deps.ts';
import { openPreview } from './preview/preview.ts';
import { whyLines } from './preview/why.ts';
import { isDay, type Day } from './shared/day.ts';
import { readEnv, type Env } from './shared/env.ts';
import { invalid } from './shared/errors.ts';

interface Shell {
  withDeps: (work: (deps: Deps) => Promise<void>) => Promise<void>;
  say: (line: string) => void;
}

interface Wish {
  port: string;
  day?: string;
  why?: boolean;
  weekly?: boolean;
  json?: boolean;
}

/** The command that shows every mail before it is sent, and why its stories stand where they stand. */
export function previewCommands(program: Command, { withDeps, say }: Shell): void {
  program
    .command('preview')
    .description('every mail on a page of this machine; it follows when templates change')
    .option('--port <n>', 'where on 127.0.0.1', '4100')
    .option('--day <day>', 'YYYY-MM-DD; without it today')
    .option('--why', 'print each story’s score by part instead')
    .option('--weekly', 'with --why: of the best of the week')
    .option('--json', 'with --why: one JSON object per story')
    .action(async ({ port, day: typed, why, weekly, json }: Wish) => {
      const day = typed === undefined ? undefined : readDay(typed);
      if (!why) return serve({ port: readPort(port), day }, say);
      await withDeps(async (deps) => {
        const ranking = await listRanking(deps, { day, cadence: weekly ? 'weekly' : 'daily' });
        for (const line of json ? ranking.map((story) => JSON.stringify(story)) : whyLines(ranking))
          say(line);
      });
    });
}

/** Serve until SIGINT or SIGTERM; a second one ends the process at once. */
async function serve(
  { port, day }: { port: number; day: Day | undefined },
  say: (line: string) => void,
): Promise<void> {
  // Heard from the start on: a process that a signal simply ends would leave its database running.
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        process.once(signal, () => process.exit(1));
        resolve();
      });
  });
  const env = readEnv(process.env);
  const deps = await createDeps(quiet(env));
  try {
    const preview = await openPreview(deps, { port, day, configFile: env.BROADSIDE_CONFIG });
    say(`Every mail is at ${preview.url} (Ctrl-C stops it)`);
    await asked;
    await preview.close();
  } finally {
    await deps.close();
  }
}

/** What the pages say is enough; a log is for those who ask for one. */
const quiet = (env: Env): Env => (process.env.LOG_LEVEL ? env : { ...env, LOG_LEVEL: 'error' });

function readDay(typed: string): Day {
  if (isDay(typed)) return typed;
  throw invalid('edition.day', 'This is not a day; write it as YYYY-MM-DD.');
}

function readPort(typed: string): number {
  const port = Number(typed);
  if (/^\d+$/.test(typed) && port <= 65_535) return port;
  throw invalid('preview.port', 'This is not a port; it is a number up to 65535.');
}
