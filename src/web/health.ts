import { sql } from 'drizzle-orm';
import { Hono } from 'hono';
import type { Web } from './site.ts';

/** `/healthz`: whether this process can do its work, for whoever watches it. */
export function healthRoutes({ deps }: Web): Hono {
  const app = new Hono();
  app.get('/healthz', async (c) => {
    const ok = await answers(() => deps.db.execute(sql`select 1`));
    const state = ok ? 'ok' : 'unreachable';
    const body = { status: ok ? 'ok' : 'failing', database: state };
    return c.json(body, ok ? 200 : 503, { 'cache-control': 'no-store' });
  });
  return app;
}

async function answers(ask: () => PromiseLike<unknown>): Promise<boolean> {
  try {
    await ask();
    return true;
  } catch {
    return false;
  }
}
