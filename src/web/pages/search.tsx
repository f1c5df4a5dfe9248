import type { ArticleCard, SnippetPart } from '../../../db/article.ts';
import type { Site } from '../site.ts';
import { Card } from './cards.tsx';
import { langOf } from './foreign.tsx';
import { countOf, Pager } from './parts.tsx';

/** An article that was found, with where its text says so. */
export type SearchHit = ArticleCard & { snippet: SnippetPart[] };

/** The search box, and what was found for the words in it. */
export function SearchPage(props: {
  site: Site;
  query: string;
  hits: readonly SearchHit[];
  total: number;
  page: number;
  pages: number;
}) {
  const { site, query, hits, total, page, pages } = props;
  return (
    <>
      <header className="heading">
        <h1>Search</h1>
      </header>
      <form method="get" action="/search" role="search" className="search">
        <label htmlFor="q">Words to look for</label>
        <div className="search-line">
          <input id="q" name="q" type="search" defaultValue={query} maxLength={200} autoComplete="off" />
          <button type="submit">Search</button>
        </div>
        <p className="small">
          Put a phrase in quotes; write <code>or</code> between alternatives; put a minus before what should
          be left out.
        </p>
      </form>
      {query !== '' && <Found total={total} query={query} site={site} />}
      <ul className="articles">
        {hits.map((hit) => (
          <li key={hit.id}>
            <Card site={site} article={hit} heading="h2">
              <Snippet site={site} hit={hit} />
            </Card>
          </li>
        ))}
      </ul>
      <Pager page={page} pages={pages} href={(number) => `/search?${pageQuery(query, number)}`} />
    </>
  );
}

function Found({ site, total, query }: { site: Site; total: number; query: string }) {
  if (total > 0) return <p className="lead">{countOf(site, total, 'article')} found.</p>;
  return (
    <div className="empty">
      <p>
        Nothing was found for “{query}”. Every word has to occur in an article: try fewer words, or another
        form of one of them.
      </p>
      <p>
        Or look through <a href="/categories">the categories</a>.
      </p>
    </div>
  );
}

/** Of a source that allows a link only, there is nothing to show but the title that stands above. */
function Snippet({ site, hit }: { site: Site; hit: SearchHit }) {
  if (hit.snippet.length === 0 || hit.licence === 'link') return null;
  return (
    <p className="excerpt" {...langOf(site, hit.language)}>
      {hit.snippet.map((part, i) =>
        // oxlint-disable-next-line react/no-array-index-key -- parts of one text, rendered once
        part.hit ? <mark key={i}>{part.text}</mark> : <span key={i}>{part.text}</span>,
      )}
    </p>
  );
}

const pageQuery = (query: string, page: number) =>
  new URLSearchParams({ q: query, page: String(page) }).toString();
