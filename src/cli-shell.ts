import type { Deps } from './deps.ts';
import type { Printer } from './printer.ts';
import { isDay, type Day } from './shared/day.ts';
import { invalid } from './shared/errors.ts';
import type { Stages } from './stages.ts';

/** What the commands are given: everything built, and a way to say something. */
export interface Shell {
  withDeps: (work: (deps: Deps) => Promise<void>) => Promise<void>;
  withStages: (work: (stages: Stages, deps: Deps) => Promise<unknown>) => Promise<void>;
  printerOf: (options: { json?: boolean }) => Printer;
  say: (line: string) => void;
}

/** A day as it is typed; undefined where none was. Errors: AppError `edition.day`. */
export function readDay(typed: string | undefined): Day | undefined {
  if (typed === undefined || isDay(typed)) return typed;
  throw invalid('edition.day', 'This is not a day; write it as YYYY-MM-DD.');
}

/** Write to standard output as fast as it is read; false once nobody reads it any more. */
export function write(text: string): Promise<boolean> {
  return new Promise((done) => {
    process.stdout.write(text, (error) => done(!error));
  });
}
