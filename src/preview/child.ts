import { fork, type ChildProcess } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../shared/config.ts';
import type { Source } from './source.ts';
import type { Rendering } from './shown.ts';

/** Renders in processes of their own, since what Node has loaded once stays as it was. */
export interface Renderer {
  /**
   * Render what is gathered with the configuration as it is now.
   *
   * Shape: a configuration or a template that cannot be loaded, or rendered, is an answer, not an error.
   * Errors: those of `gather`.
   */
  render(configFile: string, gather: (config: Config) => Promise<Source>): Promise<Rendering>;
  /** End what still renders. */
  close(): void;
}

/** What a rendering process says: first the configuration that it has read, then what came out. */
export type Answer = { config: Config } | Rendering;

/** A renderer that loads templates, strings and configuration anew each time. */
export function createRenderer(): Renderer {
  const running = new Set<ChildProcess>();
  return {
    async render(configFile, gather) {
      const child = fork(workerFile(), {
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
        ...(IS_SOURCE ? { execArgv: ['--import', 'tsx'] } : {}),
      });
      // Who asked before has asked for what has changed since.
      for (const former of running) former.kill('SIGKILL');
      running.add(child);
      let isLate = false;
      const late = setTimeout(() => {
        isLate = true;
        child.kill('SIGKILL');
      }, RENDER_MAX_MS);
      try {
        const ask = talkTo(child);
        const begun = await ask(configFile);
        const answer = 'config' in begun ? await ask(await gather(begun.config)) : begun;
        return isLate ? ENDLESS : 'config' in answer ? WORDLESS : answer;
      } finally {
        clearTimeout(late);
        running.delete(child);
        child.kill('SIGKILL');
      }
    },
    close() {
      for (const child of running) child.kill('SIGKILL');
    },
  };
}

/** Say something to a process, and hear its answer; when it ends instead, why. */
function talkTo(child: ChildProcess): (message: string | Source) => Promise<Answer> {
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  const ended = new Promise<Answer>((resolve) => {
    child.once('error', (error) => resolve({ failed: error.message }));
    child.once('close', () => resolve(complaint === '' ? WORDLESS : { failed: withoutFrame(complaint) }));
  });
  return (message) => {
    const answered = new Promise<Answer>((resolve) => {
      child.once('message', (answer) => resolve(answer as Answer));
    });
    // It may have ended before it hears this, when a file cannot be loaded; `close` says why.
    child.send(message, () => {});
    return Promise.race([answered, ended]);
  };
}

const WORDLESS = { failed: 'The renderer ended without a word.' };
const RENDER_MAX_MS = 60_000;
const ENDLESS = {
  failed: 'Rendering took longer than a minute, so it was ended. A template may run for ever.',
};

/** What Node says before the error, of its own files, helps nobody. */
const withoutFrame = (complaint: string) => complaint.replace(/^node:internal.*?\n\n/s, '').trim();

/** Beside this file, as TypeScript or as what was built of it. */
const IS_SOURCE = extname(import.meta.filename) === '.ts';
const workerFile = () =>
  fileURLToPath(
    IS_SOURCE ? new URL('./worker.ts', import.meta.url) : new URL('./worker.js', import.meta.url),
  );
