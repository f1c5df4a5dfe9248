import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { cacheHeaders, contentPolicy, type Visibility } from './headers.ts';
import { Layout, type PageHead } from './pages/layout.tsx';
import { todayOf, type Web } from './site.ts';

/** One page: what its head says, who may keep it, and its content. */
export interface Page extends PageHead {
  status?: number;
  visibility: Visibility;
  /** It shows a text from elsewhere, with its pictures wherever they lie. */
  pictures?: 'any';
  body: ReactNode;
}

/** Answer with a page of the paper. */
export function show(c: Context, web: Web, page: Page): Response {
  const markup = renderToStaticMarkup(
    <Layout site={web.site} today={todayOf(web)} head={page}>
      {page.body}
    </Layout>,
  );
  return c.html(`<!doctype html>${markup}`, (page.status ?? 200) as ContentfulStatusCode, {
    ...cacheHeaders(page.visibility),
    ...(page.pictures ? { 'content-security-policy': contentPolicy({ pictures: page.pictures }) } : {}),
    'content-language': web.site.language,
  });
}

/** The page number of a list, from 1; anything else counts as 1. */
export function pageNumberOf(c: Context): number {
  const text = c.req.query('page') ?? '';
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 1;
}

/** A part of the address as it may stand in a query: undefined when no row can have it. */
export function slugOfPath(c: Context, name: string): string | undefined {
  const text = c.req.param(name) ?? '';
  return /^[\p{L}\p{N}-]{1,200}$/u.test(text) ? text : undefined;
}
