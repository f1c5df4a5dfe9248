import { LINKS_POP_UP, mailPolicy } from '../shared/mail-policy.ts';
import { Hono, type Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { renderToStaticMarkup } from 'react-dom/server';
import type { ReactElement } from 'react';
import { SHADES, VIEWS, WIDTHS, type Look } from './look.tsx';
import { FailedPage, IndexPage, MailPage, UnknownPage } from './pages.tsx';
import { inShade } from './shade.ts';
import type { Rendering, Shown } from './shown.ts';
import { SCRIPT, STYLE } from './style.ts';

/** What the pages are made of. */
export interface PreviewParts {
  /** Pictures that the site would serve, for when it does not run. */
  pictures?: { siteUrl: string; routes: Hono };
  rendering: () => Promise<Rendering>;
  /** Call back when it would come out otherwise; what comes back ends that. */
  onChange: (changed: () => void) => () => void;
}

/** The preview's pages, for this machine only: another host name than its own is refused, whoever points it here. */
export function createPreviewApp({ pictures, rendering, onChange }: PreviewParts): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    if (OWN_HOST.test(new URL(c.req.url).host)) await next();
    else c.res = c.text('This is a page for its own machine.', 403);
    for (const [header, value] of Object.entries(OWN))
      if (!c.res.headers.has(header)) c.res.headers.set(header, value);
  });

  app.get('/', async (c) => {
    const rendered = await rendering();
    if ('failed' in rendered) return page(c, <FailedPage reason={rendered.failed} />, 500);
    return page(c, <IndexPage {...rendered} />);
  });

  app.get('/mails/:id', async (c) => {
    const rendered = await rendering();
    if ('failed' in rendered) return page(c, <FailedPage reason={rendered.failed} />, 500);
    const mail = mailOf(rendered, c);
    return mail ? page(c, <MailPage mail={mail} look={lookOf(c)} />) : page(c, <UnknownPage />, 404);
  });

  app.get('/mails/:id/html', async (c) => {
    const mail = mailOf(await rendering(), c);
    if (!mail) return page(c, <UnknownPage />, 404);
    const html = inShade(mail.html, lookOf(c).shade);
    return c.html(pictures ? html.replaceAll(`src="${pictures.siteUrl}/`, 'src="/') : html, 200, FRAMED);
  });

  app.get('/mails/:id/raw', async (c) => {
    const mail = mailOf(await rendering(), c);
    if (!mail || mail.raw === '') return page(c, <UnknownPage />, 404);
    return c.body(mail.raw, 200, {
      'content-type': 'message/rfc822',
      'content-disposition': `attachment; filename="${mail.id}.eml"`,
    });
  });

  app.get('/changes', (c) =>
    streamSSE(c, async (stream) => {
      const stop = onChange(() => void stream.writeSSE({ event: 'change', data: '' }));
      await new Promise<void>((ended) => stream.onAbort(ended));
      stop();
    }),
  );

  if (pictures) app.route('/', pictures.routes);
  app.get('/preview.css', (c) => c.body(STYLE, 200, { 'content-type': 'text/css; charset=utf-8' }));
  app.get('/preview.js', (c) => c.body(SCRIPT, 200, { 'content-type': 'text/javascript; charset=utf-8' }));
  return app;
}

const OWN_HOST = /^(?:localhost|127\.0\.0\.1)(?::\d+)?$/;

const OWN = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': `default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
};

/** A mail runs nothing, and fetches nothing but its pictures. */
const FRAMED = {
  'content-security-policy': mailPolicy({ ancestors: "'self'", sandbox: LINKS_POP_UP }),
};

function page(c: Context, content: ReactElement, status: 200 | 404 | 500 = 200): Response {
  return c.html(`<!doctype html>${renderToStaticMarkup(content)}`, status);
}

function mailOf(rendering: Rendering, c: Context): Shown | undefined {
  return 'failed' in rendering ? undefined : rendering.mails.find(({ id }) => id === c.req.param('id'));
}

function lookOf(c: Context): Look {
  const one = <T extends string>(values: readonly T[], name: string, otherwise: T): T =>
    values.find((value) => value === c.req.query(name)) ?? otherwise;
  return {
    view: one(VIEWS, 'view', 'mail'),
    width: one(WIDTHS, 'width', '600'),
    shade: one(SHADES, 'shade', 'light'),
  };
}
