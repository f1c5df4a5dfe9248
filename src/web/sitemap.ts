import { escapeHtml } from '../shared/html.ts';
import { editionPath } from './pages/editions.tsx';
import type { Site } from './site.ts';

/**
 * The addresses that search engines may keep.
 *
 * Source: sitemaps.org protocol 0.9; at most 50,000 addresses.
 */
export function sitemap(
  site: Site,
  pages: {
    articles: readonly { slug: string; updatedAt: Date }[];
    editions: readonly { day: string; cadence: 'daily' | 'weekly'; composedAt: Date }[];
    petitions: readonly { slug: string }[];
  },
): string {
  const entries = [
    ...['/', '/categories', '/editions', '/petitions', '/subscribe', '/about'].map((path) =>
      entry(site, path),
    ),
    ...site.categories.map(({ slug }) => entry(site, `/categories/${slug}`)),
    ...pages.petitions.map(({ slug }) => entry(site, `/petitions/${slug}`)),
    ...pages.editions.map((edition) => entry(site, editionPath(edition), edition.composedAt)),
    ...pages.articles.map(({ slug, updatedAt }) =>
      entry(site, `/articles/${encodeURIComponent(slug)}`, updatedAt),
    ),
  ];
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...entries,
    '</urlset>\n',
  ].join('\n');
}

/**
 * What crawlers should leave alone: pages that belong to one person.
 *
 * Source: RFC 9309.
 */
export function robots(site: Site): string {
  const closed = ['/c/', '/u/', '/me/', '/s/', '/g/', '/r/', '/outbox', '/search'];
  const rules = closed.map((path) => `Disallow: ${path}`);
  return ['User-agent: *', ...rules, '', `Sitemap: ${site.url}/sitemap.xml`, ''].join('\n');
}

function entry(site: Site, path: string, changedAt?: Date): string {
  const changed = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : '';
  return `<url><loc>${escapeHtml(site.url + path)}</loc>${changed}</url>`;
}
