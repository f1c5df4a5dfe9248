import type { DeliverBench, SendBench } from './bench-deliver.ts';
import type { KillBench } from './bench-kill.ts';

/** Say in words what delivering took. */
export function printDeliver(bench: DeliverBench): void {
  const { readers, runs, bodyBytesPerMail, plan, one, two, readyMade, parts, wrong, who } = bench;
  const size = `${(bodyBytesPerMail / 1000).toFixed(1)} kB`;
  console.log(`An edition for ${count(readers)} readers, ${size} a mail, three links of their own:`);
  console.log(
    `  planning it:           ${plan.seconds.toFixed(2)} s, ${plan.secondsPerMillion.toFixed(1)} s for a million`,
  );
  printSend('by one worker:', one);
  printSend('by two workers:', two);
  console.log(
    `  bodies made before:    ${count(readyMade.mailsPerSecond)} mails/s by one process, ${readyMade.cpuUs.toFixed(1)} µs each; one worker has ${readyMade.ratio.toFixed(2)} of that`,
  );
  const rest = one.workerUs - parts.composeUs - parts.bodyUs - readyMade.cpuUs;
  console.log(
    `  where it goes:         links and headers ${us(parts.composeUs)}, bytes of the call ${us(parts.bodyUs)}, posting ${us(readyMade.cpuUs)}, claiming, marking and memory ${us(rest)}`,
  );
  console.log(
    `  exactly once:          ${wrong === 0 ? 'every reader in every run' : `not ${count(wrong)}`}`,
  );
  console.log(
    `  who got what:          ${who.ms.toFixed(1)} ms for one of them, at most ${who.msMax.toFixed(1)} ms, among ${who.editions} editions with ${count(who.rows)} deliveries`,
  );
  console.log(`  (medians of ${runs} runs, and of ${who.asked} askings)`);
}

function printSend(name: string, send: SendBench): void {
  console.log(
    `  ${name.padEnd(23)}${count(send.mailsPerSecond)} mails/s, at most ${send.peakMb.toFixed(0)} MB`,
  );
  console.log(
    `    processor a mail:    worker ${us(send.workerUs)}, PostgreSQL ${us(send.postgresUs)}, server ${us(send.serverUs)}`,
  );
}

/** Say in words what became of deliveries whose workers were killed. */
export function printKill(bench: KillBench): void {
  const { runs, kills, duplicates, missing, conflicts, unsettled } = bench;
  console.log(`Deliveries to 2,000 readers by two workers, ${runs} times, with ${kills} kills in all:`);
  console.log(`  mailed twice:          ${duplicates}`);
  console.log(`  never mailed:          ${missing}`);
  console.log(`  keys with other bytes: ${conflicts}`);
  console.log(`  ended otherwise:       ${unsettled}`);
  console.log(
    `  the server:            ${bench.dropped} answers dropped, ${bench.limited} calls limited, ${bench.failed} failed, ${bench.repeated} known again`,
  );
  console.log(`  (${bench.seconds.toFixed(0)} s)`);
}

const us = (value: number | undefined) => (value === undefined ? 'not measured' : `${value.toFixed(1)} µs`);

const count = (value: number) => Math.round(value).toLocaleString('en');
