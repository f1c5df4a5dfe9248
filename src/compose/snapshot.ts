import type { CandidateRow } from '../../db/candidate.ts';
import type { ShownSection } from '../../db/commentary-section.ts';
import type { Petition } from '../../db/petition.ts';
import type { StorySnapshot } from '../../db/edition.ts';
import { stringsFor } from '../../strings/strings.ts';
import { absenceWords, type Authorship } from '../shared/authorship.ts';
import { excerptOf } from '../shared/html.ts';

/** A petition that can be signed on the day, and how many have. */
export interface OpenPetition extends Pick<
  Petition,
  'id' | 'slug' | 'title' | 'goal' | 'categories' | 'closesAt'
> {
  signed: number;
}

/**
 * Freeze what an edition says of a story.
 *
 * Shape: the excerpt holds what the source's licence allows: nothing for `link`, else at most 300 characters.
 */
export function snapshotOf(
  row: CandidateRow,
  more: {
    petition: OpenPetition | undefined;
    related: StorySnapshot['related'];
    /** Ids of the registry that may be named on the day. */
    inForce: ReadonlySet<string>;
    /** In which it is said why nothing is said. */
    language: string;
  },
): StorySnapshot {
  const { petition, related, inForce, language } = more;
  const { opinion, action, todo } = row.commentary;
  return {
    title: row.title,
    slug: row.slug,
    sourceTitle: row.sourceTitle,
    sourceUrl: row.url,
    publishedAt: row.publishedAt.toISOString(),
    language: row.language,
    kind: row.kind,
    excerpt: row.licence === 'link' ? '' : excerptOf(row.summary || row.body, EXCERPT_MAX),
    opinion: opinion?.content.short ?? null,
    action: action?.content.short ?? null,
    todos: (todo?.content.short ?? []).filter(({ link }) => link === null || inForce.has(link)),
    absence: opinion || action ? null : absenceWords(row, stringsFor(language).made.authorship),
    by: { opinion: authorshipOf(opinion), action: authorshipOf(action), todo: authorshipOf(todo) },
    petition: petition ? petitionOf(petition) : null,
    related,
  };
}

/** The open petition that goes with a story: the first that its to-do list names. */
export function petitionFor(row: CandidateRow, open: readonly OpenPetition[]): OpenPetition | undefined {
  const named = row.commentary.todo?.content.petitions.map(({ slug }) => slug) ?? [];
  return named.map((slug) => open.find((petition) => petition.slug === slug)).find((found) => found);
}

const EXCERPT_MAX = 300;

const authorshipOf = (section: ShownSection | undefined): Authorship | null =>
  section ? { origin: section.origin, model: section.model, review: section.review } : null;

/** What a snapshot keeps of an open petition. */
export const petitionOf = ({ id, slug, title, goal, signed }: OpenPetition) => ({
  id,
  slug,
  title,
  goal,
  signed,
});
