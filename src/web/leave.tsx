import { Hono, type Context } from 'hono';
import { findLeaver, leave } from '../subscribe/leave.ts';
import { readForm } from './form.ts';
import { unknownLink } from '../subscribe/link.ts';
import { LeavePage, LeftPage } from './pages/confirm.tsx';
import { show } from './respond.tsx';
import type { Web } from './site.ts';

/**
 * `/u/:token`: a page with a button for people, and an answer at once for mail programs.
 *
 * Source: RFC 8058: POST with `List-Unsubscribe=One-Click`, no cookie, no redirect.
 */
export function leaveRoutes(web: Web): Hono {
  const { deps } = web;
  const app = new Hono();
  const left = (c: Context) =>
    show(c, web, { title: 'You are unsubscribed', visibility: 'private', body: <LeftPage /> });

  app.get('/u/:token', async (c) => {
    const leaver = await findLeaver(deps, c.req.param('token'));
    if (!leaver) throw unknownLink();
    if (leaver.state === 'left') return left(c);
    const body = <LeavePage maskedAddress={leaver.maskedAddress} />;
    return show(c, web, { title: 'Unsubscribe', visibility: 'private', body });
  });

  app.post('/u/:token', async (c) => {
    await leave(deps, c.req.param('token'), (await isOneClick(c)) ? 'one-click' : 'link');
    return left(c);
  });
  return app;
}

/** Whoever posts here wants out, so that a body nobody can read is no reason to refuse. */
async function isOneClick(c: Context): Promise<boolean> {
  try {
    return (await readForm(c)).get('List-Unsubscribe') === 'One-Click';
  } catch {
    return false;
  }
}
