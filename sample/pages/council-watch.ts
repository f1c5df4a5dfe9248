import { escapeHtml } from '../../src/shared/html.ts';
import { canonicalHead, documentOf, inventedNote, linksTo, printedTime, type PageInput } from './parts.ts';

/** A page of Council Watch: plain markup with hardly a class name, as from an old content system. */
export function councilWatchPage(input: PageInput): string {
  const { outlet, article, others } = input;
  return documentOf(outlet, {
    title: article.title,
    language: article.language,
    head: canonicalHead(input),
    body: `<p><b>${escapeHtml(outlet.title)}</b> | ${escapeHtml(outlet.tagline)} | <a href="/">Front page</a> | <a href="/#calendar">Calendar</a> | <a href="/#votes">Votes</a></p>
<hr>
<h1>${escapeHtml(article.title)}</h1>
<footer><i>${escapeHtml(article.author ?? 'From the gallery')}, ${escapeHtml(printedTime(input))}</i></footer>
<div>
${article.body}
</div>
<hr>
<footer>
<p>Other notes from the gallery:</p>
<ul>
${linksTo(others)}
</ul>
<p>Did we mishear? Corrections stand at the top of the next note.</p>
${inventedNote()}
</footer>`,
  });
}
