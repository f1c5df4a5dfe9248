import { Command, CommanderError } from 'commander';
import { findLatestEdition, listEditionsOfDay } from '../db/edition.ts';
import { countHandedOver, listDeliveries } from '../db/delivery.ts';
import { listSubscribers } from '../db/subscriber.ts';
import { previewCommands } from './cli-preview.ts';
import { reviewCommands } from './cli-review.ts';
import { sourceCommands } from './cli-source.ts';
import { createDeps, type Deps } from './deps.ts';
import { doctor } from './doctor.ts';
import { exitCodeOf, explain } from './exit.ts';
import { beFrugal } from './frugal.ts';
import type { Roles } from './main.ts';
import { listPetitions } from './petition/page.ts';
import { createJsonPrinter, createPrinter, type Printer } from './printer.ts';
import { collectLine, commentLine, composeLine, deliverLines } from './report.ts';
import { isDay, type Day } from './shared/day.ts';
import { readEnv } from './shared/env.ts';
import { invalid, notFound } from './shared/errors.ts';
import { createStages, type Stages } from './stages.ts';
import { addSubscriber } from './subscribe/add.ts';
import { today } from './today.ts';

/** Every command; each opens the same doors as the schedule. */
const program = new Command('broadside')
  .description('Run a Broadside newsroom. Settings: see the README.')
  .showHelpAfterError()
  .exitOverride();

stageCommand('today', 'run the whole day once').action((options: { json?: boolean }) =>
  withDeps((deps) => today(deps, printerOf(options))),
);

stageCommand('collect', 'collect the sources that are due')
  .option('--all', 'ask every source, due or not')
  .option('--source <source>', 'only this one, by title or address, even if it is paused')
  .action((options: { json?: boolean; all?: boolean; source?: string }) =>
    withStages(async ({ collect }) => {
      const { json: _, ...wanted } = options;
      const { sources } = await printerOf(options).stage(
        'collect',
        (onProgress) => collect({ ...wanted, onProgress }),
        collectLine,
      );
      // Among many sources some failing is normal; of the one that was asked for it is the answer.
      if (wanted.source !== undefined && sources.failed > 0) process.exitCode = 1;
    }),
  );

stageCommand('comment', 'write about what is new').action((options: { json?: boolean }) =>
  withStages(({ comment }, { config }) =>
    printerOf(options).stage(
      'comment',
      (onProgress) => comment({ onProgress, waitMs: config.comment.waitSeconds * 1000 }),
      commentLine,
    ),
  ),
);

stageCommand('compose', 'compose the edition of the day')
  .option('--again', 'make it anew, as long as nothing of it has gone out')
  .action((options: { json?: boolean; again?: boolean }) =>
    withStages(({ compose }) =>
      printerOf(options).stage('compose', () => compose({ again: options.again ?? false }), composeLine),
    ),
  );

stageCommand('deliver', 'deliver the editions of the day, and the letters that wait')
  .option('--hold', 'hold the editions of the day back; nothing more of them goes out')
  .option('--release', 'let them go, and deliver')
  .option('--day <day>', 'with --hold or --release: of another day, as YYYY-MM-DD')
  .option('--reason <text>', 'with --hold or --release: why; kept with the edition')
  .option('--anyway', 'with --release and --reason: in spite of faults')
  .action((options: { json?: boolean } & Holding) =>
    withStages(async ({ deliver }, deps) => {
      await holdOrRelease(deps, options);
      if (!options.hold)
        await printerOf(options).stage('deliver', (onProgress) => deliver({ onProgress }), deliverLines);
    }),
  );

sourceCommands(program, { withDeps, say });
reviewCommands(program, { withDeps, say });
previewCommands(program, { withDeps, say });

program
  .command('web')
  .description('only the site')
  .action(() => runAs({ web: true, work: false }));
program
  .command('work')
  .description('only the schedule and the work')
  .action(() => runAs({ web: false, work: true }));
program
  .command('doctor')
  .description('check the settings and what they lead to; exit code 1 when something is bad')
  .action(() =>
    withDeps(async (deps) => {
      if (!(await doctor(deps, say))) process.exitCode = 1;
    }),
  );

const subscriber = program.command('subscriber').description('who gets the digest');
subscriber
  .command('add <address>')
  .description('add somebody; they are asked to confirm, unless --confirmed')
  .requiredOption('--categories <slugs>', 'chosen categories, with commas between them')
  .option('--name <name>', 'how they are greeted')
  .option('--cadence <cadence>', 'daily or weekly', 'daily')
  .option('--confirmed', 'you have their consent and vouch for it')
  .action((address: string, options: Addition) =>
    withDeps(async (deps) => {
      const categories = options.categories.split(',').map((slug) => slug.trim());
      const unknown = categories.filter(
        (slug) => !deps.config.categories.some((known) => known.slug === slug),
      );
      if (unknown.length > 0)
        throw invalid(
          'subscription.categories',
          `There is no category "${unknown.join('", "')}". There are: ${deps.config.categories.map(({ slug }) => slug).join(', ')}.`,
        );
      const { name, cadence, confirmed = false } = options;
      const added = { address, name, categories, cadence, confirmed, route: 'cli' as const };
      say(ADDED[await addSubscriber(deps, added)]);
    }),
  );
