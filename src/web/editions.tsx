import { Hono } from 'hono';
import { countEditions, findEdition, listEditions, listEditionStories } from '../../db/edition.ts';
import { dayInWords, isDay } from '../shared/day.ts';
import { notFound } from '../shared/errors.ts';
import { setFront } from './front.ts';
import { EditionPage, EditionsPage } from './pages/editions.tsx';
import { pagesOf } from './paging.ts';
import { pageNumberOf, show } from './respond.tsx';
import type { Web } from './site.ts';

const EDITIONS_PER_PAGE = 31;

/** `/editions` and `/editions/:day`. */
export function editionRoutes(web: Web): Hono {
  const { deps, site } = web;
  const app = new Hono();
  app.get('/editions', async (c) => {
    const page = pageNumberOf(c);
    const pages = pagesOf(await countEditions(deps.db), page, EDITIONS_PER_PAGE);
    const editions = await listEditions(deps.db, {
      limit: EDITIONS_PER_PAGE,
      offset: (page - 1) * EDITIONS_PER_PAGE,
    });
    const body = <EditionsPage {...{ site, editions, page, pages }} />;
    return show(c, web, { title: 'Editions', path: '/editions', visibility: 'public', body });
  });
  app.get('/editions/:day', async (c) => {
    const day = c.req.param('day');
    const edition = isDay(day) ? await findEdition(deps.db, day) : undefined;
    if (!edition) throw notFound('edition.unknown', 'There is no edition of that day.');
    const front = setFront(site, edition, await listEditionStories(deps.db, edition.id));
    return show(c, web, {
      title: `${dayInWords(edition.day, site.language)} (No. ${edition.number})`,
      path: `/editions/${edition.day}`,
      visibility: 'public',
      body: <EditionPage site={site} edition={edition} {...front} />,
    });
  });
  return app;
}
