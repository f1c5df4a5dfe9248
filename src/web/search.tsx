import { Hono } from 'hono';
import { searchArticles } from '../../db/article.ts';
import { cleanText } from '../shared/html.ts';
import { SearchPage } from './pages/search.tsx';
import { PAGE_SIZE, pagesOf } from './paging.ts';
import { pageNumberOf, show } from './respond.tsx';
import type { Web } from './site.ts';

/** `/search?q=`: any text is a question; one without words finds nothing. */
export function searchRoutes(web: Web): Hono {
  const { deps, site } = web;
  const app = new Hono();
  app.get('/search', async (c) => {
    const query = Array.from(cleanText(c.req.query('q') ?? ''))
      .slice(0, 200)
      .join('');
    const page = pageNumberOf(c);
    const { total, hits } = query
      ? await searchArticles(deps.db, query, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE })
      : { total: 0, hits: [] };
    const pages = pagesOf(total, page);
    return show(c, web, {
      title: query ? `Search: ${query}` : 'Search',
      path: '/search',
      visibility: 'public',
      body: <SearchPage {...{ site, query, hits, total, page, pages }} />,
    });
  });
  return app;
}
