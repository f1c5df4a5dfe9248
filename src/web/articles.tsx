import { Hono } from 'hono';
import type { ArticleDetail } from '../../db/article.ts';
import type { Commentary } from '../../db/commentary.ts';
import { stringsFor } from '../../strings/strings.ts';
import { authorWords, digitalSourceType, type Authorship } from '../shared/authorship.ts';
import { notFound } from '../shared/errors.ts';
import { excerptOf } from '../shared/html.ts';
import { ArticlePage } from './pages/article.tsx';
import { show, slugOfPath } from './respond.tsx';
import { todayOf, type Site, type Web } from './site.ts';
import { findStory } from './story.ts';

/** `/articles/:slug`: one story. */
export function articleRoutes(web: Web): Hono {
  const { site } = web;
  const app = new Hono();
  app.get('/articles/:slug', async (c) => {
    const slug = slugOfPath(c, 'slug');
    const story = slug === undefined ? undefined : await findStory(web, slug);
    if (!story) throw notFound('article.unknown', 'There is no such article, or no longer.');
    const { article, commentary } = story;
    const description = descriptionOf(article);
    return show(c, web, {
      title: article.title,
      ...(description ? { description } : {}),
      path: `/articles/${article.slug}`,
      imageUrl: article.source.licence === 'full' ? article.imageUrl : null,
      pictures: 'any',
      data: structuredData(site, article, commentary),
      visibility: 'public',
      body: <ArticlePage site={site} story={story} year={todayOf(web).slice(0, 4)} />,
    });
  });
  return app;
}

const descriptionOf = (article: ArticleDetail) =>
  article.source.licence === 'link' ? '' : excerptOf(article.summary || article.body, 200);

/** Source: schema.org NewsArticle, and `digitalSourceType` for what we add to it. */
function structuredData(site: Site, article: ArticleDetail, commentary: Commentary | undefined): object {
  const parts = (['opinion', 'action', 'todo'] as const).flatMap((kind) => {
    const section = commentary?.[kind];
    return section ? [partOf(site, kind, section)] : [];
  });
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    url: `${site.url}/articles/${article.slug}`,
    datePublished: article.publishedAt.toISOString(),
    dateModified: (article.updatedAt ?? article.publishedAt).toISOString(),
    inLanguage: article.language ?? site.language,
    isBasedOn: article.url,
    ...(article.author ? { author: { '@type': 'Person', name: article.author } } : {}),
    sourceOrganization: { '@type': 'NewsMediaOrganization', name: article.source.title },
    publisher: publisherOf(site),
    ...(parts.length > 0 ? { hasPart: parts } : {}),
  };
}

/** One of our own sections, with how it was made. */
function partOf(site: Site, kind: keyof typeof PARTS, by: Authorship): object {
  const { type, name } = PARTS[kind];
  return {
    '@type': type,
    name,
    inLanguage: site.language,
    digitalSourceType: digitalSourceType(by),
    creditText: authorWords(by, stringsFor(site.language).made.authorship),
    publisher: publisherOf(site),
  };
}

const publisherOf = (site: Site) => ({ '@type': 'NewsMediaOrganization', name: site.name, url: site.url });

const PARTS = {
  opinion: { type: 'OpinionNewsArticle', name: 'Opinion' },
  action: { type: 'CreativeWork', name: 'Action' },
  todo: { type: 'CreativeWork', name: 'To do' },
} as const;
