import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import { routePath } from 'hono/route';
import { stringsFor } from '../../strings/strings.ts';
import { AppError } from '../shared/errors.ts';
import { sentenceOf } from './form.ts';
import { DefectPage, NotFoundPage, RefusedPage } from './pages/problem.tsx';
import { show } from './respond.tsx';
import { spokenTo, type Web } from './site.ts';

/** Turn whatever a route throws into a page with the right status; the only such place of the site. */
export function answerErrors(given: Web): ErrorHandler {
  const web = spokenTo(given);
  const { site } = web;
  const { notFound, refused } = wordsOf(web);
  return (error, c) => {
    if (!(error instanceof AppError) || error.kind === 'config') return answerDefect(c, web, error);
    const { status } = error;
    const sentence = sentenceOf(error, site.language);
    if (error.kind === 'upstream')
      web.deps.log.warn({ code: error.code, route: routePath(c) }, 'upstream failed');
    const body =
      error.kind === 'not_found' ? (
        <NotFoundPage site={site} sentence={sentence} />
      ) : (
        <RefusedPage site={site} sentence={sentence} />
      );
    const title = error.kind === 'not_found' ? notFound.title : refused.title;
    return show(c, web, { title, visibility: 'private', status, body });
  };
}

/** An address that no route answers to. */
export function answerNotFound(given: Web): NotFoundHandler {
  const web = spokenTo(given);
  const { title, lead } = wordsOf(web).notFound;
  return (c) =>
    show(c, web, {
      title,
      visibility: 'private',
      status: 404,
      body: <NotFoundPage site={web.site} sentence={lead} />,
    });
}

/** A form that is larger than any form of ours. */
export function answerTooLarge(given: Web): (c: Context) => Response {
  const web = spokenTo(given);
  const { title, lead } = wordsOf(web).tooLarge;
  return (c) =>
    show(c, web, {
      title,
      visibility: 'private',
      status: 413,
      body: <RefusedPage site={web.site} sentence={lead} />,
    });
}

/** Logged without its message and the address asked for: a query's message repeats what was typed. */
function answerDefect(c: Context, web: Web, error: Error): Response {
  const stack = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  web.deps.log.error(
    { name: error.name, route: routePath(c), method: c.req.method, code: codeOf(error), stack },
    'a page could not be made',
  );
  const body = <DefectPage site={web.site} />;
  return show(c, web, { title: wordsOf(web).defect.title, visibility: 'private', status: 500, body });
}

const wordsOf = ({ site }: Web) => stringsFor(site.language).pages.problem;

function codeOf(error: Error): string | undefined {
  const from = error.cause instanceof Error ? error.cause : error;
  return 'code' in from && typeof from.code === 'string' ? from.code : undefined;
}
