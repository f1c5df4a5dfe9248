import { escapeHtml } from '../../src/shared/html.ts';
import { urlOf } from '../article.ts';
import { canonicalHead, documentOf, inventedNote, linksTo, printedTime, type PageInput } from './parts.ts';

/** A page of the Harbour Gazette: JSON-LD, a cookie notice above the text and a related box below it. */
export function harbourGazettePage(input: PageInput): string {
  const { outlet, article, others } = input;
  return documentOf(outlet, {
    title: article.title,
    language: article.language,
    head: `${canonicalHead(input)}
<script type="application/ld+json">${jsonLdOf(input)}</script>
<style>body{font:17px/1.55 system-ui,sans-serif;margin:0;color:#14202b}.bar{background:#14202b;color:#fff;padding:.6rem 1rem}.bar a{color:#fff}.cols{max-width:60rem;margin:0 auto;padding:1rem}.cookie{background:#fff3c4;padding:.6rem 1rem}</style>`,
    body: `<div class="cookie" role="region" aria-label="Cookies"><p>We would use cookies if this paper were real. It is not, so there are none. <button type="button">Fine</button></p></div>
<div class="bar"><a href="/">${escapeHtml(outlet.title)}</a> <span>${escapeHtml(outlet.tagline)}</span></div>
<div class="cols">
<ul class="menu"><li><a href="/#harbour">Harbour</a></li><li><a href="/#city">City</a></li><li><a href="/#market">Market</a></li><li><a href="/#sport">Sport</a></li></ul>
<article class="story" id="story">
<h1 class="headline">${escapeHtml(article.title)}</h1>
<footer class="meta"><span class="author">${escapeHtml(article.author ?? 'Gazette staff')}</span> <span class="date">${escapeHtml(printedTime(input))}</span></footer>
<div class="story-text">
${article.body}
</div>
<aside class="share"><span>Share:</span> <a href="#story">Copy the link</a> <a href="#story">Print</a></aside>
</article>
<div class="related-box"><h3>Also in the Gazette</h3><ul>
${linksTo(others)}
</ul></div>
</div>
<footer><p>Harbour Gazette, 2 Capstan Street, Port Ellin.</p>${inventedNote()}</footer>`,
  });
}

function jsonLdOf({ outlet, article }: PageInput): string {
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    description: article.summary,
    datePublished: article.publishedAt.toISOString(),
    inLanguage: article.language,
    mainEntityOfPage: urlOf(article),
    ...(article.author === null ? {} : { author: { '@type': 'Person', name: article.author } }),
    publisher: { '@type': 'Organization', name: outlet.title },
  }).replaceAll('<', String.raw`\u003c`);
}
