import type { CollectReport } from './collect/collect.ts';
import type { Trouble } from './collect/troubles.ts';
import type { CommentReport } from './comment/comment.ts';
import type { ComposeReport } from './compose/compose.ts';
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
export function composeLine({
  day,
  outcome,
  number,
  stories,
  categories,
  uncategorised,
}: ComposeReport): string[] {
  const left =
    uncategorised > 0 ? [`  ${count(uncategorised, 'story', 'stories')} in no category, so in no mail`] : [];
  switch (outcome) {
    case 'composed':
      return [
        `edition ${number} of ${day}: ${count(stories, 'story', 'stories')} in ${count(categories, 'category', 'categories')}`,
        ...left,
      ];
    case 'already':
      return [`edition ${number} of ${day} was composed before`];
    case 'empty':
      return [`no edition for ${day}: there is no new story in any category`, ...left];
  }
}

/** What a run of `deliver` came to, in words. */
export function deliverLines(report: DeliverReport): string[] {
  const { edition, day, planned, submitted, skipped, failed, uncertain, waiting, reasons, letters } = report;
  const post = letters.sent + letters.failed + letters.waiting;
  const lettersLine =
    post > 0 ? [`  letters: ${letters.sent} sent, ${letters.failed} failed, ${letters.waiting} put off`] : [];
  if (edition === null) return [`there is no edition of ${day} to deliver`, ...lettersLine];
  const rest = Object.entries({ skipped, failed, uncertain, waiting })
    .filter(([, number]) => number > 0)
    .map(([name, number]) => `, ${number} ${name}`)
    .join('');
  const why = reasons.map(({ reason, count: number }) => `  ${number} x ${reason}`);
  return [
    `${planned} newly planned; of edition ${edition} ${submitted} handed over${rest}`,
    ...why,
    ...lettersLine,
  ];
}

const UNREAD_SHOWN = 10;

const count = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;
