import type { Command } from 'commander';
import { readDay, write, type Shell } from './cli-shell.ts';
import type { WhoPart } from './deliver/who.ts';
import { invalid } from './shared/errors.ts';
import { whoCsv, whoCsvHead, whoJson, whoLines } from './report-who.ts';

interface Wish {
  edition?: string;
  subscriber?: string;
  state?: string;
  csv?: boolean;
  json?: boolean;
}

/** The command that says who got what. */
export function whoCommand(program: Command, { withDeps }: Pick<Shell, 'withDeps'>): void {
  program
    .command('who')
    .description('who got what of an edition, or what one subscriber got, and why not')
    .option(
      '--edition <day>',
      'YYYY-MM-DD; without it the latest, or with --subscriber every edition that is kept',
    )
    .option('--subscriber <address>', 'only this one')
    .option(
      '--state <state>',
      'only these: planned, submitted, delivered, bounced, complained, skipped, failed or uncertain',
    )
    .option('--csv', 'for a spreadsheet')
    .option('--json', 'one JSON object per delivery')
    .action((wish: Wish) =>
      withDeps(async (deps) => {
        const { edition, subscriber, state, csv = false, json = false } = wish;
        if (csv && json) throw invalid('who.form', 'Either --csv or --json, not both.');
        const { who } = await import('./deliver/who.ts');
        const answer = who(deps, { day: readDay(edition), subscriber, state });
        const { timezone } = deps.config.newsroom;
        const form = json
          ? jsonForm
          : csv
            ? csvForm()
            : personForm({ timezone, one: subscriber !== undefined });
        // Nobody reads on, as when the output goes to `head`: then there is nothing more to ask.
        for await (const part of answer) if (!(await write(form(part)))) return;
      }),
    );
}

/** How a part of the answer is written. */
type Form = (part: WhoPart) => string;

const jsonForm: Form = (part) => whoJson(part);

function csvForm(): Form {
  let head = whoCsvHead();
  return (part) => {
    // What is no record would be read as one.
    if (part.note !== null) process.stderr.write(`${part.note}\n`);
    const text = head + whoCsv(part);
    head = '';
    return text;
  };
}

function personForm(options: { timezone: string; one: boolean }): Form {
  let before: number | undefined;
  return (part) => {
    const isNext = before !== undefined && part.edition !== null && part.edition.number !== before;
    before = part.edition?.number;
    return whoLines(part, { ...options, isNext })
      .map((line) => `${line}\n`)
      .join('');
  };
}
