import { sql } from 'drizzle-orm';
import type { Db } from './client.ts';

/**
 * What tells one state of all that an edition is chosen from from the next: articles with their headings, stories and
 * commentary, sources, petitions with their signatures, officials.
 *
 * Shape: one statement; a digest of counts and latest times, and of the whole rows where a table notes no times.
 */
export async function stampOfNews(db: Db): Promise<string> {
  const [row] = await db.execute<{ stamp: string }>(sql`select md5(concat_ws('|',
    (select concat_ws(' ', count(*), max(collected_at), max(updated_at), count(settled_at), max(settled_at),
      count(duplicate_of_id), count(*) filter (where page_state = 'read')) from articles),
    (select count(*) from article_categories),
    (select concat_ws(' ', count(*), max(decided_at)) from category_decisions),
    (select concat_ws(' ', count(*), max(created_at), count(reason_code)) from commentaries),
    (select concat_ws(' ', count(*), max(created_at), max(reviewed_at), count(*) filter (where state = 'approved'))
      from commentary_sections),
    (select string_agg(concat_ws(' ', id, title, licence, active, outlet), ',' order by id) from sources),
    (select string_agg(petitions::text, ',' order by id) from petitions),
    (select concat_ws(' ', count(*), max(confirmed_at), max(withdrawn_at)) from signatures),
    (select string_agg(concat_ws(' ', slug, active, term_ends_day), ',' order by slug) from officials))) as stamp`);
  return row?.stamp ?? '';
}
