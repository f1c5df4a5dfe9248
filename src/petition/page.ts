import { findPetitionBySlug, listActivePetitions, type Petition } from '../../db/petition.ts';
import { countSignatures } from '../../db/signature.ts';
import type { ReaderDeps } from './link.ts';
import { stateOf, type PetitionState } from './state.ts';
import { listRecentSigners, tally, type Tally } from './tally.ts';
import { petitionHtml } from './text.ts';

/** A petition in a list, and beside a story. */
export type PetitionCard = Pick<
  Petition,
  'id' | 'slug' | 'title' | 'target' | 'goal' | 'categories' | 'opensAt' | 'closesAt'
> &
  Tally & { state: PetitionState };

/** A petition as its page shows it. */
export type PetitionPage = Petition &
  Tally & { state: PetitionState; textHtml: string; recent: { name: string; signedAt: Date }[] };

/** The newsroom's petitions with their counts: the open ones first, then those to come, then the closed; by title. */
export async function listPetitions({ db, clock }: ReaderDeps): Promise<PetitionCard[]> {
  const countedAt = clock.now();
  const rows = await listActivePetitions(db, { limit: PETITIONS_MAX });
  const ids = rows.map(({ id }) => id);
  const counts = await countSignatures(db, ids);
  return rows
    .map((petition) => cardOf(petition, { signed: counts.get(petition.id) ?? 0, countedAt }))
    .toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
}

/**
 * One petition with all that its page shows, or undefined when there is none.
 *
 * Shape: one that the configuration no longer names is still found, closed. `textHtml` is safe to set as it is.
 */
export async function findPetition(
  { db, clock }: ReaderDeps,
  slug: string,
): Promise<PetitionPage | undefined> {
  const petition = isPetitionSlug(slug) ? await findPetitionBySlug(db, slug) : undefined;
  if (!petition) return undefined;
  const now = clock.now();
  return {
    ...petition,
    ...(await tally(db, petition.id, now)),
    state: stateOf(petition, now),
    textHtml: petitionHtml(petition.text),
    recent: await listRecentSigners(db, petition.id, { limit: RECENT_MAX }),
  };
}

/** Whether a text can be a petition's slug at all; what cannot is never asked of the database. */
export const isPetitionSlug = (text: string): boolean => /^[a-z0-9-]{1,60}$/.test(text);

const PETITIONS_MAX = 1000;
const RECENT_MAX = 10;
const ORDER: PetitionState[] = ['open', 'upcoming', 'closed'];

function cardOf(petition: Petition, counted: Tally): PetitionCard {
  const { id, slug, title, target, goal, categories, opensAt, closesAt } = petition;
  const state = stateOf(petition, counted.countedAt);
  return { id, slug, title, target, goal, categories, opensAt, closesAt, state, ...counted };
}
