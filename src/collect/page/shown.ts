import type { Page } from './page.ts';

/** A page as `broadside try --json` prints it. */
export function shownPage(input: string, page: Page) {
  const { title, author, publishedAt, siteName, language, text, html, imageUrl } = page;
  return {
    input,
    kind: 'page' as const,
    title: title ?? null,
    author: author ?? null,
    publishedAt: publishedAt?.toISOString() ?? null,
    siteName: siteName ?? null,
    language: language ?? null,
    text,
    html,
    image: imageUrl ?? null,
  };
}
