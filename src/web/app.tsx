import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { etag } from 'hono/etag';
import { aboutRoutes } from './about.tsx';
import { articleRoutes } from './articles.tsx';
import { assetRoutes, loadAssets } from './assets.ts';
import { categoryRoutes } from './categories.tsx';
import { clickRoutes } from './clicks.ts';
import { confirmRoutes } from './confirm.tsx';
import { editionRoutes } from './editions.tsx';
import { feedRoutes } from './feeds.ts';
import { FORM_BYTES_MAX } from './form.ts';
import { logoOrigins, safeHeaders } from './headers.ts';
import { healthRoutes } from './health.ts';
import { homeRoutes } from './home.tsx';
import { leaveRoutes } from './leave.tsx';
import { meRoutes } from './me.tsx';
import { outboxRoutes } from './outbox.tsx';
import { petitionRoutes } from './petitions.tsx';
import { answerErrors, answerNotFound, answerTooLarge } from './problems.tsx';
import { searchRoutes } from './search.tsx';
import { signRoutes } from './sign.tsx';
import { siteOf, type Web, type WebDeps } from './site.ts';
import { subscribeRoutes } from './subscribe.tsx';
import { webhookRoutes, type WebhookDeps } from './webhooks.ts';
import { websubRoutes } from './websub.ts';

export type { WebDeps } from './site.ts';

/**
 * The site: what was collected, written and composed comes in by the database, pages go out.
 *
 * GET and HEAD change nothing, on any address, but for the count of a link that is followed; POST acts and may be repeated. Every answer carries the headers of
 * `safeHeaders`; every error becomes a page in `problems.tsx` and nowhere else.
 */
export function createApp(deps: WebDeps & WebhookDeps): Hono {
  const assets = loadAssets(deps.config);
  const web: Web = { deps, site: siteOf(deps, assets) };
  const app = new Hono();
  app.use(safeHeaders(logoOrigins(web.site.logo)));
  app.use(etag());
  // Before the limit for forms: what hubs send may be a whole feed, and an event may be larger than a form.
  app.route('/', websubRoutes(web));
  app.route('/', webhookRoutes(web, deps.env?.RESEND_WEBHOOK_SECRET));
  app.use(bodyLimit({ maxSize: FORM_BYTES_MAX, onError: answerTooLarge(web) }));
  app.route('/', assetRoutes(assets));
  for (const routes of ROUTES) app.route('/', routes(web));
  if (deps.outboxDir !== null) app.route('/', outboxRoutes(web, deps.outboxDir));
  app.onError(answerErrors(web));
  app.notFound(answerNotFound(web));
  return app;
}

const ROUTES: readonly ((web: Web) => Hono)[] = [
  healthRoutes,
  homeRoutes,
  feedRoutes,
  categoryRoutes,
  searchRoutes,
  articleRoutes,
  editionRoutes,
  clickRoutes,
  subscribeRoutes,
  confirmRoutes,
  leaveRoutes,
  meRoutes,
  petitionRoutes,
  signRoutes,
  aboutRoutes,
];
