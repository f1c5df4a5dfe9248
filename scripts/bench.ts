import { benchEdition } from './bench-edition.ts';
import { machine } from './measure.ts';

/** Measure what the program promises to do cheaply. Numbers only: nothing here passes or fails. */
const report = { machine: machine(), edition: await benchEdition() };

if (process.argv.includes('--json')) console.log(JSON.stringify(report));
else {
  const { machine: on, edition } = report;
  console.log(`${on.cpus} × ${on.cpu}, ${on.platform}, Node ${on.node}`);
  console.log(`An edition of ${edition.stories} stories in ${edition.categories} categories:`);
  console.log(`  a whole mail: ${kB(edition.htmlBytes)} of HTML, ${kB(edition.textBytes)} of text`);
  console.log(`  rendering it:          ${edition.renderMs.toFixed(1)} ms`);
  console.log(`  joining one reader's:  ${edition.joinUs.toFixed(0)} µs`);
  console.log(`  ratio:                 ${edition.ratio.toFixed(0)} joins for one render`);
  console.log(`  (medians of ${edition.runs} runs)`);
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
