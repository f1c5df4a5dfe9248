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

/** For a person: a line per stage, with a bar while it works where the output is a terminal. */
export function createPrinter(): Printer {
  return {
    async stage(name, work, describe) {
      const bar = new cliProgress.SingleBar(
        {
          format: `${name.padEnd(8)} {bar} {value}/{total}`,
          clearOnComplete: true,
          hideCursor: true,
          noTTYOutput: false,
        },
        cliProgress.Presets.shades_classic,
      );
      const isTerminal = process.stdout.isTTY;
      if (isTerminal) bar.start(1, 0);
      const onProgress: Progress = (done, total) => {
        bar.setTotal(Math.max(1, total));
        bar.update(done);
      };
      try {
        const report = await work(onProgress);
        bar.stop();
        const [first = '', ...rest] = describe(report);
        write([`${name.padEnd(8)} ${first}`, ...rest.map((line) => `         ${line}`)]);
        return report;
      } finally {
        bar.stop();
      }
    },
    summary: (lines) => write(['', ...lines]),
  };
}

/** For a program: one object per stage. */
export function createJsonPrinter(): Printer {
  return {
    async stage(name, work) {
      const report = await work(() => {});
      write([JSON.stringify({ stage: name, ...report })]);
      return report;
    },
    summary: () => {},
  };
}

const write = (lines: string[]) => process.stdout.write(`${lines.join('\n')}\n`);
