import type { WithDb } from '../../db/client.ts';
import type { SectionRow } from '../../db/commentary-section.ts';
import { listOfficials, type Official } from '../../db/official.ts';
import { listActivePetitions, type Petition } from '../../db/petition.ts';
import { dayOf } from '../shared/day.ts';
import { isOpenAt } from '../shared/open.ts';
import type { Ports } from '../shared/ports.ts';
import { registryTodo } from './todo.ts';

/** What may be named in a commentary: open petitions, and officials in office. */
export interface Registry {
  petitions: Petition[];
  officials: Official[];
}

/** The registry as it is in force now. */
export async function loadRegistry({
  db,
  config,
  clock,
}: WithDb<Pick<Ports, 'config' | 'clock'>>): Promise<Registry> {
  const now = clock.now();
  const petitions = await listActivePetitions(db, { limit: REGISTRY_MAX });
  const day = dayOf(now, config.newsroom.timezone);
  return {
    petitions: petitions.filter((petition) => isOpenAt(petition, now)),
    officials: await listOfficials(db, { day, limit: REGISTRY_MAX }),
  };
}

/** The registry's own to-do list as a section, for an article that has no other. */
export function registrySection(
  { petitions, officials }: Registry,
  article: { id: string; title: string; sourceTitle: string; categories: readonly string[] },
  { now, language }: { now: Date; language: string },
): SectionRow {
  const fits = ({ categories }: { categories: string[] }) =>
    categories.some((slug) => article.categories.includes(slug));
  return {
    articleId: article.id,
    kind: 'todo',
    state: 'approved',
    origin: 'registry',
    model: null,
    promptVersion: null,
    content: registryTodo(
      article,
      {
        petitions: petitions.filter(fits).slice(0, NAMED_MAX),
        officials: officials.filter(fits).slice(0, NAMED_MAX),
      },
      language,
    ),
    reason: null,
    verdicts: [],
    callIds: [],
    reviewer: null,
    reviewedAt: null,
    createdAt: now,
  };
}

const REGISTRY_MAX = 2_000;
const NAMED_MAX = 2;
