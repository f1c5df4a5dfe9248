import type { SourceHealth } from '../db/source-health.ts';
import type { AddedSource, ImportReport } from './collect/sources.ts';
import type { Tried } from './collect/try.ts';
import { countWords, excerptOf } from './shared/html.ts';

/** One source with its health, in cells with tabs between them. */
export function healthLine(source: SourceHealth, now: Date): string {
  const { title, succeededAt, nextCheckAt, articlesPerDay, articles, pagesFailed, url } = source;
  const cells = [
    title,
    stateOf(source, now),
    succeededAt ? `read ${timeOf(succeededAt)}` : 'never read',
    source.pausedAt || source.stoppedAt ? 'not asked' : `next ${nextCheckAt ? timeOf(nextCheckAt) : 'now'}`,
    articlesPerDay === null ? '? a day' : `${articlesPerDay} a day`,
    `${articles} kept${pagesFailed > 0 ? `, ${pagesFailed} pages unread` : ''}`,
    url,
  ];
  return [...cells, ...(source.errorReason ? [source.errorReason] : [])].join('\t');
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

const timeOf = (at: Date) => at.toISOString().slice(0, 16).replace('T', ' ');
