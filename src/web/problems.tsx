import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import { routePath } from 'hono/route';
import { AppError } from '../shared/errors.ts';
import { DefectPage, NotFoundPage, RefusedPage } from './pages/problem.tsx';
import { show } from './respond.tsx';
import type { Web } from './site.ts';

/** Turn whatever a route throws into a page with the right status; the only such place of the site. */
export function answerErrors(web: Web): ErrorHandler {
  return (error, c) => {
    if (!(error instanceof AppError) || error.kind === 'config') return answerDefect(c, web, error);
    const { status, message } = error;
    if (error.kind === 'upstream')
      web.deps.log.warn({ code: error.code, route: routePath(c) }, 'upstream failed');
    const body =
      error.kind === 'not_found' ? <NotFoundPage sentence={message} /> : <RefusedPage sentence={message} />;
    const title = error.kind === 'not_found' ? 'Not found' : 'That did not work';
    return show(c, web, { title, visibility: 'private', status, body });
  };
}

/** An address that no route answers to. */
export function answerNotFound(web: Web): NotFoundHandler {
  return (c) =>
    show(c, web, {
      title: 'Not found',
      visibility: 'private',
      status: 404,
      body: <NotFoundPage sentence="There is no page at this address." />,
    });
}

/** A form that is larger than any form of ours. */
export function answerTooLarge(web: Web): (c: Context) => Response {
  return (c) =>
    show(c, web, {
      title: 'That was too much',
      visibility: 'private',
      status: 413,
      body: <RefusedPage sentence="What was sent is larger than any form of ours: at most 64 kB." />,
    });
}

/** Logged without its message and the address asked for: a query's message repeats what was typed. */
function answerDefect(c: Context, web: Web, error: Error): Response {
  const stack = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  web.deps.log.error(
    { name: error.name, route: routePath(c), method: c.req.method, code: codeOf(error), stack },
    'a page could not be made',
  );
  const body = <DefectPage />;
  return show(c, web, { title: 'Something broke', visibility: 'private', status: 500, body });
}

function codeOf(error: Error): string | undefined {
  const from = error.cause instanceof Error ? error.cause : error;
  return 'code' in from && typeof from.code === 'string' ? from.code : undefined;
}
