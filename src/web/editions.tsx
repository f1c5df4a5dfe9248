import { Hono, type Context } from 'hono';
import {
  countEditions,
  findEdition,
  isHidden,
  listEditions,
  listEditionStories,
  type Edition,
} from '../../db/edition.ts';
import { createComposer } from '../compose/composer.ts';
import { isDay } from '../shared/day.ts';
import { notFound } from '../shared/errors.ts';
import { LINKS_ANYWHERE, mailPolicy } from '../shared/mail-policy.ts';
import { keepMailViews, type MailView } from './mail-view.ts';
import { setFront } from './front.ts';
import { cacheHeaders } from './headers.ts';
import { EditionPage, editionPath, EditionsPage, titleOf } from './pages/editions.tsx';
import { pagesOf } from './paging.ts';
import { pageNumberOf, show } from './respond.tsx';
import type { Web } from './site.ts';

const EDITIONS_PER_PAGE = 31;

/** `/editions`, and of each its page and its mail: `/editions/:day`, `/editions/:day/week`, each with `/mail`. */
export function editionRoutes(web: Web): Hono {
  const app = new Hono();
  const viewOf = keepMailViews(createComposer(web.deps));
  app.get('/editions', (c) => showEditions(c, web));
  app.get('/editions/:day', (c) => showEdition(c, web, 'daily'));
  app.get('/editions/:day/week', (c) => showEdition(c, web, 'weekly'));
  app.get('/editions/:day/mail', (c) => showMail(c, web, { cadence: 'daily', viewOf }));
  app.get('/editions/:day/week/mail', (c) => showMail(c, web, { cadence: 'weekly', viewOf }));
  return app;
}

async function showEditions(c: Context, web: Web): Promise<Response> {
  const { deps, site } = web;
  const page = pageNumberOf(c);
  const pages = pagesOf(await countEditions(deps.db), page, EDITIONS_PER_PAGE);
  const editions = await listEditions(deps.db, {
    limit: EDITIONS_PER_PAGE,
    offset: (page - 1) * EDITIONS_PER_PAGE,
  });
  const body = <EditionsPage {...{ site, editions, page, pages }} />;
  return show(c, web, { title: 'Editions', path: '/editions', visibility: 'public', body });
}

async function showEdition(c: Context, web: Web, cadence: Edition['cadence']): Promise<Response> {
  const { deps, site } = web;
  const edition = await requireEdition(c, web, cadence);
  const front = setFront(site, edition, await listEditionStories(deps.db, edition.id));
  return show(c, web, {
    title: `${titleOf(site, edition)} (No. ${edition.number})`,
    path: editionPath(edition),
    visibility: 'public',
    body: <EditionPage {...{ site, edition, front }} />,
  });
}

interface MailPage {
  cadence: Edition['cadence'];
  viewOf: MailView;
}

/** The digest itself, as it goes to a reader of every category, without anybody's own links. */
async function showMail(c: Context, web: Web, { cadence, viewOf }: MailPage): Promise<Response> {
  const { site } = web;
  const edition = await requireEdition(c, web, cadence);
  return c.html(await viewOf(edition.id), 200, {
    ...cacheHeaders('public'),
    ...MAIL,
    'content-language': site.language,
    link: `<${site.url}${editionPath(edition)}>; rel="canonical"`,
  });
}

/** A mail brings its styles along and needs nothing else; its page is the one that search engines may keep. */
const MAIL = {
  'content-security-policy': mailPolicy({
    ancestors: "'none'",
    sandbox: LINKS_ANYWHERE,
    more: [`base-uri 'none'`],
  }),
  'x-robots-tag': 'noindex',
};

/** One that is held back is nobody's to read, whoever knows its address. */
async function requireEdition(c: Context, { deps }: Web, cadence: Edition['cadence']): Promise<Edition> {
  const day = c.req.param('day') ?? '';
  const edition = isDay(day) ? await findEdition(deps.db, day, cadence) : undefined;
  if (!edition) throw notFound('edition.unknown', MISSING[cadence]);
  if (isHidden(edition)) throw notFound('edition.held', HELD);
  return edition;
}

const HELD = 'The newsroom is looking at this edition again. Please come back later.';
const MISSING = {
  daily: 'There is no edition of that day.',
  weekly: 'There is no weekly edition of that day.',
};
