import { parse } from 'parse5';
import { createPageReader } from '../src/collect/page/reader.ts';
import { pageOf } from './bench-text.ts';
import { median, timeMs } from './measure.ts';

/** What reading a page costs, in a worker, one after the other. */
export interface PagesBench {
  pages: number;
  /** Of one page, in the middle. */
  kb: number;
  msPerPage: number;
  /** How many times as long as parsing it by parse5 alone. */
  ratioToParsing: number;
}

const PAGES = 40;
const WARM_UP = 10;

/** Measure the page reader on generated pages. Units: medians. */
export async function benchPages(): Promise<PagesBench> {
  const pages = Array.from({ length: WARM_UP + PAGES }, (_, i) => pageOf(i + 1));
  const reader = createPageReader({ workers: 1 });
  const runs: { ms: number; parseMs: number }[] = [];
  try {
    for (const [i, body] of pages.entries()) {
      const input = { body, url: `https://bench.example/${i}.html`, contentType: 'text/html; charset=utf-8' };
      const ms = await timeMs(() => reader.read(input));
      const parseMs = await timeMs(() => parse(body));
      if (i >= WARM_UP) runs.push({ ms, parseMs });
    }
  } finally {
    await reader.close();
  }
  return {
    pages: PAGES,
    kb: Math.round(median(pages.map((page) => Buffer.byteLength(page))) / 100) / 10,
    msPerPage: median(runs.map(({ ms }) => ms)),
    ratioToParsing: median(runs.map(({ ms, parseMs }) => ms / parseMs)),
  };
}
