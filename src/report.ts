import type { CollectReport } from './collect/collect.ts';
import type { Trouble } from './collect/troubles.ts';
import type { CommentReport } from './comment/comment.ts';
import type { EditionFault } from '../db/edition.ts';
import type { ComposeReport, EditionReport } from './compose/compose.ts';
import type { DeliverReport } from './deliver/deliver.ts';

/** What a run of `collect` came to, in words. */
export function collectLine(report: CollectReport): string[] {
  const { sources, articles, failures, unread, troubles, notes } = report;
  const putOff = sources.putOff > 0 ? `, ${sources.putOff} put off` : '';
  const read = `${count(sources.due, 'source')} due: ${sources.read} read, ${sources.unchanged} unchanged, ${sources.failed} failed${putOff}`;
  const found = `${count(articles.added, 'new article')}, ${articles.updated} updated, ${articles.duplicates} told twice, ${count(articles.pagesFailed, 'page')} unread`;
  const left = articles.leftOut > 0 ? [`  ${count(articles.leftOut, 'entry', 'entries')} left out`] : [];
  return [
    sources.due === 0 ? 'no source is due' : `${read}; ${found}`,
    ...failures.map(({ source, reason }) => `  ${source}: ${reason}`),
    ...unread.slice(0, UNREAD_SHOWN).map(({ title, reason }) => `  unread: ${title}: ${reason}`),
    ...left,
    ...notes.map((note) => `  ${note}`),
    ...troubles.map(troubleLine),
  ];
}

/** A source that a person should look at, in words. */
export function troubleLine({ source, kind, since, reason }: Trouble): string {
  const day = since.toISOString().slice(0, 10);
  const said = {
    failing: `failing since ${day}`,
    stopped: `stopped on ${day}`,
    silent: `silent since ${day}`,
  };
  return `  look at ${source}: ${said[kind]}. ${reason}`;
}

/** What a run of `comment` came to, in words. */
export function commentLine(report: CommentReport): string[] {
  const { model, written, waitingForReview, withoutOpinion, failures, stopped, parkedUntil } = report;
  if (written + withoutOpinion === 0) return ['no article waits for commentary'];
  const by = model ? ` by ${model}` : ', since no model is configured';
  const lines = [`${written} with opinion and action, ${withoutOpinion} with a to-do list only${by}`];
  if (waitingForReview > 0)
    lines.push(`  ${waitingForReview} wait for a person: npm run broadside -- review list`);
  if (stopped) lines.push(`  stopped: ${stopped}`);
  if (parkedUntil) lines.push(`  put off until ${parkedUntil.toISOString()}`);
  return [...lines, ...failures.map(({ article, reason }) => `  ${article}: ${reason}`)];
}

/** What a run of `compose` came to, in words. */
export function composeLine(report: ComposeReport): string[] {
  const { day, weekly } = report;
  return [...editionLines(day, report), ...(weekly ? editionLines(day, weekly, 'weekly ') : [])];
}

function editionLines(day: string, report: EditionReport, kind = ''): string[] {
  const { outcome, number, stories, categories, uncategorised, told, heldReason, held } = report;
  const left = [
    ...(uncategorised > 0
      ? [`  ${count(uncategorised, 'story', 'stories')} in no category, so in no mail`]
      : []),
    ...(told > 0 ? [`  ${count(told, 'article')} left out: an edition of the last seven days told it`] : []),
    ...heldLines(number, heldReason === null ? null : { reason: heldReason, faults: held }),
  ];
  switch (outcome) {
    case 'composed':
      return [
        `${kind}edition ${number} of ${day}: ${count(stories, 'story', 'stories')} in ${count(categories, 'category', 'categories')}`,
        ...left,
      ];
    case 'already':
      return [`${kind}edition ${number} of ${day} was composed before`, ...left];
    case 'sent':
      return [`${kind}edition ${number} of ${day} has begun to go out and stays as it is`, ...left];
    case 'empty':
      return [`no ${kind}edition for ${day}: there is no new story in any category`, ...left];
  }
}

/** Why an edition is held, and the way on; nothing of one that is not. */
export function heldLines(
  number: number | null,
  held: { reason: string; faults: readonly EditionFault[] } | null,
): string[] {
  if (held === null) return [];
  const way = held.faults.length > 0 ? 'compose --again' : 'deliver resume';
  return [
    `  edition ${number} is held and does not go out: ${held.reason}`,
    ...held.faults.map(({ check, where, problem }) => `    ${check}, ${where}: ${problem}`),
    `    the way on: npm run broadside -- ${way}`,
  ];
}

/** What a run of `deliver` came to, in words. */
export function deliverLines(report: DeliverReport): string[] {
  const { editions, day, planned, submitted, skipped, failed, uncertain, waiting, reasons, letters } = report;
  const post = letters.sent + letters.failed + letters.waiting;
  const lettersLine =
    post > 0 ? [`  letters: ${letters.sent} sent, ${letters.failed} failed, ${letters.waiting} put off`] : [];
  const ends = [...haltLines(report), ...lettersLine];
  if (editions.length === 0) return [`there is no edition of ${day} to deliver`, ...ends];
  const numbers = editions.map(({ number }) => number).join(' and ');
  const ofThem = `edition${editions.length > 1 ? 's' : ''} ${numbers}`;
  const rest = Object.entries({ skipped, failed, uncertain, waiting })
    .filter(([, number]) => number > 0)
    .map(([name, number]) => `, ${number} ${name}`)
    .join('');
  return [
    `${ofThem}: ${planned} newly planned, ${submitted} handed over in all${rest}`,
    ...editions.flatMap(({ number, held }) => heldLines(number, held)),
    ...reasons
      .filter(({ reason }) => reason !== report.stopped && reason !== report.paused?.reason)
      .map(({ reason, count: number }) => `  ${number} x ${reason}`),
    ...(failed > 0 ? ['    whose: npm run broadside -- who --state failed'] : []),
    ...(uncertain > 0 ? ['    what to do: npm run broadside -- deliver settle'] : []),
    ...(waiting > 0 && report.paused === null && report.stopped === null ? [WAITS] : []),
    ...ends,
  ];
}

const WAITS =
  '    what waits is handed over by "npm start" or the next "deliver", under the same keys: nobody gets it twice';

/** Why no more goes out for now. */
function haltLines({ paused, stopped }: Pick<DeliverReport, 'paused' | 'stopped'>): string[] {
  return [
    ...(stopped === null ? [] : [`  stopped: ${stopped}`]),
    ...(paused === null ? [] : [`  nothing goes out before ${paused.until.toISOString()}: ${paused.reason}`]),
  ];
}

const UNREAD_SHOWN = 10;

/** `1 mail`, `2 mails`. */
export const count = (number: number, one: string, many = `${one}s`) =>
  `${number} ${number === 1 ? one : many}`;
