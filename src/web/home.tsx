import { Hono } from 'hono';
import { listLatestArticles } from '../../db/article.ts';
import { findFrontEdition, listEditionStories } from '../../db/edition.ts';
import { setFront } from './front.ts';
import { BeforeFirstEdition, HomePage } from './pages/home.tsx';
import { show } from './respond.tsx';
import { todayOf, type Web } from './site.ts';

/** `/`: today's edition. */
export function homeRoutes(web: Web): Hono {
  const { deps, site } = web;
  const app = new Hono();
  const head = { title: site.name, path: '/', front: true, visibility: 'public' } as const;
  app.get('/', async (c) => {
    const edition = await findFrontEdition(deps.db);
    if (!edition) {
      const articles = await listLatestArticles(deps.db, { limit: 20 });
      return show(c, web, { ...head, body: <BeforeFirstEdition site={site} articles={articles} /> });
    }
    const stories = await listEditionStories(deps.db, edition.id);
    const told = new Set(stories.map(({ articleId }) => articleId));
    const latest = await listLatestArticles(deps.db, { limit: told.size + OTHERS_MAX });
    const others = latest.filter(({ id }) => !told.has(id)).slice(0, OTHERS_MAX);
    const front = setFront(site, edition, stories);
    const body = (
      <HomePage site={site} today={todayOf(web)} edition={edition} others={others} front={front} />
    );
    return show(c, web, { ...head, editionNumber: edition.number, body });
  });
  return app;
}

const OTHERS_MAX = 12;
