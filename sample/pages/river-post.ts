import { escapeHtml } from '../../src/shared/html.ts';
import {
  canonicalHead,
  documentOf,
  inventedNote,
  linksTo,
  openGraphHead,
  printedTime,
  type PageInput,
} from './parts.ts';

/** A page of The River Post: Open Graph and `<time>`, a navigation, a newsletter box and a list of other stories. */
export function riverPostPage(input: PageInput): string {
  const { outlet, article, others } = input;
  const by = article.author === null ? '' : `By ${escapeHtml(article.author)} · `;
  return documentOf(outlet, {
    title: article.title,
    language: article.language,
    head: `${canonicalHead(input)}
${openGraphHead(input)}
<style>body{font:18px/1.6 Georgia,serif;max-width:44rem;margin:0 auto;padding:1rem;color:#1c2a2a}nav a{margin-right:1rem}aside{background:#e8f0ee;padding:1rem}</style>`,
    body: `<header class="masthead"><p><a href="/">${escapeHtml(outlet.title)}</a></p><p>${escapeHtml(outlet.tagline)}</p>
<nav aria-label="Sections"><a href="/#river">River</a><a href="/#towns">Towns</a><a href="/#letters">Letters</a><a href="/#notices">Notices</a></nav></header>
<main>
<article>
<h1>${escapeHtml(article.title)}</h1>
<footer class="byline">${by}<time datetime="${article.publishedAt.toISOString()}">${escapeHtml(printedTime(input))}</time></footer>
${article.body}
</article>
<aside class="newsletter"><h2>The tide table by post</h2><p>Get the week’s river levels and notices on paper every Friday. Ask at any lock.</p><form action="/paper" method="post"><label>Your lock <input name="lock"></label> <button>Ask for it</button></form></aside>
<section class="more"><h2>More from the river</h2><ul>
${linksTo(others)}
</ul></section>
</main>
<footer><p>The River Post, The Lock House, Mossford. Printed on Tuesdays.</p>${inventedNote()}</footer>`,
  });
}
