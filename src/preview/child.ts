import { fork, type ChildProcess } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Source } from './source.ts';
import type { Rendering } from './shown.ts';

/** Renders in processes of their own, since what Node has loaded once stays as it was. */
export interface Renderer {
  /** Shape: a template that cannot be loaded or rendered is an answer, not an error. */
  render(source: Source): Promise<Rendering>;
  /** End what still renders. */
  close(): void;
}

/** A renderer that loads templates, strings and configuration anew each time. */
export function createRenderer(): Renderer {
  const running = new Set<ChildProcess>();
  return {
    render(source) {
      const child = fork(workerFile(), {
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
        ...(IS_SOURCE ? { execArgv: ['--import', 'tsx'] } : {}),
      });
      running.add(child);
      return answerOf(child, source).finally(() => running.delete(child));
    },
    close() {
      for (const child of running) child.kill();
    },
  };
}

function answerOf(child: ChildProcess, source: Source): Promise<Rendering> {
  const { promise, resolve } = Promise.withResolvers<Rendering>();
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  child.once('message', (rendering) => resolve(rendering as Rendering));
  child.once('error', (error) => resolve({ failed: error.message }));
  child.once('close', () =>
    resolve({ failed: withoutFrame(complaint) || 'The renderer ended without a word.' }),
  );
  // It may end before it has heard anything, when a file cannot be loaded; `close` says why.
  child.send(source, () => {});
  return promise;
}

/** What Node says before the error, of its own files, helps nobody. */
const withoutFrame = (complaint: string) => complaint.replace(/^node:internal.*?\n\n/s, '').trim();

/** Beside this file, as TypeScript or as what was built of it. */
const IS_SOURCE = extname(import.meta.filename) === '.ts';
const workerFile = () =>
  fileURLToPath(
    IS_SOURCE ? new URL('./worker.ts', import.meta.url) : new URL('./worker.js', import.meta.url),
  );
