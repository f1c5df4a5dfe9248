import { Hono, type Context } from 'hono';
import { notFound } from '../shared/errors.ts';
import { LINKS_ANYWHERE, mailPolicy } from '../shared/mail-policy.ts';
import { contentPolicy, logoOrigins } from './headers.ts';
import { findOutboxMail, listOutbox } from './outbox-files.ts';
import { OutboxPage, MailPage } from './pages/outbox.tsx';
import { show } from './respond.tsx';
import type { Web } from './site.ts';

/** `/outbox`: the mails that were written to files. Only for the outbox mailer: they hold addresses and links. */
export function outboxRoutes(web: Web, dir: string): Hono {
  const { site } = web;
  const app = new Hono();

  app.get('/outbox', async (c) => {
    const body = <OutboxPage site={site} folders={await listOutbox(dir)} />;
    return show(c, web, { title: 'Outbox', visibility: 'private', body });
  });

  app.get('/outbox/:folder/:file', async (c) => {
    const { mail } = await requireMail(c, dir);
    const policy = contentPolicy({ pictures: logoOrigins(site.logo), frame: true });
    c.header('content-security-policy', policy);
    const path = `/outbox/${encodeURIComponent(c.req.param('folder'))}/${encodeURIComponent(c.req.param('file'))}`;
    const body = <MailPage mail={mail} path={path} />;
    return show(c, web, { title: mail.subject, visibility: 'private', body });
  });

  app.get('/outbox/:folder/:file/html', async (c) => {
    const { mail } = await requireMail(c, dir);
    const html = mail.html ?? '<!doctype html><title>No HTML part</title>';
    return c.body(withBase(html), 200, { ...PRIVATE, ...FRAMED, 'content-type': 'text/html; charset=utf-8' });
  });

  app.get('/outbox/:folder/:file/text', async (c) => {
    const { mail } = await requireMail(c, dir);
    return c.body(mail.text ?? '', 200, { ...PRIVATE, 'content-type': 'text/plain; charset=utf-8' });
  });

  app.get('/outbox/:folder/:file/raw', async (c) => {
    const { raw } = await requireMail(c, dir);
    return c.body(new Uint8Array(raw), 200, { ...PRIVATE, 'content-type': 'text/plain; charset=utf-8' });
  });
  return app;
}

const PRIVATE = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' };

/** A mail brings its styles along; it is kept in a box without scripts whose links open in the whole window. */
const FRAMED = {
  'content-security-policy': mailPolicy({ ancestors: "'self'", sandbox: LINKS_ANYWHERE }),
  'x-frame-options': 'SAMEORIGIN',
};

/** Without it, a link in the mail would open inside the frame. */
const withBase = (html: string) => html.replace(/<head[^>]*>/i, (head) => `${head}<base target="_top">`);

async function requireMail(c: Context, dir: string) {
  const found = await findOutboxMail(dir, c.req.param('folder') ?? '', c.req.param('file') ?? '');
  if (!found) throw notFound('mail.unknown', 'There is no such mail in the outbox.');
  return found;
}
