import type { ArticleCard } from '../../../db/article.ts';
import type { Edition } from '../../../db/edition.ts';
import { dayInWords, type Day } from '../../shared/day.ts';
import type { Site } from '../site.ts';
import { ArticleList } from './cards.tsx';
import { FrontPage, type Front } from './front.tsx';

/** The front page of the day. */
export function HomePage(props: {
  site: Site;
  today: Day;
  edition: Edition;
  front: Front;
  /** Collected, but not in the edition. */
  others: readonly ArticleCard[];
}) {
  const { site, today, edition, front, others } = props;
  return (
    <>
      {edition.day !== today && (
        <p className="aside">
          The edition of <time dateTime={edition.day}>{dayInWords(edition.day, site.language)}</time>. The
          next one is being made.
        </p>
      )}
      <FrontPage site={site} front={front} />
      {others.length > 0 && (
        <section>
          <h2>Also collected</h2>
          <ArticleList site={site} articles={others} heading="h3" />
        </section>
      )}
      <Invitation />
    </>
  );
}

/** What stands here before the first edition. */
export function BeforeFirstEdition(props: { site: Site; articles: readonly ArticleCard[] }) {
  return (
    <>
      <div className="aside">
        <p>
          The first edition has not been made yet. Run <code>npm run today</code> to collect the sources,
          write the commentary and compose it; or leave <code>npm start</code> running and it appears in the
          morning.
        </p>
      </div>
      {props.articles.length > 0 && (
        <section>
          <h2>The latest articles</h2>
          <ArticleList site={props.site} articles={props.articles} heading="h3" />
        </section>
      )}
      <Invitation />
    </>
  );
}

function Invitation() {
  return (
    <aside className="invitation" aria-label="Subscribe">
      <p>One letter a day or a week, with the categories you choose and nothing else.</p>
      <p>
        <a className="button" href="/subscribe">
          Subscribe to the digest
        </a>
      </p>
    </aside>
  );
}
