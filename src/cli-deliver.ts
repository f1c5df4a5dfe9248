import type { Command } from 'commander';
import { countHandedOver } from '../db/delivery-read.ts';
import { markPaceFree } from '../db/mail-pace.ts';
import type { Edition } from '../db/edition.ts';
import { readDay, type Shell } from './cli-shell.ts';
import { suppressCommands } from './cli-suppress.ts';
import type { Settlement } from './deliver/settle.ts';
import type { Deps } from './deps.ts';
import { deliverLines } from './report.ts';
import type { Day } from './shared/day.ts';
import { invalid } from './shared/errors.ts';
import type { Stages } from './stages.ts';

interface Wish {
  json?: boolean;
  day?: string;
  reason?: string;
  anyway?: boolean;
}

interface OldFlags extends Wish {
  hold?: boolean;
  release?: boolean;
  dryRun?: boolean;
}

/** The commands about handing the editions over: deliver, and look at, hold, settle or try out what goes out. */
export function deliverCommands(program: Command, shell: Shell): void {
  const command = program.command('deliver').enablePositionalOptions();
  wholeCommand(command, shell);
  statusCommand(command, shell);
  holdCommands(command, shell);
  restCommand(command, shell);
  settleCommand(command, shell);
  testCommand(command, shell);
  restoredCommand(command, shell);
  suppressCommands(command, shell);
}

function wholeCommand(command: Command, shell: Shell): void {
  command
    .description('deliver the editions of the day, and the letters that wait')
    .option('--dry-run', 'tell what would happen; nothing is written and nothing is sent')
    .option('--hold', 'the same as "deliver hold"')
    .option('--release', 'the same as "deliver resume"')
    .option('--day <day>', 'with one of these: of another day, as YYYY-MM-DD')
    .option('--reason <text>', 'with --hold or --release: why; kept with the edition')
    .option('--anyway', 'with --release and --reason: in spite of faults')
    .option('--json', 'one JSON object per stage')
    .action((flags: OldFlags) => {
      refuseMixture(flags);
      if (flags.dryRun) return dryRunDay(shell, flags);
      if (flags.hold) return shell.withDeps((deps) => hold(deps, { ...flags, say: shell.say }));
      return shell.withStages(async (stages, deps) => {
        if (flags.release) await resume(deps, { ...flags, say: shell.say });
        await deliverDay(stages, shell, flags);
      });
    });
}

/** Errors: AppError `edition.hold` where one flag makes no sense with, or without, another. */
function refuseMixture({ hold, release, dryRun, anyway, reason, day }: OldFlags): void {
  const many = [hold, release, dryRun].filter(Boolean).length > 1;
  if (many) throw invalid('edition.hold', 'Only one of --hold, --release and --dry-run; nothing was done.');
  if (anyway && !release) throw invalid('edition.hold', '--anyway goes with --release; nothing was done.');
  if (reason !== undefined && !hold && !release)
    throw invalid('edition.hold', '--reason goes with --hold or --release; nothing was done.');
  if (day !== undefined && !hold && !release && !dryRun)
    throw invalid(
      'edition.hold',
      '--day goes with --hold, --release or --dry-run; an earlier day is delivered with "deliver rest --day <day>". Nothing was done.',
    );
}

async function dryRunDay({ withDeps, say }: Shell, { day, json }: Wish): Promise<void> {
  await withDeps(async (deps) => {
    const { dryRun } = await import('./deliver/dry-run.ts');
    const { dryRunLines } = await import('./report-deliver.ts');
    const found = await dryRun(deps, { day: readDay(day) });
    for (const line of json ? [JSON.stringify(found)] : dryRunLines(found)) say(line);
  });
}

