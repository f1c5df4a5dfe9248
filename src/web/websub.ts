import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { answerHub, heedHub, isOurCall } from '../collect/hub.ts';
import type { Web } from './site.ts';

/**
 * `/websub/:source/:token`: where hubs ask whether they were meant, and tell of news.
 *
 * Shape: GET echoes the hub's challenge and changes nothing; a signed POST makes the source due, whatever it holds.
 * Source: W3C WebSub sections 5.3 and 7.
 */
export function websubRoutes({ deps }: Web): Hono {
  const app = new Hono();
  const path = '/websub/:source/:token';
  app.get(path, async (c) => {
    const { source: sourceId, token } = c.req.param();
    const query = new URL(c.req.url).searchParams;
    const challenge = await answerHub(deps, { sourceId, token, query });
    return challenge === undefined ? c.text('not ours', 404, NO_STORE) : c.text(challenge, 200, NO_STORE);
  });
  app.post(path, bodyLimit({ maxSize: BODY_BYTES_MAX }), async (c) => {
    const { source: sourceId, token } = c.req.param();
    if (!isOurCall(deps, { sourceId, token })) return c.text('not ours', 404, NO_STORE);
    const body = Buffer.from(await c.req.arrayBuffer());
    const signature = c.req.header('x-hub-signature');
    const heeded = await heedHub(deps, { sourceId, token, signature, body });
    return heeded ? c.body(null, 202, NO_STORE) : c.text('not ours', 404, NO_STORE);
  });
  return app;
}

/** Hubs may send the whole feed. */
const BODY_BYTES_MAX = 15_000_000;
const NO_STORE = { 'cache-control': 'no-store' };
