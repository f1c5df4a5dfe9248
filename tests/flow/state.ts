import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';

/** Every row of every table but the records of runs, as text: equal when nothing has changed at all. */
export async function allRows(db: Db): Promise<Record<string, string>> {
  const tables = await db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
  );
  const entries: [string, string][] = [];
  for (const { name } of tables) {
    if (['runs', 'leases'].includes(name)) continue;
    const [row] = await db.execute<{ rows: string | null }>(
      sql`select string_agg(t::text, e'\n' order by t::text) as rows from ${sql.identifier(name)} t`,
    );
    entries.push([name, row?.rows ?? '']);
  }
  return Object.fromEntries(entries);
}

/** What a day came to, without ids, tokens and times, which differ from one newsroom to the next. */
export async function dayOfNewsroom(db: Db, dataDir: string): Promise<unknown> {
  const rows = async (query: string) => Array.from(await db.execute(sql.raw(query)));
  return {
    articles: await rows(`select a.url, a.title, a.page_state, md5(a.body) as body, d.url as duplicate_of,
      array(select category from article_categories c where c.article_id = a.id order by position) as categories,
      array(select r.url from related_articles x join articles r on r.id = x.related_id where x.article_id = a.id order by r.url) as related
      from articles a left join articles d on d.id = a.duplicate_of_id order by a.url`),
    commentaries: await rows(`select a.url, c.origin, c.reason, c.is_open, md5(c.reading::text) as reading
      from commentaries c join articles a on a.id = c.article_id order by a.url`),
    sections:
      await rows(`select a.url, s.kind, s.state, s.origin, s.reason, md5(s.content::text) as content, s.verdicts
      from commentary_sections s join articles a on a.id = s.article_id order by a.url, s.kind`),
    edition: await rows(`select e.day, e.number, s.category, s.position, s.snapshot - 'petition' as snapshot
      from editions e join edition_stories s on s.edition_id = e.id order by e.number, s.category, s.position`),
    deliveries: await rows(`select p.address, d.state, d.code, d.categories, d.batch
      from deliveries d join subscribers p on p.id = d.subscriber_id order by p.address`),
    mails: await mailsIn(join(dataDir, 'outbox')),
  };
}

/** Which mails lie in the outbox: folder and recipient. */
async function mailsIn(outbox: string): Promise<string[]> {
  const files = await readdir(outbox, { recursive: true }).catch(() => []);
  return files
    .map(String)
    .filter((file) => file.endsWith('.eml') || file.endsWith('.part'))
    .map((file) => file.replace(/-[0-9a-f-]{36}\.eml$/, ''))
    .toSorted();
}

/** The bytes of every mail, by file. */
export async function mailBytes(dataDir: string): Promise<Record<string, string>> {
  const outbox = join(dataDir, 'outbox');
  const files = (await readdir(outbox, { recursive: true }))
    .map(String)
    .filter((file) => file.endsWith('.eml'));
  const entries = files
    .toSorted()
    .map(async (file) => [file, await readFile(join(outbox, file), 'utf8')] as const);
  return Object.fromEntries(await Promise.all(entries));
}
