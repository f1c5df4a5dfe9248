/** The kinds of failure, by what the caller can do about them. Each maps to one HTTP status and one exit code. */
export type ErrorKind = 'invalid' | 'not_found' | 'conflict' | 'refused' | 'upstream' | 'config';

export interface ErrorOptions {
  cause?: unknown;
  /** For `upstream`: whether the same call may succeed later. */
  retryable?: boolean;
  /** Seconds that the other side asked us to wait. */
  retryAfterSeconds?: number;
  /** For `refused`: 403, or 429 when the caller only came too often. */
  status?: 403 | 429;
}

/**
 * A failure with a stable code `noun.reason` and a sentence for the person who has to deal with it.
 *
 * Everything that is thrown on purpose is one of these; anything else is a defect and is shown as such.
 */
export class AppError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly retryable: boolean;
  readonly retryAfterSeconds: number | undefined;
  readonly status: number;

  constructor(kind: ErrorKind, code: string, sentence: string, options: ErrorOptions = {}) {
    super(sentence, { cause: options.cause });
    this.name = 'AppError';
    this.kind = kind;
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.status = options.status ?? STATUS[kind];
  }
}

export const invalid = (code: string, sentence: string, options?: ErrorOptions) =>
  new AppError('invalid', code, sentence, options);
export const notFound = (code: string, sentence: string, options?: ErrorOptions) =>
  new AppError('not_found', code, sentence, options);
export const conflict = (code: string, sentence: string, options?: ErrorOptions) =>
  new AppError('conflict', code, sentence, options);
export const refused = (code: string, sentence: string, options?: ErrorOptions) =>
  new AppError('refused', code, sentence, options);
export const upstream = (code: string, sentence: string, options?: ErrorOptions) =>
  new AppError('upstream', code, sentence, options);

/** One thing wrong with what the operator set, with the way to put it right. */
export interface Fault {
  /** Where: a configuration path (`sources[2].url`) or the name of an environment variable. */
  path: string;
  problem: string;
  remedy: string;
}

/** The start must stop: every fault at once, each with its remedy. */
export class ConfigError extends AppError {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[], options?: ErrorOptions) {
    super('config', 'config.invalid', describeFaults(faults), options);
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

/**
 * Turn whatever was thrown into a failed outcome with a code and a reason fit for a row and a log.
 *
 * Shape: of a query that failed only what the database said; the query's own message repeats every value in it.
 */
export function failure(error: unknown): { ok: false; code: string; reason: string; retryable: boolean } {
  if (error instanceof AppError)
    return { ok: false, code: error.code, reason: error.message, retryable: error.retryable };
  return { ok: false, code: 'program.defect', reason: defectReason(error), retryable: false };
}

function defectReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!('query' in error && 'params' in error)) return error.message;
  const said = error.cause instanceof Error ? error.cause.message : 'nothing';
  return `The database refused a query and said: ${said}`;
}

const STATUS: Record<ErrorKind, number> = {
  invalid: 400,
  not_found: 404,
  conflict: 409,
  refused: 403,
  upstream: 502,
  config: 500,
};

function describeFaults(faults: readonly Fault[]): string {
  const lines = faults.map((fault) => `  ${fault.path}: ${fault.problem}\n    ${fault.remedy}`);
  const count = faults.length === 1 ? '1 fault' : `${faults.length} faults`;
  return `The configuration has ${count}:\n${lines.join('\n')}`;
}
