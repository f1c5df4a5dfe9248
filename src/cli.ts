import { Command, CommanderError } from 'commander';
import { deliverCommands } from './cli-deliver.ts';
import { previewCommands } from './cli-preview.ts';
import { reviewCommands } from './cli-review.ts';
import type { Shell } from './cli-shell.ts';
import { sourceCommands } from './cli-source.ts';
import { subscriberCommands } from './cli-subscriber.ts';
import { whoCommand } from './cli-who.ts';
import { createDeps, type Deps } from './deps.ts';
import { doctor } from './doctor.ts';
import { exitCodeOf, explain } from './exit.ts';
import { beFrugal } from './frugal.ts';
import type { Roles } from './main.ts';
import { listPetitions } from './petition/page.ts';
import { createJsonPrinter, createPrinter, type Printer } from './printer.ts';
import { collectLine, commentLine, composeLine } from './report.ts';
import { readEnv } from './shared/env.ts';
import { createStages, type Stages } from './stages.ts';
import { today } from './today.ts';

/** Every command; each opens the same doors as the schedule. */
const program = new Command('broadside')
  .description('Run a Broadside newsroom. Settings: see the README.')
  .showHelpAfterError()
  // An option that stands behind a command's name is that command's own: `deliver` and `deliver hold` share some.
  .enablePositionalOptions()
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

const shell: Shell = { withDeps, withStages, printerOf, say };
deliverCommands(program, shell);
whoCommand(program, shell);
subscriberCommands(program, shell);
sourceCommands(program, shell);
reviewCommands(program, shell);
previewCommands(program, shell);

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

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
