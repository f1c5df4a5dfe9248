import { escapeHtml } from '../../src/shared/html.ts';
import { canonicalHead, documentOf, inventedNote, linksTo, printedTime, type PageInput } from './parts.ts';

/** A page of O Faro do Porto, in Portuguese: microdata, and a box of other stories after the text. */
export function oFaroPage(input: PageInput): string {
  const { outlet, article, others } = input;
  const by =
    article.author === null ? '' : `Por <span itemprop="author">${escapeHtml(article.author)}</span>, `;
  return documentOf(outlet, {
    title: article.title,
    language: article.language,
    head: `${canonicalHead(input)}
<style>body{font:18px/1.6 "Palatino Linotype",Palatino,serif;max-width:40rem;margin:0 auto;padding:1rem}header{border-bottom:3px double #444}</style>`,
    body: `<header><p><a href="/">${escapeHtml(outlet.title)}</a>: ${escapeHtml(outlet.tagline)}</p></header>
<nav><ul><li><a href="/#cais">Cais Velho</a></li><li><a href="/#trabalho">Trabalho</a></li><li><a href="/#cultura">Cultura</a></li></ul></nav>
<main itemscope itemtype="https://schema.org/NewsArticle">
<h1 itemprop="headline">${escapeHtml(article.title)}</h1>
<p>${by}<time itemprop="datePublished" datetime="${article.publishedAt.toISOString()}">${escapeHtml(printedTime(input))}</time></p>
<div itemprop="articleBody">
${article.body}
</div>
</main>
<aside><h2>Leia também</h2><ul>
${linksTo(others)}
</ul></aside>
<footer><p>O Faro do Porto, Cais Velho 11, Port Ellin. Sai às quintas-feiras.</p>${inventedNote()}</footer>`,
  });
}
