import { Hono } from 'hono';
import { listActiveSources } from '../../db/source.ts';
import { AboutPage } from './pages/about.tsx';
import { show } from './respond.tsx';
import type { Web } from './site.ts';

/** `/about`: where the news comes from, who writes the rest, and what is kept of readers. */
export function aboutRoutes(web: Web): Hono {
  const { deps, site } = web;
  const app = new Hono();
  app.get('/about', async (c) => {
    const sources = await listActiveSources(deps.db, { limit: 1000 });
    return show(c, web, {
      title: 'How this paper is made',
      path: '/about',
      visibility: 'public',
      body: <AboutPage site={site} sources={sources} />,
    });
  });
  return app;
}
