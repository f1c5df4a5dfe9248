import { availableParallelism } from 'node:os';
import { invalid, upstream, type AppError } from '../../shared/errors.ts';
import { hostOf } from '../url.ts';
import type { Page, PageInput } from './page.ts';
import { startWorker, type PageWorker } from './thread.ts';

/** Reads pages beside the program, so that no page can keep it waiting or take its memory. */
export interface PageReader {
  /**
   * The article of a page; `readPage` in a worker.
   *
   * Errors: AppError `page.too_large`, `page.too_slow`, `page.too_much_memory`, `page.too_deep`, `page.unreadable`.
   */
  read(input: PageInput): Promise<Page>;
  /** Stop the workers; what is being read fails with `page.interrupted` and may be read again. */
  close(): Promise<void>;
}

export interface PageReaderOptions {
  /** Pages read at the same time; one fewer than the machine has cores, at most 4. */
  workers?: number;
  timeoutMs?: number;
  memoryMb?: number;
  bytesMax?: number;
}

interface Task {
  input: PageInput;
  resolve: (page: Page) => void;
  reject: (error: unknown) => void;
}

/**
 * A pool of worker threads that are started when they are needed, replaced when a page was too much for one, and do not
 * keep the program from ending.
 */
export function createPageReader(options: PageReaderOptions = {}): PageReader {
  const { workers: workersMax = defaultWorkers(), timeoutMs = 10_000 } = options;
  const { memoryMb = 256, bytesMax = 5_000_000 } = options;
  const queue: Task[] = [];
  const busy = new Map<PageWorker, Task>();
  const idle: PageWorker[] = [];
  let isClosed = false;

  function next(): void {
    while (queue.length > 0 && busy.size < workersMax) {
      const task = queue.shift();
      if (task) void run(idleWorker() ?? startWorker({ memoryMb }), task);
    }
  }

  function idleWorker(): PageWorker | undefined {
    for (let worker = idle.pop(); worker; worker = idle.pop()) if (worker.isUsable()) return worker;
    return undefined;
  }

  async function run(worker: PageWorker, task: Task): Promise<void> {
    busy.set(worker, task);
    try {
      task.resolve(await worker.read(task.input, timeoutMs));
    } catch (error) {
      task.reject(error);
    }
    busy.delete(worker);
    if (worker.isUsable() && !isClosed) idle.push(worker);
    next();
  }

  async function read(input: PageInput): Promise<Page> {
    if (isClosed) throw interrupted(input);
    if (Buffer.byteLength(input.body) > bytesMax)
      throw invalid('page.too_large', `The page at ${hostOf(input.url)} is larger than ${bytesMax} bytes.`);
    return new Promise<Page>((resolve, reject) => {
      queue.push({ input, resolve, reject });
      next();
    });
  }

  async function close(): Promise<void> {
    isClosed = true;
    for (const { input, reject } of [...queue.splice(0), ...busy.values()]) reject(interrupted(input));
    await Promise.all([...idle.splice(0), ...busy.keys()].map((worker) => worker.stop()));
  }

  return { read, close };
}

const WORKERS_MAX = 4;

function defaultWorkers(): number {
  return Math.max(1, Math.min(WORKERS_MAX, availableParallelism() - 1));
}

function interrupted({ url }: PageInput): AppError {
  const sentence = `The page at ${hostOf(url)} was not read to its end, for the program is stopping.`;
  return upstream('page.interrupted', sentence, { retryable: true });
}