subscriber
  .command('list')
  .description('everybody, with their cadence and categories')
  .option('--json', 'one JSON object per subscriber')
  .action((options: { json?: boolean }) =>
    withDeps(async ({ db }) => {
      for (const row of await listSubscribers(db, { limit: ROWS_MAX }))
        say(
          options.json
            ? JSON.stringify(row)
            : [row.address, row.state, row.cadence, row.categories.join(', ')].join('\t'),
        );
    }),
  );

program
  .command('petition')
  .description('petitions and their counts')
  .command('list')
  .description('every petition: its state, and its signatures of the goal')
  .action(() =>
    withDeps(async (deps) => {
      for (const { slug, state, signed, goal } of await listPetitions(deps))
        say(`${slug}\t${state}\t${signed} of ${goal}`);
    }),
  );

program
  .command('who')
  .description('who got what of the editions of a day')
  .option('--edition <day>', 'YYYY-MM-DD; without it the latest')
  .option('--subscriber <address>', 'only this one')
  .option('--json', 'one JSON object per delivery')
  .action((options: { edition?: string; subscriber?: string; json?: boolean }) =>
    withDeps(async ({ db }) => {
      const { edition: day, subscriber: address } = options;
      const editions = await listEditionsOfDay(
        db,
        day === undefined ? ((await findLatestEdition(db))?.day ?? NO_DAY) : readDay(day),
      );
      if (editions.length === 0)
        throw notFound(
          'edition.unknown',
          day ? `There is no edition of ${day}.` : 'There is no edition yet.',
        );
      let rows = 0;
      for (const { id: editionId, cadence } of editions)
        for (const row of await listDeliveries(db, { editionId, limit: ROWS_MAX, address })) {
          rows += 1;
          say(
            options.json
              ? JSON.stringify({ cadence, ...row })
              : [row.address, row.state, ...(row.reason === null ? [] : [row.reason])].join('\t'),
          );
        }
      if (rows === 0 && !options.json) say('No delivery is planned.');
    }),
  );

interface Addition {
  categories: string;
  name?: string;
  cadence: string;
  confirmed?: boolean;
}

interface Holding {
  hold?: boolean;
  release?: boolean;
  day?: string;
  reason?: string;
  anyway?: boolean;
}

const ROWS_MAX = 1_000_000;
/** Before any edition. */
const NO_DAY: Day = '0001-01-01';

const ADDED = {
  added: 'Added.',
  known: 'This address is known already; nothing was changed.',
  left: 'This address has left, and only its owner can come back; nothing was changed.',
};

// Whoever reads the output may stop reading, as `head` does; that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exitCode = 0;
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    explain(error);
    process.exitCode = exitCodeOf(error);
  }
}

/** Hold the editions of a day, or let them go, and say which; nothing where neither is asked for. */
async function holdOrRelease(
  deps: Deps,
  { hold, release, day: typed, reason, anyway, json }: Holding & { json?: boolean },
): Promise<void> {
  if (hold && release) throw invalid('edition.hold', 'Either --hold or --release, not both.');
  if (anyway && !release) throw invalid('edition.hold', '--anyway goes with --release; nothing was done.');
  if (!hold && !release && (reason !== undefined || typed !== undefined))
    throw invalid('edition.hold', '--reason and --day go with --hold or --release; nothing was done.');
  if (!hold && !release) return;
  const { holdEditions, releaseEditions } = await import('./deliver/hold.ts');
  const day = typed === undefined ? undefined : readDay(typed);
  const editions = hold
    ? await holdEditions(deps, { day, reason })
    : await releaseEditions(deps, { day, anyway, reason });
  const what = hold ? 'held' : 'released';
  if (editions.length === 0 && !json) say('nothing was held');
  for (const { id, number, day: of, cadence } of editions) {
    const gone = await countHandedOver(deps.db, id);
    const rest = hold && gone > 0 ? `; ${gone} of its mails had gone out before` : '';
    const line = `edition ${number} of ${of} is ${what}${rest}`;
    say(json ? JSON.stringify({ [what]: { number, day: of, cadence, gone } }) : line);
  }
}

/** Loaded when it is asked for: a command that runs one stage needs no site. */
async function runAs(roles: Roles): Promise<void> {
  const { run } = await import('./main.ts');
  await run(roles);
}

function stageCommand(name: string, description: string): Command {
  return program.command(name).description(description).option('--json', 'one JSON object per stage');
}

function printerOf({ json }: { json?: boolean }): Printer {
  return json ? createJsonPrinter() : createPrinter();
}

async function withDeps(work: (deps: Deps) => Promise<void>): Promise<void> {
  const env = readEnv(process.env);
  let deps: Deps | undefined;
  // From the start on: a process that a signal simply ends would leave its database running.
  const interrupt = () => {
    void Promise.resolve(deps?.close()).finally(() => process.exit(130));
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    // A command's report says what went wrong; its log is for those who ask for one.
    deps = await createDeps(process.env.LOG_LEVEL ? env : { ...env, LOG_LEVEL: 'error' });
    await work(deps);
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    await deps?.close();
  }
}

async function withStages(work: (stages: Stages, deps: Deps) => Promise<unknown>): Promise<void> {
  beFrugal();
  await withDeps(async (deps) => {
    await work(createStages(deps), deps);
  });
}

function readDay(typed: string): Day {
  if (isDay(typed)) return typed;
  throw invalid('edition.day', 'This is not a day; write it as YYYY-MM-DD.');
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
