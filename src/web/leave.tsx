import { Hono, type Context } from 'hono';
import { stringsFor } from '../../strings/strings.ts';
import { findLeaver, leave } from '../subscribe/leave.ts';
import { readForm } from './form.ts';
import { unknownLink } from '../subscribe/link.ts';
import { spokenToReader } from './languages.ts';
import { LeavePage, LeftPage } from './pages/confirm.tsx';
import { show } from './respond.tsx';
import { spokenTo, type Web } from './site.ts';

/**
 * `/u/:token`: a page with a button for people, and an answer at once for mail programs.
 *
 * Source: RFC 8058: POST with `List-Unsubscribe=One-Click`, no cookie, no redirect.
 */
export function leaveRoutes(given: Web): Hono {
  const { deps } = given;
  const app = new Hono();

  app.get('/u/:token', async (c) => {
    const leaver = await findLeaver(deps, c.req.param('token'));
    if (!leaver) throw unknownLink();
    const web = spokenTo(given, leaver.language);
    if (leaver.state === 'left') return leftPage(c, web);
    const { title } = stringsFor(web.site.language).pages.leave;
    const body = <LeavePage site={web.site} maskedAddress={leaver.maskedAddress} />;
    return show(c, web, { title, visibility: 'private', body });
  });

  app.post('/u/:token', async (c) => {
    const token = c.req.param('token');
    await leave(deps, token, (await isOneClick(c)) ? 'one-click' : 'link');
    const leaver = await findLeaver(deps, token);
    return leftPage(c, spokenToReader(given, c, leaver?.language));
  });
  return app;
}

/** The answer to everybody who has left, by whichever button. */
export function leftPage(c: Context, web: Web): Response {
  const { title } = stringsFor(web.site.language).pages.left;
  return show(c, web, { title, visibility: 'private', body: <LeftPage site={web.site} /> });
}

/** Whoever posts here wants out, so that a body nobody can read is no reason to refuse. */
async function isOneClick(c: Context): Promise<boolean> {
  try {
    return (await readForm(c)).get('List-Unsubscribe') === 'One-Click';
  } catch {
    return false;
  }
}
