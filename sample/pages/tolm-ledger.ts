import { escapeHtml } from '../../src/shared/html.ts';
import { canonicalHead, documentOf, inventedNote, linksTo, printedTime, type PageInput } from './parts.ts';

/** A page of The Tolm Ledger: plain markup with hardly a class name, as from an old content system. */
export function tolmLedgerPage(input: PageInput): string {
  const { outlet, article, others } = input;
  return documentOf(outlet, {
    title: article.title,
    head: canonicalHead(article),
    body: `<p><b>${escapeHtml(outlet.title)}</b> | ${escapeHtml(outlet.tagline)} | <a href="/">Front page</a> | <a href="/#city">City</a> | <a href="/#province">Province</a></p>
<hr>
<h1>${escapeHtml(article.title)}</h1>
<p><i>${escapeHtml(article.author)}, ${escapeHtml(printedTime(input))}</i></p>
<div>
${article.body}
</div>
<hr>
<p>Other entries in today’s ledger:</p>
<ul>
${linksTo(others)}
</ul>
<p>Corrections are entered in red and never erased.</p>
${inventedNote()}`,
  });
}
