import { escapeHtml } from '../../src/shared/html.ts';
import { urlOf } from '../article.ts';
import { originOf } from '../outlets.ts';
import { canonicalHead, documentOf, inventedNote, linksTo, printedTime, type PageInput } from './parts.ts';

/** A page of Upland Air, a community radio: Open Graph, a programme guide, and a link to the film where there is one. */
export function uplandAirPage(input: PageInput): string {
  const { outlet, article, others } = input;
  const film = article.kind === 'video' ? filmLink(input) : '';
  return documentOf(outlet, {
    title: article.title,
    head: `${canonicalHead(article)}
<meta property="og:type" content="${article.kind === 'video' ? 'video.other' : 'article'}">
<meta property="og:title" content="${escapeHtml(article.title)}">
<meta property="og:url" content="${urlOf(article)}">
<meta property="og:site_name" content="${escapeHtml(outlet.title)}">
<meta property="article:author" content="${escapeHtml(article.author)}">
<meta property="article:published_time" content="${article.publishedAt.toISOString()}">
<style>body{font:17px/1.6 system-ui,sans-serif;background:#f5f1e8;color:#2a2418;max-width:46rem;margin:0 auto;padding:1rem}.guide{columns:2}</style>`,
    body: `<header><p><a href="/">${escapeHtml(outlet.title)}</a></p><p>${escapeHtml(outlet.tagline)}</p></header>
<nav aria-label="Programme guide"><ol class="guide"><li>06:00 Milk and weather</li><li>09:00 The long table</li><li>13:00 Notices</li><li>20:00 Songs by request</li></ol></nav>
<main class="post">
<h1>${escapeHtml(article.title)}</h1>
<p class="post-meta">${escapeHtml(article.author)} · <time datetime="${article.publishedAt.toISOString()}">${escapeHtml(printedTime(input))}</time></p>
${film}
<div class="post-content">
${article.body}
</div>
</main>
<aside><h2>Heard lately</h2><ul>
${linksTo(others)}
</ul></aside>
<footer><p>Upland Air, the old creamery, Lissom.</p>${inventedNote()}</footer>`,
  });
}

/** Where the film would be, if the outlet were real. */
export function filmPage(input: PageInput): string {
  const { outlet, article } = input;
  return documentOf(outlet, {
    title: article.title,
    head: '',
    body: `<main><h1>${escapeHtml(article.title)}</h1>
<p>Here the film would play. The sample newsroom ships none.</p>
<p><a href="${urlOf(article)}">Back to the story</a></p></main>
<footer>${inventedNote()}</footer>`,
  });
}

function filmLink({ article }: PageInput): string {
  const film = `${originOf(article.outlet)}/film/${article.slug}`;
  return `<p class="player"><a href="${film}">Watch: ${escapeHtml(article.title)} (6 minutes)</a></p>`;
}
