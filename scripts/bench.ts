import { parseArgs } from 'node:util';
import { benchCollect, type CollectBench } from './bench-collect.ts';
import { benchComment, type CommentBench } from './bench-comment.ts';
import { printDeliver, printKill } from './bench-deliver-print.ts';
import { benchDeliver, type DeliverBench } from './bench-deliver.ts';
import { benchEdition, type EditionBench, type MailBench } from './bench-edition.ts';
import { benchKill, type KillBench } from './bench-kill.ts';
import { machine } from './measure.ts';

/**
 * Measure what the program promises to do cheaply: `bench [edition|collect|comment|deliver|kill]... [--json]`, everything
 * but `kill`, which takes a quarter of an hour, when none is named. `deliver` takes `--readers`, `--editions` and `--runs`, `kill` takes `--runs`.
 * Numbers only: nothing here passes or fails.
 */
const BENCHES = {
  edition: async () => ({ edition: await benchEdition() }),
  collect: async () => ({ collect: await benchCollect() }),
  comment: async () => ({ comment: await benchComment() }),
  deliver: async () => ({
    deliver: await benchDeliver({
      readers: numberOf('readers', 100_000),
      runs: numberOf('runs', 3),
      editions: numberOf('editions', 30),
    }),
  }),
  kill: async () => ({ kill: await benchKill(numberOf('runs', 50)) }),
};
type Name = keyof typeof BENCHES;

const { values, positionals: words } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    readers: { type: 'string' },
    editions: { type: 'string' },
    runs: { type: 'string' },
  },
  allowPositionals: true,
});
const unknown = words.find((word) => !(word in BENCHES));
if (unknown !== undefined) {
  console.error(`There is no bench "${unknown}", only ${Object.keys(BENCHES).join(' and ')}.`);
  process.exit(2);
}
const names = (words.length > 0 ? words : Object.keys(BENCHES).filter((name) => name !== 'kill')) as Name[];
const report: {
  machine: ReturnType<typeof machine>;
  edition?: EditionBench;
  collect?: CollectBench;
  comment?: CommentBench;
  deliver?: DeliverBench;
  kill?: KillBench;
} = { machine: machine() };
for (const name of names) Object.assign(report, await BENCHES[name]());

if (values.json) console.log(JSON.stringify(report));
else {
  const { machine: on, edition, collect, comment, deliver, kill } = report;
  console.log(`${on.cpus} × ${on.cpu}, ${on.platform}, Node ${on.node}`);
  if (edition) printEdition(edition);
  if (collect) printCollect(collect);
  if (comment) printComment(comment);
  if (deliver) printDeliver(deliver);
  if (kill) printKill(kill);
}

/** A whole number from the command line, from 1 on. */
function numberOf(name: 'readers' | 'editions' | 'runs', fallback: number): number {
  const value = Number(values[name] ?? fallback);
  if (Number.isSafeInteger(value) && value > 0) return value;
  console.error(`--${name} takes a whole number from 1 on.`);
  return process.exit(2);
}

function printEdition(edition: EditionBench): void {
  const { whole } = edition;
  console.log(`An edition of ${edition.stories} stories in ${edition.categories} categories:`);
  console.log(`  the whole of it:       ${kB(whole.htmlBytes)} of HTML, ${kB(whole.textBytes)} of text`);
  console.log(`  rendering that:        ${whole.renderMs.toFixed(1)} ms`);
  console.log(`  compiling the edition: ${edition.compileMs.toFixed(1)} ms, in full and in brief`);
  console.log(`  opening it:            ${edition.openMs.toFixed(1)} ms a process`);
  printMails(edition.half);
  printMails(edition.all);
  console.log(`  (medians of ${edition.runs} runs)`);
}

function printMails({ stories, links, htmlBytes, textBytes, ...mails }: MailBench): void {
  const { perSecond, ratio } = mails;
  const rate = (name: keyof typeof perSecond) =>
    `${Math.round(perSecond[name]).toLocaleString('en')} readers/s`;
  console.log(
    `A mail of ${stories} stories and ${links} links, ${kB(htmlBytes)} of HTML and ${kB(textBytes)} of text:`,
  );
  console.log(`  rendering it:          ${mails.renderMs.toFixed(1)} ms`);
  console.log(`  choices known:         ${rate('warm')}, ${ratio.warm.toFixed(0)} to one render`);
  console.log(`  every choice new:      ${rate('cold')}, ${ratio.cold.toFixed(0)} to one render`);
  console.log(`  into fresh memory:     ${rate('ownMemory')}, ${ratio.ownMemory.toFixed(0)} to one render`);
  console.log(`  read as strings:       ${rate('strings')}, as they are delivered`);
  console.log(
    `  splicing:              ${mails.spliceUs.toFixed(1)} µs, and ${mails.linkUs.toFixed(1)} µs a link`,
  );
}

function printCollect(bench: CollectBench): void {
  const { feeds, itemsPerFeed, concurrency, gets, fetches, first, unchanged, changed, pages, stories } =
    bench;
  console.log(
    `A collect of ${feeds} feeds of ${itemsPerFeed} items, ${concurrency} at a time, without pages:`,
  );
  console.log(`  plain GETs of them:    ${gets.seconds.toFixed(2)} s`);
  console.log(`  by fetchPublic:        ${fetches.seconds.toFixed(2)} s`);
  printRun('all of it new:', first);
  for (const run of unchanged) printRun('unchanged:', run);
  printRun('changed:', changed);
  console.log(`A page of ${pages.kb.toFixed(0)} kB, in a worker:`);
  console.log(`  reading it:            ${pages.msPerPage.toFixed(1)} ms`);
  console.log(`  ratio:                 ${pages.ratioToParsing.toFixed(1)} times parsing it alone`);
  console.log(`  (medians of ${pages.pages} pages)`);
  console.log(`The stories in ${stories.headlines} headlines, of which there are ${stories.stories}:`);
  console.log(`  finding them:          ${stories.ms.toFixed(0)} ms`);
  console.log(
    `  ratio:                 ${stories.ratioToWords.toFixed(1)} times taking the words apart alone`,
  );
}

function printRun(name: string, run: CollectBench['first']): void {
  const { seconds, feedsPerSecond, peakMb, articles } = run;
  const speed = `${seconds.toFixed(1)} s, ${feedsPerSecond.toFixed(0)} feeds/s, at most ${peakMb.toFixed(0)} MB`;
  console.log(`  ${name.padEnd(23)}${speed}, ${articles.added} articles added, ${articles.updated} updated`);
}

function printComment(bench: CommentBench): void {
  const { articles, words, concurrency, thinkMs, slow, quick, alone, judging } = bench;
  console.log(
    `Commentary on ${articles} articles of ${words} words, ${concurrency} at a time, two calls each:`,
  );
  console.log(
    `  a model that thinks ${thinkMs / 1000} s: ${slow.seconds.toFixed(1)} s, ${slow.ratioToIdeal.toFixed(2)} times the ideal`,
  );
  console.log(
    `  one that does not:     ${quick.msPerArticle.toFixed(1)} ms an article, ${quick.cpuMsPerArticle.toFixed(1)} ms of them processor`,
  );
  console.log(`  its bare calls:        ${quick.callsMsPerArticle.toFixed(1)} ms an article`);
  console.log(`  one at a time:         ${alone.msPerArticle.toFixed(1)} ms an article`);
  console.log(
    `  judging its texts:     ${judging.ms.toFixed(1)} ms, ${judging.prepareMs.toFixed(1)} ms of them for getting ready`,
  );
  console.log(`  (medians of ${quick.runs} runs, and of ${judging.runs} judgements)`);
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
