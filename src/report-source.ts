import type { SourceHealth } from '../db/source-health.ts';
import type { AddedSource, ImportReport } from './collect/sources.ts';
import type { Tried } from './collect/try.ts';
import { countWords, excerptOf } from './shared/html.ts';

/**
 * Every source with its health, for a person: one line each in columns, those that need somebody first, with the error
 * and the address below it. Times are in the newsroom's zone.
 */
export function healthLines(sources: readonly SourceHealth[], now: Date, timezone: string): string[] {
  const rows = sources
    .map((source) => ({ source, state: stateOf(source, now) }))
    .toSorted((a, b) => Number(a.state === 'ok') - Number(b.state === 'ok'))
    .map(({ source, state }) => ({ source, cells: cellsOf(source, state, timezone) }));
  const head = ['state', 'read', 'next', 'a day', 'kept', 'unread', 'source'];
  const widths = head.map((name, i) =>
    Math.max(name.length, ...rows.map(({ cells }) => (cells[i] ?? '').length)),
  );
  const line = (cells: string[]) =>
    cells.map((cell, i) => (i === cells.length - 1 ? cell : cell.padEnd(widths[i] ?? 0))).join('  ');
  return [line(head), ...rows.flatMap(({ source, cells }) => [line(cells), ...below(source)])];
}

/** What adding a source came to, in words. */
export function addedLines({ url, title, items, others }: AddedSource): string[] {
  const entries = `${items} ${items === 1 ? 'entry' : 'entries'}`;
  const more = others.map((other) => `  also there, and not added: ${other}`);
  return [`Added: ${title}, ${url}, ${entries} now; it is collected with the next run.`, ...more];
}

/** What an import came to, in words. */
export function importLines({ added, known, leftOut }: ImportReport): string[] {
  return [
    `${added.length} added, ${known.length} there already, ${leftOut.length} left out.`,
    ...leftOut.map(({ title, reason }) => `  ${title}: ${reason}`),
  ];
}

/** What one input would bring, for a person. */
export function triedLines(tried: Tried): string[] {
  if ('error' in tried) return [tried.input, `  ${tried.error.message} (${tried.error.code})`];
  if (tried.kind === 'page') {
    const { title, author, publishedAt, language, text } = tried;
    return [
      `${tried.input}: a page`,
      `  ${[title, author, publishedAt].filter(Boolean).join(' · ')}`,
      `  ${countWords(text, language ?? undefined)} words: ${excerptOf(text, 240)}`,
    ];
  }
  const { feed, items } = tried;
  return [
    `${tried.input}: a feed, ${feed.title ?? 'without a title'}, ${items.length} entries`,
    ...items
      .slice(0, ITEMS_SHOWN)
      .map(
        ({ publishedAt, title, url }) =>
          `  ${publishedAt ?? 'no date'}  ${title ?? '(no title)'}  ${url ?? '(no link: left out when collected)'}`,
      ),
    ...(items.length > ITEMS_SHOWN ? [`  and ${items.length - ITEMS_SHOWN} more`] : []),
  ];
}

const ITEMS_SHOWN = 10;

function stateOf(source: SourceHealth, now: Date): string {
  if (source.pausedAt) return 'paused';
  if (source.stoppedAt) return 'stopped';
  if (source.heldUntil && source.heldUntil > now) return 'on hold';
  if (source.failureCount > 0) return `failing (${source.failureCount} in a row)`;
  return source.succeededAt ? 'ok' : 'new';
}

/** What stands below a source: its error, and its address where that is not its name. */
function below({ errorReason, title, url }: SourceHealth): string[] {
  const address = url.endsWith(title) ? undefined : url;
  return [errorReason, address].flatMap((text) => (text ? [`    ${text}`] : []));
}

function cellsOf(source: SourceHealth, state: string, timezone: string): string[] {
  const { title, succeededAt, nextCheckAt, articlesPerDay, articles, pagesFailed } = source;
  const isAsked = source.pausedAt === null && source.stoppedAt === null;
  const next = nextCheckAt ? timeOf(nextCheckAt, timezone) : 'now';
  return [
    state,
    succeededAt ? timeOf(succeededAt, timezone) : 'never',
    isAsked ? next : '-',
    articlesPerDay === null ? '-' : String(articlesPerDay),
    String(articles),
    String(pagesFailed),
    title,
  ];
}

/** Year to minute, in the newsroom's zone, as Swedish writes them: they sort as they read. */
function timeOf(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(at);
}
