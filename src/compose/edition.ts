import { randomBytes } from 'node:crypto';
import type { EditionFragment, EditionFrame, StorySnapshot } from '../../db/edition.ts';
import type { DigestProps, DigestStory } from '../../emails/digest.tsx';
import type { Config } from '../shared/config.ts';
import { dayInWords, shortDate, type Day } from '../shared/day.ts';
import { directionOf } from '../shared/language.ts';
import type { Parts } from '../shared/rank.ts';
import type { ClickLinks } from './click-links.ts';
import type { Picked } from './pick.ts';
import { subjectFor } from './subject.ts';
import { createMark, cut, flatten } from './fragments.ts';
import { placeholders } from './links.ts';
import { renderDigest } from './render.ts';
import { howMadeOf, labelOf, whyOf } from './words.ts';
import { slugIn } from '../shared/registry-id.ts';

/** One story under one heading, as it is kept. */
export interface FrozenStory {
  category: string;
  articleId: string;
  position: number;
  score: number;
  /** What the score is the sum of, by name. */
  parts?: Parts | null;
  snapshot: StorySnapshot;
}

export interface EditionContent {
  day: Day;
  /** Daily where nothing is said. */
  cadence?: 'daily' | 'weekly';
  number: number;
  siteUrl: string;
  stories: FrozenStory[];
  /** By which its addresses lead to pages, where the newsroom asks for clicks to be counted. */
  clicks?: ClickLinks | undefined;
}

/** Put what was picked under its headings, in its order; what has no snapshot is left out. */
export function shelve(
  picked: readonly Picked[],
  snapshots: ReadonlyMap<string, StorySnapshot>,
): FrozenStory[] {
  const places = new Map<string, number>();
  return picked.flatMap(({ articleId, categories, score, parts }) => {
    const snapshot = snapshots.get(articleId);
    if (!snapshot) return [];
    return categories.map((category) => {
      const position = places.get(category) ?? 0;
      places.set(category, position + 1);
      return { category, articleId, position, score, parts, snapshot };
    });
  });
}

/** Freeze everything but its stories that an edition's mails depend on. */
export function frameOf(config: Config, { siteUrl, stories }: EditionContent): EditionFrame {
  const filled = new Set(stories.map((story) => story.category));
  const { newsroom, digest } = config;
  return {
    nonce: `n${randomBytes(8).toString('hex')}`,
    from: newsroom.from,
    replyTo: newsroom.replyTo ?? null,
    siteUrl,
    listId: `<digest.${new URL(siteUrl).hostname}>`,
    bytesMax: digest.bytesMax,
    categories: config.categories
      .filter(({ slug }) => filled.has(slug))
      .map(({ slug, name, color }) => ({ slug, name, color })),
  };
}

/**
 * Render the edition once in full and once in brief, and cut both into the fragments that readers' mails are joined from.
 *
 * Units: `bytes` of the HTML in UTF-8, before links are filled in.
 * Errors: AppError `edition.not_rendered`, `edition.marks`.
 */
export async function fragmentsOf(
  config: Config,
  content: EditionContent,
  frame: EditionFrame,
): Promise<Omit<EditionFragment, 'editionId'>[]> {
  const full = await rendered('full', config, content, frame);
  const brief = await rendered('brief', config, content, frame);
  return [...full, ...brief.filter(({ key }) => key.startsWith('story:'))];
}

async function rendered(
  form: 'full' | 'brief',
  config: Config,
  content: EditionContent,
  frame: EditionFrame,
): Promise<Omit<EditionFragment, 'editionId'>[]> {
  const mark = createMark(frame.nonce);
  const mail = await renderDigest({ ...digestProps(config, content, frame, form), mark });
  const text = flatten(cut(mail.text, frame.nonce));
  return [...flatten(cut(mail.html, frame.nonce))].map(([key, html]) => ({
    key,
    form,
    html,
    text: text.get(key) ?? '',
    bytes: Buffer.byteLength(html),
  }));
}

