import { pino } from 'pino';
import { failure } from './errors.ts';

/** What the program says while it works. Never an address, a token or a key: pass ids and counts. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** JSON lines on standard error, so that standard output stays free for reports. */
export function createLog(level: LogLevel): Log {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: describe } },
    pino.destination({ dest: 2, sync: true }),
  );
}

/** An error as it may stand in a log: its own message and fields can hold whatever somebody typed. */
function describe(error: unknown): object {
  const stack =
    error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  const name = error instanceof Error ? error.name : typeof error;
  return { name, reason: failure(error).reason, stack };
}

/** A log that says nothing, for tests. */
export const silentLog: Log = { info() {}, warn() {}, error() {} };
