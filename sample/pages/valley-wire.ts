import { escapeHtml } from '../../src/shared/html.ts';
import { urlOf } from '../article.ts';
import { filmUrlOf } from '../feeds.ts';
import {
  canonicalHead,
  documentOf,
  inventedNote,
  linksTo,
  openGraphHead,
  printedTime,
  type PageInput,
} from './parts.ts';

/** A page of Valley Wire, an agency: Open Graph, a ticker of other stories, and a link to the film where there is one. */
export function valleyWirePage(input: PageInput): string {
  const { outlet, article, others } = input;
  const by = article.author === null ? '' : `<span class="by">${escapeHtml(article.author)}</span> · `;
  return documentOf(outlet, {
    title: article.title,
    language: article.language,
    head: `${canonicalHead(input)}
${openGraphHead(input)}
<style>body{font:17px/1.6 system-ui,sans-serif;background:#f4f5f7;color:#20242a;max-width:46rem;margin:0 auto;padding:1rem}.ticker{font-size:.85rem;columns:2}</style>`,
    body: `<header><p><a href="/">${escapeHtml(outlet.title)}</a></p><p>${escapeHtml(outlet.tagline)}</p></header>
<nav class="ticker" aria-label="Latest"><ul>
${linksTo(others)}
</ul></nav>
<main class="post">
<h1>${escapeHtml(article.title)}</h1>
<footer class="post-meta">${by}<time datetime="${article.publishedAt.toISOString()}">${escapeHtml(printedTime(input))}</time></footer>
${article.kind === 'video' ? filmLink(input) : ''}
<div class="post-content">
${article.body}
</div>
</main>
<footer><p>Valley Wire, Mossford and Port Ellin. Subscribers may reprint with the agency’s name.</p>${inventedNote()}</footer>`,
  });
}

/** Where the film would be, if the outlet were real. */
export function filmPage({ outlet, article }: PageInput): string {
  return documentOf(outlet, {
    title: article.title,
    language: article.language,
    head: '<meta name="robots" content="noindex">',
    body: `<main><h1>${escapeHtml(article.title)}</h1>
<p>Here the film would play. The sample newsroom ships none.</p>
<p><a href="${urlOf(article)}">Back to the story</a></p></main>
<footer>${inventedNote()}</footer>`,
  });
}

function filmLink({ article }: PageInput): string {
  return `<aside class="player"><p><a href="${filmUrlOf(article)}">Watch the film</a></p></aside>`;
}
