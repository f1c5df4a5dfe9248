import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AppError } from '../../shared/errors.ts';
import type { Prompt, Prompts } from './prompt.ts';
import * as read from './read.ts';
import * as write from './write.ts';

/**
 * The prompts: those that ship, or the newsroom's own where its folder has a file of that name.
 *
 * Shape: an own file is `read` or `write` with `.ts` or `.js`; it exports `version`, `system` and `user` as those that
 * ship do. Its version is kept as `own:` and what it says.
 * Errors: AppError `prompt.unreadable` with the file's name and what is wrong with it, also from its functions.
 */
export async function loadPrompts(folder: string | undefined): Promise<Prompts> {
  if (folder === undefined) return { read, write };
  return { read: await ownOr(folder, 'read', read), write: await ownOr(folder, 'write', write) };
}

async function ownOr<Input>(
  folder: string,
  name: keyof Prompts,
  shipped: Prompt<Input>,
): Promise<Prompt<Input>> {
  const file = ['ts', 'js', 'mjs'].map((end) => join(resolve(folder), `${name}.${end}`)).find(existsSync);
  if (file === undefined) {
    if (existsSync(folder)) return shipped;
    throw unreadable(folder, 'there is no such folder');
  }
  const own = await imported(file);
  if (typeof own.version !== 'string') throw unreadable(file, 'it exports no version');
  for (const part of ['system', 'user'] as const)
    if (typeof own[part] !== 'function') throw unreadable(file, `it exports no function ${part}`);
  const { version, system, user } = own as unknown as Prompt<Input>;
  return {
    version: `own:${version}`,
    system: guarded(file, 'system', system),
    user: guarded(file, 'user', user),
  };
}

/** What a newsroom's own function throws, or gives in place of a text, is a fault of its file. */
function guarded<Input>(
  file: string,
  name: string,
  own: (input: Input) => unknown,
): (input: Input) => string {
  return (input) => {
    const text = attempted(file, () => own(input));
    if (typeof text !== 'string') throw unreadable(file, `${name} gives no text`);
    return text;
  };
}

function attempted(file: string, work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    throw unreadable(file, sentenceOf(error), error);
  }
}

async function imported(file: string): Promise<Record<string, unknown>> {
  try {
    return (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  } catch (error) {
    throw unreadable(file, sentenceOf(error), error);
  }
}

const sentenceOf = (error: unknown) =>
  error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);

function unreadable(file: string, problem: string, cause?: unknown): AppError {
  return new AppError(
    'invalid',
    'prompt.unreadable',
    `The prompt ${file} cannot be used: ${problem}. Mend it, or take comment.promptsDir out of the configuration.`,
    { cause },
  );
}
