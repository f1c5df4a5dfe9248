import { spawn } from 'node:child_process';
import { invalid } from '../../shared/errors.ts';

/**
 * Open a file in an editor and wait until it is closed.
 *
 * Shape: `editor` is a program with its arguments, such as `code --wait`; no shell reads it.
 * Errors: AppError `editor.none`, `editor.failed`.
 */
export async function runEditor(editor: string | undefined, file: string): Promise<void> {
  const [program, ...args] = splitCommand(editor ?? '');
  if (program === undefined)
    throw invalid(
      'editor.none',
      'No editor is set. Set VISUAL or EDITOR, such as EDITOR=nano, or use --file <path>.',
    );
  const child = spawn(program, [...args, file], { stdio: 'inherit' });
  const ended = await new Promise<string | undefined>((done) => {
    child.on('error', (error: NodeJS.ErrnoException) =>
      done(`it cannot be started: ${error.code ?? error.message}`),
    );
    child.on('exit', (code, signal) =>
      done(code === 0 ? undefined : `it ended with ${signal ?? String(code)}`),
    );
  });
  if (ended !== undefined) throw invalid('editor.failed', `The editor ${program} failed: ${ended}.`);
}

/** A command as a list of words: parted by spaces outside quotation marks; a backslash takes the next character as it is. */
export function splitCommand(command: string): string[] {
  const words = command.match(/(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\])+/gs) ?? [];
  return words.map((word) =>
    word.replace(
      /"((?:\\.|[^"\\])*)"|'([^']*)'|\\(.)/gs,
      (_, double?: string, single?: string, plain?: string) =>
        double === undefined ? (single ?? plain ?? '') : double.replace(/\\(["\\])/g, '$1'),
    ),
  );
}
