import cliProgress from 'cli-progress';
import type { Progress } from './shared/ports.ts';

/** Says on standard output how a day goes: for a person, or as JSON lines for a program. */
export interface Printer {
  /** Run a stage with its progress shown, and print what it came to. */
  stage<T extends object>(
    name: string,
    work: (onProgress: Progress) => Promise<T>,
    describe: (report: T) => string[],
  ): Promise<T>;
  summary(lines: string[]): void;
}

/** Where a printer writes: standard output, or what a test puts in its place. */
export interface Paper {
  isTTY?: boolean;
  write(text: string): unknown;
}

/**
 * For a person: a line per stage; while it works a bar with rate and remaining time where the output is a terminal, and a
 * line a minute where it is not.
 */
export function createPrinter(paper: Paper = process.stdout): Printer {
  const write = (lines: string[]) => paper.write(`${lines.join('\n')}\n`);
  return {
    async stage(name, work, describe) {
      const title = name.padEnd(NAME_WIDTH);
      const shown = paper.isTTY ? showBar(title, name) : sayEachMinute(title, { name, write });
      try {
        const report = await work(shown.onProgress);
        shown.stop();
        const [first = '', ...rest] = describe(report);
        write([`${title} ${first}`, ...rest.map((line) => `         ${line}`)]);
        return report;
      } finally {
        shown.stop();
      }
    },
    summary: (lines) => write(['', ...lines]),
  };
}

/** For a program: one object per stage. */
export function createJsonPrinter(paper: Paper = process.stdout): Printer {
  return {
    async stage(name, work) {
      const report = await work(() => {});
      paper.write(`${JSON.stringify({ stage: name, ...report })}\n`);
      return report;
    },
    summary: () => {},
  };
}

/** A time as a person says it: "40 s", "12 min", "3 h 5 min". */
export function durationInWords(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

const NAME_WIDTH = 8;
const MINUTE_MS = 60_000;

/** What a stage's progress counts. */
const COUNTED: Record<string, string> = { deliver: 'mails' };

interface Shown {
  onProgress: Progress;
  stop(): void;
}

function showBar(title: string, name: string): Shown {
  const bar = new cliProgress.SingleBar(
    {
      format: `${title} {bar} {value}/{total}{pace}`,
      clearOnComplete: true,
      hideCursor: true,
      noTTYOutput: false,
    },
    cliProgress.Presets.shades_classic,
  );
  const measure = createMeasure(name);
  bar.start(1, 0, { pace: '' });
  return {
    onProgress(done, total) {
      const pace = measure(done, total);
      bar.setTotal(Math.max(1, total));
      bar.update(done, { pace: pace === '' ? '' : `  ${pace}` });
    },
    stop: () => bar.stop(),
  };
}

function sayEachMinute(
  title: string,
  { name, write }: { name: string; write: (lines: string[]) => unknown },
): Shown {
  const measure = createMeasure(name);
  let latest: [done: number, total: number] | undefined;
  const timer = setInterval(() => {
    if (!latest) return;
    const [done, total] = latest;
    const pace = measure(done, total);
    write([`${title} ${done} of ${total}${pace === '' ? '' : `, ${pace}`}`]);
  }, MINUTE_MS);
  timer.unref();
  return {
    onProgress(done, total) {
      measure(done, total);
      latest = [done, total];
    },
    stop: () => clearInterval(timer),
  };
}

/** How far back the rate looks, so that it tells of now and not of the whole run. */
const MEASURED_MS = MINUTE_MS;
const SAMPLE_MS = 1_000;

/**
 * Measure a stage by what it tells of its progress: the rate of the last minute and the time that remains, in words; empty
 * while there is nothing to tell.
 */
function createMeasure(name: string): (done: number, total: number) => string {
  const samples: { at: number; done: number }[] = [];
  return (done, total) => {
    const at = performance.now();
    const last = samples.at(-1);
    if (!last || at - last.at >= SAMPLE_MS) samples.push({ at, done });
    // One sample from before the minute stays: the rate is measured from there.
    while ((samples[1]?.at ?? at) <= at - MEASURED_MS) samples.shift();
    const first = samples[0];
    if (!first || at - first.at < SAMPLE_MS) return '';
    const perSecond = ((done - first.done) / (at - first.at)) * 1000;
    if (perSecond <= 0)
      return done < total && at - first.at >= MEASURED_MS ? 'nothing in the last minute' : '';
    const remaining = done < total ? `, ${durationInWords(((total - done) / perSecond) * 1000)} left` : '';
    return `${rateInWords(perSecond, COUNTED[name])}${remaining}`;
  };
}

function rateInWords(perSecond: number, counted: string | undefined): string {
  const of = counted === undefined ? '' : ` ${counted}`;
  if (perSecond >= 10) return `${Math.round(perSecond)}${of}/s`;
  if (perSecond >= 1) return `${perSecond.toFixed(1)}${of}/s`;
  return `${(perSecond * 60).toFixed(1)}${of}/min`;
}
