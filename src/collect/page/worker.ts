import { parentPort } from 'node:worker_threads';
import { AppError } from '../../shared/errors.ts';
import { readPage, type Page, type PageInput } from './page.ts';

/** What the worker says: once that it has loaded all it needs, then for each page the page, or why there is none. */
export type Answer =
  { ready: true } | { page: Page } | { code: string; sentence: string } | { defect: string };

// The libraries complain on the console about what pages hold.
const silent = () => undefined;
Object.assign(console, { log: silent, info: silent, warn: silent, error: silent, debug: silent });

const say = (answer: Answer) => parentPort?.postMessage(answer, []);
parentPort?.on('message', (input: PageInput) => say(answerTo(input)));
say({ ready: true });

function answerTo(input: PageInput): Answer {
  try {
    return { page: readPage(input) };
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, sentence: error.message };
    // The stack's end; the reader says it with the name of the host.
    if (error instanceof RangeError) return { code: 'page.too_deep', sentence: '' };
    return { defect: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
