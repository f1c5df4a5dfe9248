import { Hono, type Context } from 'hono';
import { findEditionLink, markLinkFollowed } from '../../db/edition-link.ts';
import { cacheHeaders } from './headers.ts';
import type { Web } from './site.ts';

/**
 * `/r/:edition/:number`: where the links of mails lead whose clicks the newsroom counts.
 *
 * Shape: GET sends on to the address that stands at that place in the edition and counts one click there; HEAD sends on
 * and counts nothing. It sends to no other address, and asks for, keeps and logs nothing of who came. Programs that look
 * at mails before their readers do follow links too and are counted: the number says how often a link was followed, not
 * how many people did.
 */
export function clickRoutes(web: Web): Hono {
  const app = new Hono();
  app.get(`/r/:edition{${PLACE}}/:number{${PLACE}}`, (c) => sendOn(c, web));
  return app;
}

/** Numbers from 1, as the mails write them. */
const PLACE = '[1-9][0-9]{0,8}';

async function sendOn(c: Context, { deps }: Web): Promise<Response> {
  const place = { edition: Number(c.req.param('edition')), number: Number(c.req.param('number')) };
  const url = await (c.req.method === 'HEAD' ? findEditionLink : markLinkFollowed)(deps.db, place);
  if (url === undefined) return c.notFound();
  for (const [name, value] of Object.entries(cacheHeaders('private'))) c.header(name, value);
  return c.redirect(url, 302);
}
