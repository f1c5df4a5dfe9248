/**
 * What two spellings of one source's address have in common.
 *
 * Shape: without scheme, `www.`, usual port, fragment and closing slash, the query in a stable order; the text itself when
 * it is no address. Only for telling whether two are the same; nothing is fetched by it.
 */
export function sourceKey(text: string): string {
  const url = URL.parse(text.trim());
  if (!url) return text.trim();
  const host = url.hostname.replace(/\.$/, '').replace(/^www\./, '');
  const port = url.port === '80' || url.port === '443' ? '' : url.port;
  url.searchParams.sort();
  return `${host}${port && `:${port}`}${url.pathname.replace(/\/+$/, '')}${url.search}`;
}
