import type { Edition } from '../../../db/edition.ts';
import { stringsFor } from '../../../strings/strings.ts';
import { dayInWords } from '../../shared/day.ts';
import type { Site } from '../site.ts';
import { FrontPage, type Front } from './front.tsx';
import { Heading, Pager } from './parts.tsx';

/** Where the page of an edition is; its mail stands below it, at `/mail`. */
export const editionPath = ({ day, cadence }: Pick<Edition, 'day' | 'cadence'>): string =>
  cadence === 'weekly' ? `/editions/${day}/week` : `/editions/${day}`;

/** Every edition, newest first. */
export function EditionsPage(props: {
  site: Site;
  editions: readonly Edition[];
  page: number;
  pages: number;
}) {
  const { site, editions, page, pages } = props;
  return (
    <>
      <Heading title="Editions" lead="Every edition stays as it was when it went out." />
      {editions.length === 0 && <p className="empty">The first edition has not been made yet.</p>}
      <ul className="rows">
        {editions.map((edition) => (
          <li key={edition.id}>
            <a className="row-title" href={editionPath(edition)}>
              {titleOf(site, edition)}
            </a>
            <span className="small">
              No. {edition.number}: {edition.frame.categories.map(({ name }) => name).join(', ')}
            </span>
          </li>
        ))}
      </ul>
      <Pager page={page} pages={pages} href={(number) => `/editions?page=${number}`} />
    </>
  );
}

/** One edition as it went out. */
export function EditionPage({ site, edition, front }: { site: Site; edition: Edition; front: Front }) {
  return (
    <>
      <Heading
        title={titleOf(site, edition)}
        lead={
          <>
            Edition No. {edition.number}. <a href={`${editionPath(edition)}/mail`}>As it was mailed</a>,{' '}
            <a href="/editions">all editions</a>
          </>
        }
      />
      <FrontPage site={site} front={front} />
    </>
  );
}

/** What an edition is called. */
export function titleOf(site: Site, { day, cadence }: Pick<Edition, 'day' | 'cadence'>): string {
  const words = dayInWords(day, site.language);
  return cadence === 'weekly' ? `${stringsFor(site.language).digest.weekly}: ${words}` : words;
}
