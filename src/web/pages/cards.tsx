import type { ReactNode } from 'react';
import type { ArticleCard } from '../../../db/article.ts';
import { namedCategories, type Site } from '../site.ts';
import { langOf } from './foreign.tsx';
import { Meta } from './parts.tsx';

/** Articles one below the other: headline, source and date, and what the licence lets us show. */
export function ArticleList(props: { site: Site; articles: readonly ArticleCard[]; heading?: 'h2' | 'h3' }) {
  return (
    <ul className="articles">
      {props.articles.map((article) => (
        <li key={article.id}>
          <Card site={props.site} article={article} heading={props.heading ?? 'h2'}>
            {article.excerpt && (
              <p className="excerpt" {...langOf(props.site, article.language)}>
                {article.excerpt}
              </p>
            )}
          </Card>
        </li>
      ))}
    </ul>
  );
}

/** One article of a list; what stands below its date is up to the list. */
export function Card(props: {
  site: Site;
  article: ArticleCard;
  heading: 'h2' | 'h3';
  children?: ReactNode;
}) {
  const { site, article, heading: Title, children } = props;
  return (
    <article className="story">
      <Title className="card-title">
        <a href={`/articles/${article.slug}`} {...langOf(site, article.language)}>
          {article.title}
        </a>
      </Title>
      <Meta
        site={site}
        sourceTitle={article.sourceTitle}
        publishedAt={article.publishedAt}
        kind={article.kind}
        categories={namedCategories(site, article.categories)}
      />
      {children}
    </article>
  );
}
