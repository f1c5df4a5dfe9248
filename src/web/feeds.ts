import { Hono } from 'hono';
import {
  listArticlesOfCategory,
  listLatestArticles,
  listSitemapArticles,
  type ArticleCard,
} from '../../db/article.ts';
import { listEditions } from '../../db/edition.ts';
import { listPetitions } from '../petition/page.ts';
import { categoryOf } from './categories.tsx';
import { jsonFeed, rss, type FeedHead } from './feed-format.ts';
import { cacheHeaders } from './headers.ts';
import { robots, sitemap } from './sitemap.ts';
import type { Web } from './site.ts';

/** The newest articles for feed readers, and the addresses for search engines. */
export function feedRoutes(web: Web): Hono {
  const { deps, site } = web;
  const app = new Hono();
  const latest = (): Promise<ArticleCard[]> => listLatestArticles(deps.db, { limit: FEED_ITEMS });
  const head: FeedHead = { title: site.name, path: '/', self: '/feed.xml' };

  app.get('/feed.xml', async (c) => c.body(rss(site, head, await latest()), 200, headers(RSS)));

  app.get('/feed.json', async (c) => {
    const body = jsonFeed(site, { ...head, self: '/feed.json' }, await latest());
    return c.body(JSON.stringify(body), 200, headers(JSON_FEED));
  });

  app.get('/categories/:slug/feed.xml', async (c) => {
    const { slug, name } = categoryOf(site, c.req.param('slug'));
    const articles = await listArticlesOfCategory(deps.db, slug, { limit: FEED_ITEMS, offset: 0 });
    const path = `/categories/${slug}`;
    const body = rss(site, { title: `${site.name}: ${name}`, path, self: `${path}/feed.xml` }, articles);
    return c.body(body, 200, headers(RSS));
  });

  app.get('/sitemap.xml', async (c) => {
    const [articles, editions, petitions] = await Promise.all([
      listSitemapArticles(deps.db, { limit: SITEMAP_ARTICLES }),
      listEditions(deps.db, { limit: 1000 }),
      listPetitions(deps),
    ]);
    const body = sitemap(site, { articles, editions, petitions });
    return c.body(body, 200, headers('application/xml; charset=utf-8'));
  });

  app.get('/robots.txt', (c) => c.body(robots(site), 200, headers('text/plain; charset=utf-8')));
  return app;
}

const headers = (type: string) => ({ 'content-type': type, ...cacheHeaders('public') });

const FEED_ITEMS = 50;
const SITEMAP_ARTICLES = 40_000;
const RSS = 'application/rss+xml; charset=utf-8';
const JSON_FEED = 'application/feed+json; charset=utf-8';
