import type { CommentaryRow, Reading } from '../../../db/commentary.ts';
import type { SectionKind, SectionRow } from '../../../db/commentary-section.ts';
import type { ModelCall } from '../../../db/model-call.ts';
import type { Official } from '../../../db/official.ts';
import type { Petition } from '../../../db/petition.ts';
import type { Day } from '../../shared/day.ts';
import { readReading } from '../answer.ts';
import { UNWRITTEN, WAITING } from '../states.ts';
import { sourceOf } from '../body.ts';
import { callsOf, type CallLineage, type CallSum } from './calls.ts';
import { createMarks, placeAt, type Mark, type Place } from './marks.ts';
import { entriesOf, type EntryLineage } from './registry.ts';
import { textsOf } from './texts.ts';
import type { SourceText } from '../gates/ground.ts';

/** Everything that the lineage of a commentary is put together from. */
export interface LineageRows {
  article: {
    id: string;
    slug: string;
    title: string;
    url: string;
    body: string;
    summary: string | null;
    language: string | null;
    publishedAt: Date;
    source: { title: string };
    categories: string[];
  };
  row: CommentaryRow | undefined;
  sections: readonly SectionRow[];
  calls: readonly ModelCall[];
  /** Those that the sections name, in force or not. */
  petitions: readonly Petition[];
  officials: readonly Official[];
  decision: { categories: string[]; reviewer: string; decidedAt: Date } | undefined;
  editions: readonly { day: string; number: number }[];
  newsroom: {
    name: string;
    tagline: string;
    language: string;
    categories: readonly { slug: string; name: string }[];
  };
  now: Date;
  day: Day;
}

/** A claim or a quote that a text rests on. */
export interface Ground {
  id: string;
  kind: 'claim' | 'quote' | 'unknown';
  /** In the newsroom's words; null for a quote. */
  text: string | null;
  /** As the source wrote it when it was read. */
  passage: string;
  speaker: string | null;
  /** Where it stands in the article as it is now; null when its text has changed since. */
  place: Place | null;
}

export interface TextLineage {
  at: string;
  text: string;
  /** What it rests on; undefined where a text names nothing. */
  rests: Ground[] | undefined;
  /** It only gives an opinion. */
  view: boolean;
  marks: Mark[];
}

export interface SectionLineage extends Omit<SectionRow, 'articleId' | 'content'> {
  texts: TextLineage[];
}

export interface CategoriesLineage {
  slugs: string[];
  by: 'editor' | 'model' | 'sample' | 'rules';
  reviewer: string | null;
  decidedAt: Date | null;
}

/** Where every word of a commentary comes from. */
export interface Lineage {
  article: Pick<LineageRows['article'], 'id' | 'slug' | 'title' | 'url' | 'publishedAt'> & { source: string };
  sections: SectionLineage[];
  /** What readers do not see, and why. */
  missing: { kind: SectionKind; reason: string }[];
  alarms: string[];
  /** All that was read in the article; `dropped` is what the model gave as words of the source and is not. */
  reading: Reading | null;
  categories: CategoriesLineage;
  registry: EntryLineage[];
  calls: CallLineage[];
  sum: CallSum;
  editions: readonly { day: string; number: number }[];
}

/** Put together where every word of a commentary comes from; nothing is asked beyond the rows. */
export function lineageOf(rows: LineageRows): Lineage {
  const { article, row, sections, newsroom } = rows;
  const { id, slug, title, url, publishedAt } = article;
  const source = sourceOf(article);
  const registry = entriesOf(rows);
  const marks = createMarks({
    source,
    language: newsroom.language,
    outlet: article.source.title,
    registry: registry.map((entry) => ({ id: entry.id, words: entry.words })),
    newsroom: [newsroom.name, newsroom.tagline, ...newsroom.categories.map(({ name }) => name)].join(' | '),
  });
  return {
    article: { id, slug, title, url, publishedAt, source: article.source.title },
    sections: sections.map((section) =>
      sectionLineage(section, { reading: row?.reading ?? null, source, marks }),
    ),
    missing: missingOf(rows),
    alarms: row?.alarms ?? [],
    reading: row?.reading ?? null,
    categories: categoriesOf(rows),
    registry,
    ...callsOf(rows.calls),
    editions: rows.editions,
  };
}

interface Sources {
  reading: Reading | null;
  source: SourceText;
  marks: (text: string) => Mark[];
}

function sectionLineage(row: SectionRow, sources: Sources): SectionLineage {
  const { articleId: _, content, ...section } = row;
  const texts = content === null ? [] : textsOf(content);
  return {
    ...section,
    texts: texts.map(({ at, text, grounds }) => ({
      at,
      text,
      rests: grounds?.claims.map((id) => groundOf(id, sources)),
      view: grounds?.view ?? false,
      marks: sources.marks(text),
    })),
  };
}

function groundOf(id: string, { reading, source }: Sources): Ground {
  const claim = reading?.claims.find((one) => one.id === id);
  if (claim) {
    const { text, quote, at, speaker } = claim;
    return { id, kind: 'claim', text, passage: quote, speaker, place: placeOf(quote, at, source) };
  }
  const quote = reading?.quotes.find((one) => one.id === id);
  if (!quote) return { id, kind: 'unknown', text: null, passage: '', speaker: null, place: null };
  const { text, at, speaker } = quote;
  return { id, kind: 'quote', text: null, passage: text, speaker, place: placeOf(text, at, source) };
}

/** Where it was noted, else where it stands now: an article may have been updated since. */
function placeOf(passage: string, at: number, source: SourceText): Place | null {
  if (source.text.startsWith(passage, at)) return placeAt(source.text, at, passage.length);
  const found = source.find(passage);
  return found ? placeAt(source.text, found.at, found.slice.length) : null;
}

function missingOf({ row, sections }: LineageRows): Lineage['missing'] {
  return (['opinion', 'action', 'todo'] as const).flatMap((kind) => {
    const section = sections.find((one) => one.kind === kind);
    if (section?.content && (section.state === 'approved' || section.state === 'edited')) return [];
    const waits = section?.state === 'needs_review' ? WAITING.reason : null;
    const told = [waits, section?.reason, row?.reason].find((reason) => reason != null);
    return [{ kind, reason: told ?? (row ? UNWRITTEN.reason : 'Nobody has worked on this article yet.') }];
  });
}

function categoriesOf({ article, decision, calls, sections, newsroom }: LineageRows): CategoriesLineage {
  const slugs = article.categories;
  if (decision) return { slugs, by: 'editor', reviewer: decision.reviewer, decidedAt: decision.decidedAt };
  const answer = calls.findLast(({ task, acceptedAt }) => task === 'reading' && acceptedAt !== null)?.answer;
  const read = answer == null ? undefined : readReading(answer);
  const known = new Set(newsroom.categories.map(({ slug }) => slug));
  const named = read && 'answer' in read ? read.answer.categories.filter((slug) => known.has(slug)) : [];
  const isModel = named.length > 0 && slugs.every((slug) => named.includes(slug));
  const isSample = sections.some(({ origin }) => origin === 'sample');
  return { slugs, by: isModel ? 'model' : isSample ? 'sample' : 'rules', reviewer: null, decidedAt: null };
}
