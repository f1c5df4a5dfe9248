import { languageTag } from '../../shared/language.ts';
import type { ArticleKind } from '../../../db/article.ts';
import { cleanText, visibleText } from '../../shared/html.ts';
import { absoluteUrl } from '../url.ts';
import { readDate } from './date.ts';
import type { RawFeed, RawItem, RawMedia } from './format/raw.ts';
import type { Attachment, FeedEntry } from './shape.ts';

/** One entry of a feed, from what its format says in our words. */
export function entryOf(raw: RawItem, feed: RawFeed, base: string | undefined): FeedEntry {
  const media = raw.attachments.map((file) => ({ ...file, url: absoluteLink(file.url, base) }));
  const recording = media.find((file) => isRecording(file) && file.url !== undefined);
  const link = linkOf(raw.links, base);
  const url = link ?? recording?.url ?? media.find((file) => file.url !== undefined)?.url;
  const published = firstDate(raw.published);
  const updated = firstDate(raw.updated);
  const isGiven = published.at ?? updated.at;
  return {
    id: raw.id,
    url,
    recordingUrl: recording?.url,
    badUrl: url === undefined ? raw.links.find((written) => written !== undefined) : undefined,
    title: raw.title,
    authors: namesIn((raw.authors.length > 0 ? raw.authors : feed.authors).map(withoutAddress)),
    categories: namesIn(raw.categories.slice(0, CATEGORIES_MAX)),
    summary: raw.summary,
    content: raw.content,
    publishedAt: published.at,
    updatedAt: updated.at,
    dateState: isGiven ? 'given' : published.isSaid || updated.isSaid ? 'unreadable' : 'missing',
    kind: kindOf(media, url),
    hasPage: link !== undefined && !RECORDING.test(URL.parse(link)?.pathname ?? ''),
    image: imageOf(raw, media, base),
    durationSeconds: [raw.durationSeconds, recording?.durationSeconds].find(isDuration),
    language: languageTag(raw.language) ?? languageTag(feed.language),
    attachments: attachmentsOf(media),
  };
}

const CATEGORIES_MAX = 100;

/** An address that can be fetched, spelled as it was written where it is absolute. */
export function absoluteLink(written: string | undefined, base: string | undefined): string | undefined {
  const trimmed = visibleText(written ?? '').trim();
  if (trimmed === '') return undefined;
  const url = absoluteUrl(trimmed, base ?? 'about:blank');
  return url !== undefined && /^https?:\/\/[^/]/i.test(trimmed) ? trimmed : url;
}

/** The first date that can be read, and whether there was anything to read. */
export function firstDate(written: readonly (string | undefined)[]): {
  at: Date | undefined;
  isSaid: boolean;
} {
  const said = written.filter((text) => text !== undefined && text.trim() !== '');
  const at = said.map(readDate).find((date) => date !== undefined);
  return { at, isSaid: said.length > 0 };
}

export function namesIn(written: readonly (string | undefined)[]): string[] {
  const names = written.map((name) => cleanText(name ?? '').slice(0, NAME_CHARACTERS_MAX));
  return [...new Set(names.filter((name) => name !== ''))].slice(0, NAMES_MAX);
}

/** "post@a.example (Ann)" and "Ann <post@a.example>" are Ann; an address alone stays. */
function withoutAddress(name: string | undefined): string | undefined {
  const bracketed = /^\S+@\S+\s*\(([^()]+)\)$/.exec(name?.trim() ?? '')?.[1];
  const bare = name?.replace(/\s*[(<[](?:mailto:)?[^\s()<>[\]]+@[^\s()<>[\]]+[)>\]]/gi, '').trim();
  return bracketed ?? (bare || name);
}

const DURATION_MAX = 30 * 24 * 3600;
const NAMES_MAX = 50;
const NAME_CHARACTERS_MAX = 300;
const ATTACHMENTS_MAX = 50;
const RECORDING = /\.(?:mp3|m4a|m4b|aac|flac|ogg|oga|opus|wav|mp4|m4v|webm|mov|mkv)$/i;
const VIDEO_PAGE =
  /^https?:\/\/(?:(?:www|m)\.)?(?:youtube(?:-nocookie)?\.com\/(?:watch|shorts|live|embed)|youtu\.be\/|vimeo\.com\/\d|dailymotion\.com\/video\/)/;

function linkOf(written: readonly (string | undefined)[], base: string | undefined): string | undefined {
  return written.map((link) => absoluteLink(link, base)).find((link) => link !== undefined);
}

const isRecording = ({ medium, type }: RawMedia) => /^(?:video|audio)/.test(medium ?? type ?? '');

const isDuration = (seconds: number | undefined) =>
  seconds !== undefined && seconds > 0 && seconds < DURATION_MAX;

function kindOf(media: readonly RawMedia[], url: string | undefined): ArticleKind {
  const types = media.map((file) => file.medium ?? file.type ?? '');
  if (VIDEO_PAGE.test(url ?? '') || types.some((type) => type.startsWith('video'))) return 'video';
  return types.some((type) => type.startsWith('audio')) ? 'audio' : 'text';
}

function imageOf(raw: RawItem, media: readonly RawMedia[], base: string | undefined): FeedEntry['image'] {
  const attached = media.filter((file) => (file.medium ?? file.type)?.startsWith('image'));
  const images = [...raw.images, ...attached.map(({ url }) => ({ url, alt: undefined }))];
  for (const { url, alt } of images) {
    const address = absoluteUrl(url, base ?? 'about:blank');
    if (address !== undefined) return { url: address, alt: cleanText(alt ?? '') || undefined };
  }
  return undefined;
}

function attachmentsOf(media: readonly RawMedia[]): Attachment[] {
  const byUrl = new Map<string, Attachment>();
  for (const { url, type, bytes, durationSeconds } of media)
    if (url !== undefined && !byUrl.has(url)) byUrl.set(url, { url, type, bytes, durationSeconds });
  return [...byUrl.values()].slice(0, ATTACHMENTS_MAX);
}
