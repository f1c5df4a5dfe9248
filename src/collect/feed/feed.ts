import type { ArticleKind } from '../../../db/article.ts';
import { excerptOf } from '../../shared/html.ts';
import { sanitise } from '../markup.ts';
import { hostOf } from '../url.ts';
import { parseFeedDocument } from './document.ts';
import { identify, type Identified, type LeftOut } from './identity.ts';
import { pictureIn } from './picture.ts';
import { htmlOf, lineOf, wordsOf } from './said.ts';
import type { FeedDocument, FeedEntry } from './shape.ts';

/** One entry of a feed, in our words. */
export interface FeedItem {
  /** The feed's own identity of it; its address where the feed gives none, or the same to several. */
  guid: string;
  /** Canonical. */
  url: string;
  title: string;
  author: string | undefined;
  categories: string[];
  /** Plain text. */
  summary: string | undefined;
  /** Sanitised; empty when the feed holds no more than a summary. */
  html: string;
  /** As the feed says, judged by nobody yet (see `judgeDate`); the date of the last change where it gives only that. */
  publishedAt: Date | undefined;
  updatedAt: Date | undefined;
  dateState: FeedEntry['dateState'];
  kind: ArticleKind;
  imageUrl: string | undefined;
  imageAlt: string | undefined;
  /** The sound or film that it is about, and how long that is. */
  mediaUrl: string | undefined;
  mediaSeconds: number | undefined;
  language: string | undefined;
  /** False when its address is the recording itself. */
  hasPage: boolean;
}

export interface Feed extends Pick<
  FeedDocument,
  'repaired' | 'selfUrl' | 'hubUrls' | 'refreshMinutes' | 'language'
> {
  title: string | undefined;
  homeUrl: string | undefined;
  /** Newest first. */
  items: FeedItem[];
  /** How many entries cannot be articles. */
  leftOut: number;
  /** The first of them, each with the reason in words. */
  leftOutItems: { title: string; reason: string }[];
}

/**
 * Read one feed document into items, newest first.
 *
 * Shape: every format becomes the same FeedItem; entries without a usable address are left out, with the reason.
 * Errors: those of `parseFeedDocument`.
 */
export function readFeed(
  body: Buffer | string,
  { url, itemsMax, contentType }: { url: string; itemsMax: number; contentType?: string | undefined },
): Feed {
  const document = parseFeedDocument(body, { url, contentType });
  const { repaired, selfUrl, hubUrls, refreshMinutes, language } = document;
  const { identified, leftOut } = identify(document.entries, url);
  const newest = identified.toSorted((a, b) => Number(dateOf(b.entry) ?? 0) - Number(dateOf(a.entry) ?? 0));
  return {
    title: lineOf(document.title) || undefined,
    homeUrl: document.url,
    repaired,
    selfUrl,
    hubUrls,
    refreshMinutes,
    language,
    items: newest.slice(0, itemsMax).map(itemOf),
    leftOut: leftOut.length,
    leftOutItems: leftOut.slice(0, LEFT_OUT_SHOWN_MAX).map(inWords),
  };
}

const LEFT_OUT_SHOWN_MAX = 20;
const SUMMARY_CHARACTERS_MAX = 1_000;
/** A description that is longer than this is the text itself. */
const SUMMARY_WORDS_MAX = 150;

const dateOf = ({ publishedAt, updatedAt }: FeedEntry) => publishedAt ?? updatedAt;

function itemOf({ entry, guid, url, hasPage }: Identified): FeedItem {
  const { updatedAt, dateState, kind, durationSeconds, language, categories } = entry;
  const summary = wordsOf(entry.summary);
  const isText = entry.content === undefined && summary.split(/\s+/).length > SUMMARY_WORDS_MAX;
  const source = htmlOf(entry.content ?? (isText ? entry.summary : undefined));
  const html = sanitise(source, url);
  const told = summary || wordsOf(entry.content);
  const image = entry.image ?? pictureIn(source || htmlOf(entry.summary), url);
  return {
    guid,
    url,
    title: excerptOf(lineOf(entry.title) || excerptOf(told, 90) || hostOf(url), 300),
    author: excerptOf(entry.authors.join(', '), 120) || undefined,
    categories,
    summary: excerptOf(told, SUMMARY_CHARACTERS_MAX) || undefined,
    html,
    publishedAt: dateOf(entry),
    updatedAt,
    dateState,
    kind,
    imageUrl: image?.url,
    imageAlt: image?.alt,
    mediaUrl: entry.recordingUrl,
    mediaSeconds: durationSeconds === undefined ? undefined : Math.round(durationSeconds),
    language,
    hasPage,
  };
}

function inWords({ entry, reason }: LeftOut): { title: string; reason: string } {
  const title =
    excerptOf(lineOf(entry.title) || wordsOf(entry.summary ?? entry.content), 90) ||
    'An entry without a title';
  if (reason === 'no address') return { title, reason: 'The feed gives no address for it.' };
  if (reason === 'address of another entry')
    return { title, reason: 'Another entry of the feed has the same address.' };
  const written = (entry.url ?? entry.badUrl ?? '').replace(/\/\/[^/@]*@/, '//').replace(/[?#].*$/s, '?…');
  return { title, reason: `Its address cannot be opened: ${excerptOf(written, 120)}.` };
}
