import { escapeHtml } from '../../src/shared/html.ts';
import { urlOf } from '../article.ts';
import type { PublishedArticle } from '../feeds.ts';
import type { Outlet } from '../outlets.ts';
import { documentOf, inventedNote } from './parts.ts';

/** An outlet's front page: its name and today's stories. */
export function frontPage(outlet: Outlet, articles: readonly PublishedArticle[]): string {
  const stories = articles.map(
    (each) =>
      `<li><a href="${urlOf(each)}">${escapeHtml(each.title)}</a><br>${escapeHtml(each.summary)}</li>`,
  );
  return documentOf(outlet, {
    title: outlet.tagline,
    language: outlet.language,
    head: `<meta name="description" content="${escapeHtml(outlet.tagline)}">`,
    body: `<h1>${escapeHtml(outlet.title)}</h1>
<p>${escapeHtml(outlet.tagline)}</p>
<ul>
${stories.join('\n')}
</ul>
${inventedNote()}`,
  });
}
