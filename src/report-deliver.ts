import type { DryEdition, DryRun } from './deliver/dry-run.ts';
import type { Settled, Settlement, Uncertain } from './deliver/settle.ts';
import type { DeliveryStatus, EditionStatus, PaceStatus } from './deliver/status.ts';
import type { TriedOut } from './deliver/try-out.ts';
import { timeOf } from './comment/review/wrap.ts';
import { durationInWords } from './printer.ts';
import { count, heldLines } from './report.ts';

const PROGRAM = 'npm run broadside --';

/** How the editions of a day stand, in words; times are in the newsroom's zone. */
export function statusLines(
  { day, editions, pace }: DeliveryStatus,
  { timezone, now }: { timezone: string; now: Date },
): string[] {
  return [
    ...editions.flatMap((edition) => editionLines(edition, { day, timezone, now })),
    ...paceLines(pace, timezone),
  ];
}

interface When {
  day: string;
  timezone: string;
  now: Date;
}

function editionLines(edition: EditionStatus, { day, timezone, now }: When): string[] {
  const { number, cadence, held, dropped, deliveries, clicks } = edition;
  const since = held ? [`  since ${timeOf(held.since, timezone)}, by ${HOLDERS[held.by ?? 'lint']}`] : [];
  const total = deliveries.reduce((sum, each) => sum + each.count, 0);
  const rows = dropped ? '; who got it is kept no more for its age' : '';
  return [
    `edition ${number} of ${day} (${cadence}): ${count(total, 'delivery', 'deliveries')} planned${rows}`,
    ...heldLines(number, held),
    ...since,
    ...countLines(deliveries),
    ...batchLines(edition, { timezone, now }),
    ...(clicks.length > 0 ? ['  clicks:'] : []),
    ...clicks.map((each) => `    ${each.clicks}  ${each.url}`),
  ];
}

const HOLDERS = {
  lint: 'what was found in it',
  person: 'a person',
  rates: 'what came back of its mails',
} satisfies Record<NonNullable<NonNullable<EditionStatus['held']>['by']>, string>;

/** Deliveries by state, with why below each. */
function countLines(rows: EditionStatus['deliveries']): string[] {
  const states = [...new Set(rows.map(({ state }) => state))];
  return states.flatMap((state) => {
    const ofState = rows.filter((row) => row.state === state);
    const whys = ofState.flatMap(({ reason, count }) =>
      reason === null ? [] : [`    ${count} x ${reason}`],
    );
    return [`  ${ofState.reduce((sum, { count }) => sum + count, 0)} ${state}`, ...whys];
  });
}

function batchLines(
  { batches, held }: EditionStatus,
  { timezone, now }: { timezone: string; now: Date },
): string[] {
  const { open, mails, claimed, nextAt, putOff, ofOtherMakes } = batches;
  if (open === 0) return [];
  const inHand = claimed > 0 ? `, ${claimed} in the hands of a worker` : '';
  const next =
    nextAt === null || held ? '' : `; the next is due ${nextAt <= now ? 'now' : timeOf(nextAt, timezone)}`;
  return [
    `  open: ${count(open, 'batch', 'batches')} with ${count(mails, 'mail')}${inHand}${next}`,
    ...putOff.map(({ reason, batches }) => `    ${batches} put off: ${reason}`),
    ...ofOtherMakes.map(
      (other) =>
        `    ${other.batches} called first by another make of the program (${other.madeBy}): only that one may call them again, for 23 hours`,
    ),
  ];
}

function paceLines(pace: PaceStatus, timezone: string): string[] {
  const { mailer, held, mailsToday, mailsMax, requestsPerSecond } = pace;
  if (mailer === 'outbox') return ['pace: files are written as fast as they can be; nothing is sent'];
  const ceiling = mailsMax === null ? '' : ` of ${mailsMax}`;
  return [
    `pace: ${mailsToday}${ceiling} mails on this day of UTC, ${requestsPerSecond} calls a second by ${mailer}`,
    ...(held ? [`  nothing goes out before ${timeOf(held.until, timezone)}: ${held.reason}`] : []),
  ];
}

/** What is uncertain, and what can be said of it. */
export function uncertainLines(
  found: readonly Uncertain[],
  { timezone, day }: { timezone: string; day: string | undefined },
): string[] {
  if (found.length === 0) return ['Nothing is uncertain.'];
  const settle = `${PROGRAM} deliver settle${day === undefined ? '' : ` --day ${day}`} --as`;
  return [
    ...found.map(
      ({ number, cadence, count, since, reason }) =>
        `edition ${number} (${cadence}): ${count} since ${timeOf(since, timezone)}. ${reason}`,
    ),
    '',
    'Look at what your mail provider says of that time, then say what is true of all of them:',
    `  they went out:                  ${settle} sent --reason <why>`,
    `  they did not, and shall not:    ${settle} failed --reason <why>`,
    `  hand them over anew:            ${settle} again --yes --reason <why>`,
    '                                  (who got the mail gets it twice)',
  ];
}

/** What settling came to. */
export function settledLines(settled: readonly Settled[], as: Settlement): string[] {
  const done = settled.filter((each) => each.settled > 0);
  if (done.length === 0) return ['Nothing was uncertain; nothing was changed.'];
  const words = { sent: 'settled as sent', failed: 'settled as failed', again: 'to be handed over anew' }[as];
  return done.map(({ number, cadence, settled }) => `edition ${number} (${cadence}): ${settled} ${words}`);
}

/** What delivering would come to. */
export function dryRunLines({ day, editions, paused }: DryRun): string[] {
  if (editions.length === 0) return [`there is no edition of ${day} to deliver`];
  const hold = paused ? [`nothing would go out before ${paused.until.toISOString()}: ${paused.reason}`] : [];
  return [...editions.flatMap((edition) => dryEditionLines(edition, day)), ...hold, NOTHING_DONE];
}

const NOTHING_DONE = 'Nothing was written and nothing was sent.';

function dryEditionLines(edition: DryEdition, day: string): string[] {
  const { number, cadence, held, planned, deliveries, batches, mails, calls, seconds, sizes } = edition;
  const head = `edition ${number} of ${day} (${cadence}):`;
  if (held) return [`${head} would not go out`, ...heldLines(number, held), ...countLines(deliveries)];
  const time = seconds === null ? '' : `, in about ${durationInWords(seconds * 1000)} at the newsroom’s pace`;
  return [
    `${head} ${count(planned, 'delivery', 'deliveries')} would be planned; then they stand so:`,
    ...countLines(deliveries),
    mails === 0
      ? '  there is nothing to hand over'
      : `  to hand over: ${count(mails, 'mail')} in ${count(batches, 'batch', 'batches')}, so ${count(calls, 'call')}${time}`,
    ...(sizes
      ? [
          `  sizes of ${sizes.composed} of the mails, HTML and text: ${kilobytes(sizes.median)} kB in the middle, ${kilobytes(sizes.largest)} kB the largest`,
        ]
      : []),
  ];
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);

/** What became of a mail that was tried out. */
export function triedOutLines(tried: TriedOut, outboxDir: string | null): string[] {
  const { number, day, cadence, held, mailer, providerId, group } = tried;
  const where =
    outboxDir === null ? `${mailer} took it as ${providerId}` : `it lies in ${outboxDir}/${group}`;
  return [
    `edition ${number} of ${day} (${cadence}) was tried out${held ? ', though it is held' : ''}: ${where}.`,
    'Its personal links lead nowhere, and it stands in no ledger.',
  ];
}