/** What the whole edition says, with placeholders where each reader's mail differs. */
export function digestProps(
  config: Config,
  content: EditionContent,
  frame: EditionFrame,
  form: 'full' | 'brief',
): DigestProps {
  const { newsroom, sample } = config;
  const { day, number, cadence = 'daily', stories, clicks } = content;
  const { siteUrl } = frame;
  const to: To = (url) => clicks?.via(url) ?? url;
  const places = placeholders(frame.nonce);
  const under = (slug: string) =>
    stories.filter((story) => story.category === slug).toSorted((a, b) => a.position - b.position);
  const page = `${siteUrl}/editions/${day}${cadence === 'weekly' ? '/week' : ''}`;
  return {
    language: newsroom.language,
    dir: directionOf(newsroom.language),
    sample,
    cadence,
    masthead: {
      name: newsroom.name,
      tagline: newsroom.tagline,
      logoUrl: newsroom.logo === undefined ? null : new URL(newsroom.logo, siteUrl).href,
      dayInWords: dayInWords(day, newsroom.language),
      number,
    },
    subject: subjectFor(config, content),
    preheader: places.preheader,
    greeting: newsroom.greeting ?? null,
    categories: frame.categories.map(({ slug, name, color }) => ({
      slug,
      name,
      color,
      count: places.count,
      more: { count: places.more, url: to(`${page}#${slug}`) },
      stories: under(slug).map((story) => storyProps(story, { config, frame, form, to })),
    })),
    links: {
      web: `${page}/mail`,
      home: siteUrl,
      preferences: places.preferences,
      unsubscribe: places.unsubscribe,
    },
    postalAddress: newsroom.postalAddress,
    why: whyOf(config),
    howMade: howMadeOf(config),
  };
}

/** What stands in a mail for an address of a page. */
type To = (url: string) => string;

function storyProps(
  { articleId, snapshot }: FrozenStory,
  { config, frame, form, to }: { config: Config; frame: EditionFrame; form: 'full' | 'brief'; to: To },
): DigestStory {
  const { petition, publishedAt, slug, related, update } = snapshot;
  const { title, sourceTitle, language: storyLanguage, kind, excerpt, opinion, action } = snapshot;
  const { timezone, language } = config.newsroom;
  return {
    title,
    sourceTitle,
    kind,
    excerpt,
    opinion,
    action,
    todos: snapshot.todos.map(({ text, link }) => ({ text, url: linkOf(link, { snapshot, frame, to }) })),
    language: storyLanguage,
    id: articleId,
    form,
    url: to(`${frame.siteUrl}/articles/${slug}`),
    dateInWords: shortDate(new Date(publishedAt), timezone, language),
    label: labelOf(snapshot, config),
    petition: petition && {
      title: petition.title,
      url: placeholders(frame.nonce).sign(petition.id),
      signed: petition.signed,
      goal: petition.goal,
    },
    related: related.map(({ slug: relatedSlug, ...story }) => ({
      ...story,
      url: to(`${frame.siteUrl}/articles/${relatedSlug}`),
    })),
    update: update
      ? {
          title: update.title,
          url: to(`${frame.siteUrl}/articles/${update.slug}`),
          dayInWords: shortDate(new Date(`${update.day}T12:00:00Z`), 'UTC', language),
        }
      : null,
  };
}

/** Where a to-do leads to: its reader signs with one press, or finds the official beside the story. */
function linkOf(
  link: string | null,
  { snapshot, frame, to }: { snapshot: StorySnapshot; frame: EditionFrame; to: To },
): string | null {
  if (link === null) return null;
  const official = slugIn('official', link);
  if (official !== undefined) return to(`${frame.siteUrl}/articles/${snapshot.slug}#official-${official}`);
  const slug = slugIn('petition', link) ?? '';
  const { petition } = snapshot;
  return petition?.slug === slug
    ? placeholders(frame.nonce).sign(petition.id)
    : to(`${frame.siteUrl}/petitions/${slug}`);
}
