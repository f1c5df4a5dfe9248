import type { Source } from '../../../db/source.ts';
import type { Site } from '../site.ts';
import { Heading } from './parts.tsx';

/** How the paper is made. */
export function AboutPage(props: {
  site: Site;
  sources: readonly Pick<Source, 'id' | 'title' | 'url' | 'homeUrl' | 'licence'>[];
}) {
  const { site, sources } = props;
  return (
    <>
      <Heading title="How this paper is made" lead={site.tagline} />
      <section>
        <h2>Where the news comes from</h2>
        <p>
          {site.name} reads the feeds below and shows of each story what its source allows. Every story links
          to the place where it was first published; the rights to it stay there.
        </p>
        <ul className="rows">
          {/* The feed's own address may hold a key, so it is never shown. */}
          {sources.map((source) => (
            <li key={source.id}>
              <a className="row-title" href={source.homeUrl ?? URL.parse(source.url)?.origin} rel="noopener">
                {source.title}
              </a>
              <span className="small">{LICENCES[source.licence]}</span>
            </li>
          ))}
        </ul>
        {sources.length === 0 && <p className="empty">No source has been read yet.</p>}
      </section>
      <section>
        <h2>Who writes the rest</h2>
        {site.sample ? (
          <p>
            This is a sample newsroom. Its sources and its news are invented, and the opinions, actions and
            to-do lists were written by hand as samples. They say so where they stand.
          </p>
        ) : (
          <p>
            Opinions, actions and to-do lists say below them who wrote them: a person, a language model, or a
            model with a person’s review. What a model writes is held against the article before anybody can
            see it: its quotations, numbers and names must stand there. It never writes a link, an address or
            a telephone number: petitions and officials come from the newsroom’s own registry, and each
            official’s card says as of when.
          </p>
        )}
        <p>Where an opinion is missing, the story says why. A story is never held back for it.</p>
      </section>
      <section>
        <h2>What is kept of you</h2>
        <p>
          Readers of these pages leave nothing behind: there are no scripts, no cookies, no counters, and
          nothing is loaded from elsewhere but the pictures inside an article. Subscribers leave an address
          and their choice of categories; signers a name and an address. Links in our mails carry no personal
          data, and opening one does nothing: only a button does.
        </p>
      </section>
      <section>
        <h2>Where we are</h2>
        <p>{site.postalAddress}</p>
      </section>
    </>
  );
}

const LICENCES = {
  full: 'whole text, with their consent',
  excerpt: 'an excerpt and a link',
  link: 'title and link only',
} as const;
