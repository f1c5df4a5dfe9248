import { Hono } from 'hono';
import { countArticlesByCategory, listArticlesOfCategory } from '../../db/article.ts';
import { notFound } from '../shared/errors.ts';
import { CategoriesPage, CategoryPage } from './pages/categories.tsx';
import { PAGE_SIZE, pagesOf } from './paging.ts';
import { pageNumberOf, show } from './respond.tsx';
import type { Site, Web } from './site.ts';

/** `/categories` and `/categories/:slug`. */
export function categoryRoutes(web: Web): Hono {
  const { deps, site } = web;
  const app = new Hono();
  app.get('/categories', async (c) => {
    const counts = await countArticlesByCategory(deps.db);
    const body = <CategoriesPage site={site} counts={counts} />;
    return show(c, web, { title: 'Categories', path: '/categories', visibility: 'public', body });
  });
  app.get('/categories/:slug', async (c) => {
    const category = categoryOf(site, c.req.param('slug'));
    const count = (await countArticlesByCategory(deps.db)).get(category.slug) ?? 0;
    const page = pageNumberOf(c);
    const pages = pagesOf(count, page);
    const articles = await listArticlesOfCategory(deps.db, category.slug, {
      limit: PAGE_SIZE,
      offset: (page - 1) * PAGE_SIZE,
    });
    const path = `/categories/${category.slug}`;
    return show(c, web, {
      title: category.name,
      description: `Stories about ${category.name} in ${site.name}.`,
      path,
      feed: { path: `${path}/feed.xml`, title: `${site.name}: ${category.name}` },
      visibility: 'public',
      body: <CategoryPage {...{ site, category, articles, count, page, pages }} />,
    });
  });
  return app;
}

/**
 * The newsroom's category of this slug.
 *
 * Errors: AppError `category.unknown`.
 */
export function categoryOf(site: Site, slug: string): { slug: string; name: string } {
  const category = site.categories.find((known) => known.slug === slug);
  if (!category) throw notFound('category.unknown', 'There is no category of this name in this paper.');
  return category;
}
