import type { ArticleCard } from '../../../db/article.ts';
import type { Site } from '../site.ts';
import { ArticleList } from './cards.tsx';
import { countOf, Heading, Pager } from './parts.tsx';

/** Every category with how many articles it holds. */
export function CategoriesPage(props: { site: Site; counts: ReadonlyMap<string, number> }) {
  const { site, counts } = props;
  return (
    <>
      <Heading title="Categories" lead="Every story stands on the shelf it belongs to; some stand on two." />
      <ul className="rows">
        {site.categories.map(({ slug, name }) => (
          <li key={slug} className={`category-${slug}`}>
            <a className="row-title category" href={`/categories/${slug}`}>
              {name}
            </a>
            <span className="small">{countOf(site, counts.get(slug) ?? 0, 'article')}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** One category, newest article first. */
export function CategoryPage(props: {
  site: Site;
  category: { slug: string; name: string };
  articles: readonly ArticleCard[];
  count: number;
  page: number;
  pages: number;
}) {
  const { site, category, articles, count, page, pages } = props;
  return (
    <>
      <header className={`heading category-${category.slug}`}>
        <h1 className="category">{category.name}</h1>
        <p className="lead">
          {countOf(site, count, 'article')}, newest first.{' '}
          <a href={`/categories/${category.slug}/feed.xml`}>Feed of this category</a>
        </p>
      </header>
      {articles.length === 0 ? (
        <p className="empty">
          Nothing stands here yet. The next story about {category.name} will. Until then, see{' '}
          <a href="/categories">the other categories</a>.
        </p>
      ) : (
        <ArticleList site={site} articles={articles} />
      )}
      <Pager page={page} pages={pages} href={(number) => `/categories/${category.slug}?page=${number}`} />
    </>
  );
}
