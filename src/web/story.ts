import {
  findArticleBySlug,
  listDuplicates,
  listRelatedArticles,
  type ArticleCard,
  type ArticleDetail,
} from '../../db/article.ts';
import { findCommentary, type Commentary } from '../../db/commentary.ts';
import type { TodoList } from '../../db/commentary-section.ts';
import type { Official } from '../../db/official.ts';
import { officialCard, type OfficialCard } from '../officials/card.ts';
import { findOfficials, officialsFor } from '../officials/match.ts';
import { listPetitions, type PetitionCard } from '../petition/page.ts';
import { todayOf, type Web } from './site.ts';
import { registryId, slugsIn } from '../shared/registry-id.ts';

/** Everything that the page of one article shows. */
export interface Story {
  article: ArticleDetail;
  commentary: Commentary | undefined;
  petitions: StoryPetition[];
  officials: OfficialCard[];
  /** A letter to those of them whom it was written to. */
  letter: { subject: string; body: string } | undefined;
  /** Where the to-dos lead to, by the ids of the registry; who is not in force on the day is not there. */
  links: ReadonlyMap<string, string>;
  related: ArticleCard[];
  alsoReported: ArticleCard[];
}

/** A petition that belongs to a story, with the reason to sign where its commentary gives one. */
export interface StoryPetition {
  card: PetitionCard;
  why: string | undefined;
}

/**
 * Gather an article with its commentary, and the petitions and officials of the registry that belong to it as of now.
 *
 * Shape: petitions and officials are those that the commentary names; where it names none that can be shown, those of
 * the article's categories. Undefined when there is no such article.
 */
export async function findStory(web: Web, slug: string): Promise<Story | undefined> {
  const { deps } = web;
  const article = await findArticleBySlug(deps.db, slug);
  if (!article) return undefined;
  const [commentary, related, alsoReported, petitions] = await Promise.all([
    findCommentary(deps.db, article.id),
    listRelatedArticles(deps.db, article.id, { limit: RELATED_MAX }),
    listDuplicates(deps.db, article.id),
    listPetitions(deps),
  ]);
  const todo = commentary?.todo?.content;
  const officials = await officialsOf(web, article, todo);
  const open = petitions.filter(({ state }) => state === 'open');
  return {
    article,
    commentary,
    petitions: petitionsOf(article, todo, petitions),
    officials,
    letter: officials.some(({ slug: own }) => todo?.officials?.slugs.includes(own))
      ? todo?.officials?.letter
      : undefined,
    links: new Map([
      ...open.map(({ slug: own }) => [registryId('petition', own), `/petitions/${own}`] as const),
      ...officials.map(({ slug: own }) => [registryId('official', own), `#official-${own}`] as const),
    ]),
    related,
    alsoReported,
  };
}

/** The petitions of a story that can be signed: the named ones, else the first that shares a category. */
export function petitionsOf(
  article: Pick<ArticleDetail, 'categories'>,
  todo: Pick<TodoList, 'petitions'> | undefined,
  petitions: readonly PetitionCard[],
): StoryPetition[] {
  const open = petitions.filter(({ state }) => state === 'open');
  const named = (todo?.petitions ?? []).flatMap(({ slug, why }) => {
    const card = open.find((petition) => petition.slug === slug);
    return card ? [{ card, why }] : [];
  });
  if (named.length > 0) return named;
  const near = open.find((petition) =>
    petition.categories.some((category) => article.categories.includes(category)),
  );
  return near ? [{ card: near, why: undefined }] : [];
}

/** A letter is for those whom it was written to, not for who is only named beside it. */
const letterTo = (official: Official, named: TodoList['officials'] | undefined) =>
  named?.slugs.includes(official.slug) ? named.letter : undefined;

async function officialsOf(
  web: Web,
  article: ArticleDetail,
  todo: TodoList | undefined,
): Promise<OfficialCard[]> {
  const { db } = web.deps;
  const day = todayOf(web);
  const named = todo?.officials;
  const items = [...(todo?.personal ?? []), ...(todo?.community ?? [])];
  const linked = slugsIn(
    'official',
    items.flatMap(({ link }) => link ?? []),
  );
  const rows: Official[] = await findOfficials(db, [...(named?.slugs ?? []), ...linked], day);
  if (rows.length > 0) return rows.map((official) => officialCard(official, letterTo(official, named)));
  if (article.categories.length === 0) return [];
  const near = await officialsFor(db, { categories: article.categories, day, limit: OFFICIALS_MAX });
  return near.map((official) => officialCard(official));
}

const RELATED_MAX = 10;
const OFFICIALS_MAX = 2;
