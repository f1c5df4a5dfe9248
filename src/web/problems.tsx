import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import { routePath } from 'hono/route';
import { stringsFor } from '../../strings/strings.ts';
import { AppError } from '../shared/errors.ts';
import { sentenceOf } from './form.ts';
import { spokenToGuest } from './languages.ts';
import { DefectPage, HeldPage, NotFoundPage, RefusedPage } from './pages/problem.tsx';
import { show } from './respond.tsx';
import type { Web } from './site.ts';

/**
 * Turn whatever a route throws into a page with the right status; the only such place of the site. It speaks as to a
 * guest: whose page it was to be is not known here.
 */
export function answerErrors(given: Web): ErrorHandler {
  return (error, c) => {
    const web = spokenToGuest(given, c);
    const { site } = web;
    const { notFound, held, refused } = wordsOf(web);
    if (!(error instanceof AppError) || error.kind === 'config') return answerDefect(c, web, error);
    const { status } = error;
    const sentence = sentenceOf(error, site.language);
    if (error.kind === 'upstream')
      web.deps.log.warn({ code: error.code, route: routePath(c) }, 'upstream failed');
    const [title, body] =
      error.code === 'edition.held'
        ? [held.title, <HeldPage key="held" site={site} sentence={sentence} />]
        : error.kind === 'not_found'
          ? [notFound.title, <NotFoundPage key="missing" site={site} sentence={sentence} />]
          : [refused.title, <RefusedPage key="refused" site={site} sentence={sentence} />];
    return show(c, web, { title, visibility: 'private', status, body });
  };
}

/** An address that no route answers to. */
export function answerNotFound(given: Web): NotFoundHandler {
  return (c) => {
    const web = spokenToGuest(given, c);
    const { title, lead } = wordsOf(web).notFound;
    const body = <NotFoundPage site={web.site} sentence={lead} />;
    return show(c, web, { title, visibility: 'private', status: 404, body });
  };
}

/** A form that is larger than any form of ours. */
export function answerTooLarge(given: Web): (c: Context) => Response {
  return (c) => {
    const web = spokenToGuest(given, c);
    const { title, lead } = wordsOf(web).tooLarge;
    const body = <RefusedPage site={web.site} sentence={lead} />;
    return show(c, web, { title, visibility: 'private', status: 413, body });
  };
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
