import { AppError } from './shared/errors.ts';

/** 0 done, 1 failed, 2 wrong use: a configuration or an argument that has to be changed. */
export function exitCodeOf(error: unknown): 1 | 2 {
  return error instanceof AppError && (error.kind === 'config' || error.kind === 'invalid') ? 2 : 1;
}

/** Say on standard error what went wrong: a sentence for what was foreseen, the whole trace for a defect. */
export function explain(error: unknown): void {
  const text =
    error instanceof AppError
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error);
  process.stderr.write(`${text}\n`);
}
