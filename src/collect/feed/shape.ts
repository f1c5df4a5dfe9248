import type { ArticleKind } from '../../../db/article.ts';
import type { TextValue } from './xml/text-value.ts';

/** All that a feed says, in the order in which it says it. */
export interface FeedDocument {
  format: 'rss' | 'rdf' | 'atom' | 'json';
  /** Whether it was broken, and what follows is what could be read. */
  repaired: boolean;
  title: TextValue | undefined;
  description: TextValue | undefined;
  id: string | undefined;
  /** The site that it is the feed of. */
  url: string | undefined;
  /** Where it says that it lives itself. */
  selfUrl: string | undefined;
  /** WebSub hubs that tell of changes. */
  hubUrls: string[];
  language: string | undefined;
  publishedAt: Date | undefined;
  updatedAt: Date | undefined;
  /** How often it asks to be read. */
  refreshMinutes: number | undefined;
  entries: FeedEntry[];
}

export interface FeedEntry {
  id: string | undefined;
  /** As written, made absolute; of an entry without a page the address of its recording. */
  url: string | undefined;
  /** Of the sound or film that it is about. */
  recordingUrl: string | undefined;
  /** Why it cannot be an article: what stands where its address should be. */
  badUrl: string | undefined;
  title: TextValue | undefined;
  authors: string[];
  categories: string[];
  summary: TextValue | undefined;
  content: TextValue | undefined;
  publishedAt: Date | undefined;
  updatedAt: Date | undefined;
  /** Of both dates: `unreadable` when one is there and none can be read. */
  dateState: 'given' | 'missing' | 'unreadable';
  kind: ArticleKind;
  /** False when its address is the recording itself. */
  hasPage: boolean;
  image: { url: string; alt: string | undefined } | undefined;
  durationSeconds: number | undefined;
  language: string | undefined;
  attachments: Attachment[];
}

export interface Attachment {
  url: string;
  type: string | undefined;
  bytes: number | undefined;
  durationSeconds: number | undefined;
}
