import { and, asc, eq, isNotNull, isNull, lt, or } from 'drizzle-orm';
import type { Db } from './client.ts';
import { sources } from './source.ts';

/** A source whose hub tells of news. */
export interface HubSource {
  id: string;
  title: string;
  hubUrl: string;
  topicUrl: string;
}

/** The sources that offer a hub which has not been asked since, by title. */
export async function listHubsToAsk(
  db: Db,
  { askedBefore, limit }: { askedBefore: Date; limit: number },
): Promise<HubSource[]> {
  const rows = await db
    .select(columns)
    .from(sources)
    .where(
      and(
        eq(sources.active, true),
        isNull(sources.pausedAt),
        isNull(sources.stoppedAt),
        isNotNull(sources.hubUrl),
        or(isNull(sources.hubAskedAt), lt(sources.hubAskedAt, askedBefore)),
      ),
    )
    .orderBy(asc(sources.title), asc(sources.id))
    .limit(limit);
  return rows.flatMap(withHub);
}

/** The source of an id, if it is collected and offers a hub. */
export async function findHubSource(db: Db, id: string): Promise<HubSource | undefined> {
  const rows = await db
    .select(columns)
    .from(sources)
    .where(and(eq(sources.id, id), eq(sources.active, true)));
  return rows.flatMap(withHub)[0];
}

const columns = {
  id: sources.id,
  title: sources.title,
  hubUrl: sources.hubUrl,
  topicUrl: sources.topicUrl,
};

function withHub(row: { id: string; title: string; hubUrl: string | null; topicUrl: string | null }) {
  const { hubUrl, topicUrl } = row;
  return hubUrl === null || topicUrl === null ? [] : [{ ...row, hubUrl, topicUrl }];
}
