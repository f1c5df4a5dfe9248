import { Worker } from 'node:worker_threads';
import { invalid, upstream, type AppError } from '../../shared/errors.ts';
import { hostOf } from '../url.ts';
import type { Page, PageInput } from './page.ts';
import type { Answer } from './worker.ts';

/** One thread that reads one page at a time. */
export interface PageWorker {
  /** Errors: an AppError for the page; the thread has ended when it took too much time or memory. */
  read(input: PageInput, timeoutMs: number): Promise<Page>;
  isUsable(): boolean;
  stop(): Promise<void>;
}

/** Start a thread with a limit to its memory; it takes a part of a second until it has loaded what it needs. */
export function startWorker({ memoryMb }: { memoryMb: number }): PageWorker {
  const worker = new Worker(workerFile(), {
    resourceLimits: { maxOldGenerationSizeMb: memoryMb * HARD_TIMES, maxYoungGenerationSizeMb: YOUNG_MB },
    // This Node reads TypeScript by itself; a loader that the program was started with would only cost time.
    execArgv: process.features.typescript ? [] : process.execArgv,
  });
  worker.unref();
  let isUsable = true;
  let readyAtMs: number | undefined;
  let current: Reading | undefined;

  worker.on('message', (answer: Answer) => {
    if ('ready' in answer) readyAtMs = performance.now();
    else if ('page' in answer) current?.resolve(answer.page);
    else current?.reject(errorOf(answer, current.host));
  });
  worker.on('error', (error) => {
    isUsable = false;
    current?.reject(deathOf(error, { host: current.host, memoryMb }));
  });
  worker.on('exit', () => {
    isUsable = false;
    current?.reject(unreadable(current.host));
  });

  async function stop(): Promise<void> {
    isUsable = false;
    await worker.terminate();
  }

  /** Stop the thread when it takes more of time or memory than it may. */
  async function check(reading: Reading, timeoutMs: number): Promise<void> {
    // Until the thread has loaded, the time is not the page's.
    const beganAtMs = Math.max(readyAtMs ?? reading.startedAtMs + START_MS_MAX, reading.startedAtMs);
    const isSlow = performance.now() - beganAtMs > timeoutMs;
    const isLarge = !isSlow && (await heapMb(worker)) > memoryMb;
    if (current !== reading || (!isSlow && !isLarge)) return;
    reading.reject(isSlow ? tooSlow(reading.host, timeoutMs) : tooMuchMemory(reading.host, memoryMb));
    await stop();
  }

  async function read(input: PageInput, timeoutMs: number): Promise<Page> {
    const { promise, resolve, reject } = Promise.withResolvers<Page>();
    const reading: Reading = { resolve, reject, host: hostOf(input.url), startedAtMs: performance.now() };
    const watch = setInterval(() => void check(reading, timeoutMs), WATCH_MS);
    current = reading;
    worker.ref();
    post(worker, input);
    try {
      return await promise;
    } finally {
      current = undefined;
      clearInterval(watch);
      worker.unref();
    }
  }

  return { read, isUsable: () => isUsable, stop };
}

/** A page that is being read. */
interface Reading {
  resolve: (page: Page) => void;
  reject: (error: AppError) => void;
  host: string;
  startedAtMs: number;
}

const YOUNG_MB = 6;
/**
 * V8's own limit is only the last one: one large allocation above it ends the whole program and not the thread alone, so
 * the thread is watched from outside and stopped long before.
 */
const HARD_TIMES = 3;
const WATCH_MS = 50;
const START_MS_MAX = 20_000;

/** Beside this file, as TypeScript or as what was built from it. */
function workerFile(): URL {
  return new URL(import.meta.url.endsWith('.js') ? './worker.js' : './worker.ts', import.meta.url);
}

/** The bytes are copied once, for they may be a part of a larger buffer, and then handed over. */
function post(worker: Worker, input: PageInput): void {
  const body = typeof input.body === 'string' ? input.body : new Uint8Array(input.body);
  worker.postMessage({ ...input, body }, typeof body === 'string' ? [] : [body.buffer]);
}

function errorOf(answer: Exclude<Answer, { ready: true } | { page: Page }>, host: string): AppError {
  if ('defect' in answer) return unreadable(host, answer.defect);
  if (answer.code === 'page.too_deep')
    return invalid('page.too_deep', `The page at ${host} is nested too deeply to be read.`);
  return invalid(answer.code, answer.sentence);
}

function deathOf(error: unknown, { host, memoryMb }: { host: string; memoryMb: number }): AppError {
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory ? tooMuchMemory(host, memoryMb) : unreadable(host, error);
}

/** What a thread's objects take, without what can be collected; nothing when it has ended meanwhile. */
async function heapMb(worker: Worker): Promise<number> {
  const heap = await worker.getHeapStatistics().catch(() => undefined);
  return (heap?.used_heap_size ?? 0) / 1_048_576;
}

function tooMuchMemory(host: string, memoryMb: number): AppError {
  return invalid(
    'page.too_much_memory',
    `The page at ${host} takes more than ${memoryMb} MB of memory to read.`,
  );
}

function tooSlow(host: string, timeoutMs: number): AppError {
  return invalid('page.too_slow', `The page at ${host} takes longer than ${timeoutMs / 1_000} s to read.`);
}

function unreadable(host: string, cause?: unknown): AppError {
  return upstream('page.unreadable', `The page at ${host} could not be taken apart.`, { cause });
}