function statusCommand(command: Command, { withDeps, say }: Shell): void {
  command
    .command('status')
    .description('how an edition stands: deliveries by state, open batches, pace, clicks')
    .option('--day <day>', DAY_LATEST)
    .option('--json', 'one JSON object')
    .action(({ day, json }: Wish) =>
      withDeps(async (deps) => {
        const { deliveryStatus } = await import('./deliver/status.ts');
        const { statusLines } = await import('./report-deliver.ts');
        const status = await deliveryStatus(deps, { day: readDay(day) });
        const { timezone } = deps.config.newsroom;
        const lines = json
          ? [JSON.stringify(status)]
          : statusLines(status, { timezone, now: deps.clock.now() });
        for (const line of lines) say(line);
      }),
    );
}

function holdCommands(command: Command, shell: Shell): void {
  command
    .command('hold')
    .description('hold the editions of the day back; nothing more of them goes out')
    .option('--day <day>', DAY_TODAY)
    .option('--reason <text>', 'why; kept with the edition')
    .option('--json', 'one JSON object per edition')
    .action((wish: Wish) => shell.withDeps((deps) => hold(deps, { ...wish, say: shell.say })));
  command
    .command('resume')
    .description('let the editions go that are held, and deliver')
    .option('--day <day>', DAY_TODAY)
    .option('--reason <text>', 'why; kept with the edition')
    .option('--anyway', 'in spite of faults; needs --reason')
    .option('--json', 'one JSON object per edition, then one for the delivering')
    .action((wish: Wish) =>
      shell.withStages(async (stages, deps) => {
        await resume(deps, { ...wish, say: shell.say });
        await deliverDay(stages, shell, wish);
      }),
    );
}

function restCommand(command: Command, shell: Shell): void {
  command
    .command('rest')
    .description('send to the rest: plan an edition for those who have none of it yet, and deliver')
    .option('--day <day>', DAY_TODAY)
    .option('--json', 'one JSON object')
    .action((wish: Wish) =>
      shell.withStages((stages) => deliverDay(stages, shell, { json: wish.json, day: readDay(wish.day) })),
    );
}

function restoredCommand(command: Command, { withDeps, say }: Shell): void {
  command
    .command('restored')
    .description('tell that the database was put back from a backup: what was open since is uncertain')
    .requiredOption('--since <day>', 'the day of the backup, as YYYY-MM-DD')
    .action(({ since }: { since: string }) =>
      withDeps(async (deps) => {
        const { noteRestored } = await import('./deliver/restored.ts');
        const { from, to } = await noteRestored(deps, readDay(since) ?? since);
        say(`editions of ${from} to ${to}: what had not gone out is uncertain; see "deliver settle"`);
      }),
    );
}

function settleCommand(command: Command, shell: Shell): void {
  command
    .command('settle')
    .description('say of uncertain deliveries what became of them; without --as it lists them')
    .option('--day <day>', DAY_TODAY)
    .option(
      '--as <what>',
      'sent: they went out; failed: they did not, and shall not; again: hand them over anew, which needs --yes, since who got the mail gets it twice',
    )
    .option('--reason <text>', 'with --as: why, or how you know')
    .option('--yes', 'with --as again: you know that some may get it twice')
    .option('--json', 'one JSON object per edition and reason')
    .action((wish: Wish & { as?: string; yes?: boolean }) => {
      const as = readSettlement(wish);
      return as === undefined ? listUnsettled(shell, wish) : settleAs(shell, { ...wish, as });
    });
}

/** Errors: AppError `delivery.settle`. */
function readSettlement({
  as,
  yes,
  reason,
}: {
  as?: string;
  yes?: boolean;
  reason?: string;
}): Settlement | undefined {
  if (as === undefined && (yes || reason !== undefined))
    throw invalid('delivery.settle', '--yes and --reason go with --as; nothing was settled.');
  if (as === undefined) return undefined;
  if (as !== 'sent' && as !== 'failed' && as !== 'again')
    throw invalid('delivery.settle', `"${as}" is none of sent, failed and again; nothing was settled.`);
  if (as === 'again' && !yes)
    throw invalid(
      'delivery.settle',
      'With --as again, who got the mail gets it a second time. Say so with --yes; nothing was settled.',
    );
  return as;
}

