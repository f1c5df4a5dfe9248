import type { Edition } from '../../../db/edition.ts';
import { dayInWords } from '../../shared/day.ts';
import type { Site } from '../site.ts';
import { FrontPage, type FrontSection, type FrontStory } from './front.tsx';
import { Heading, Pager } from './parts.tsx';

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
            <a className="row-title" href={`/editions/${edition.day}`}>
              {dayInWords(edition.day, site.language)}
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
export function EditionPage(props: {
  site: Site;
  edition: Edition;
  lead: FrontStory | undefined;
  sections: FrontSection[];
}) {
  const { site, edition, lead, sections } = props;
  return (
    <>
      <Heading
        title={dayInWords(edition.day, site.language)}
        lead={
          <>
            Edition No. {edition.number}. <a href="/editions">All editions</a>
          </>
        }
      />
      <FrontPage site={site} lead={lead} sections={sections} />
    </>
  );
}