function listUnsettled({ withDeps, say }: Shell, { day, json }: Wish): Promise<void> {
  return withDeps(async (deps) => {
    const { listUncertain } = await import('./deliver/settle.ts');
    const { uncertainLines } = await import('./report-deliver.ts');
    const found = await listUncertain(deps, { day: readDay(day) });
    const { timezone } = deps.config.newsroom;
    const lines = json ? found.map((each) => JSON.stringify(each)) : uncertainLines(found, { timezone, day });
    for (const line of lines) say(line);
  });
}

function settleAs(shell: Shell, { as, day, reason = '', json }: Wish & { as: Settlement }): Promise<void> {
  return shell.withStages(async (stages, deps) => {
    const { settle } = await import('./deliver/settle.ts');
    const { settledLines } = await import('./report-deliver.ts');
    const settled = await settle(deps, { day: readDay(day), as, reason });
    const lines = json ? settled.map((each) => JSON.stringify({ as, ...each })) : settledLines(settled, as);
    for (const line of lines) shell.say(line);
    if (as === 'again' && settled.some((each) => each.settled > 0)) await deliverDay(stages, shell, { json });
  });
}

function testCommand(command: Command, { withDeps, say }: Shell): void {
  command
    .command('test <address>')
    .description('send one edition whole to one address, marked as a test; also one that is held')
    .option('--day <day>', DAY_LATEST)
    .option('--weekly', 'the weekly edition of that day')
    .action((address: string, { day, weekly = false }: Wish & { weekly?: boolean }) =>
      withDeps(async (deps) => {
        const { tryOut } = await import('./deliver/try-out.ts');
        const { triedOutLines } = await import('./report-deliver.ts');
        const tried = await tryOut(deps, { address, day: readDay(day), weekly });
        for (const line of triedOutLines(tried, deps.outboxDir)) say(line);
      }),
    );
}

const DAY_LATEST = 'YYYY-MM-DD; without it the latest edition';
const DAY_TODAY = 'YYYY-MM-DD; without it today';

/** Plan and hand over; a provider that refuses us makes the exit code 1. */
async function deliverDay(
  stages: Stages,
  { printerOf }: Shell,
  { json = false, day }: { json?: boolean | undefined; day?: Day | undefined },
): Promise<void> {
  const { stopped } = await printerOf({ json }).stage(
    'deliver',
    (onProgress) => stages.deliver({ onProgress, ...(day === undefined ? {} : { day }) }),
    deliverLines,
  );
  if (stopped !== null) process.exitCode = 1;
}

type Said = Wish & { say: (line: string) => void };

async function hold(deps: Deps, { day, reason, ...said }: Said): Promise<void> {
  const { holdEditions } = await import('./deliver/hold.ts');
  const editions = await holdEditions(deps, { day: readDay(day), reason });
  await sayHeld(deps, { ...said, editions, what: 'held' });
}

async function resume(deps: Deps, { day, reason, anyway, ...said }: Said): Promise<void> {
  const { releaseEditions } = await import('./deliver/hold.ts');
  const { paceNameOf } = await import('./deliver/pace.ts');
  const wasPaused = await markPaceFree(deps.db, paceNameOf(deps.mailer), deps.clock.now());
  if (wasPaused && !said.json) said.say('the pause that the provider asked for is over');
  const editions = await releaseEditions(deps, { day: readDay(day), anyway, reason });
  await sayHeld(deps, { ...said, editions, what: 'released' });
}

async function sayHeld(
  { db }: Deps,
  { editions, what, json, say }: Said & { editions: Edition[]; what: 'held' | 'released' },
): Promise<void> {
  if (editions.length === 0 && !json) say('nothing was held');
  for (const { id, number, day, cadence } of editions) {
    const gone = await countHandedOver(db, id);
    const rest = what === 'held' && gone > 0 ? `; ${gone} of its mails had gone out before` : '';
    const line = `edition ${number} of ${day} is ${what}${rest}`;
    say(json ? JSON.stringify({ [what]: { number, day, cadence, gone } }) : line);
  }
}
