import { stringsFor } from '../../../strings/strings.ts';
import { instantInWords } from '../../shared/day.ts';
import { excerptOf } from '../../shared/html.ts';
import { splitBody } from '../body.ts';
import { namedCategories, type Site } from '../site.ts';
import type { Story, StoryPetition } from '../story.ts';
import { Card } from './cards.tsx';
import { Commentary } from './commentary.tsx';
import { langOf } from './foreign.tsx';
import { CategoryLink, countOf, KINDS, numberOf } from './parts.tsx';
import { PetitionBlock } from './petitions.tsx';
import { TodoSection } from './todo.tsx';
import { baseLanguage } from '../../shared/language.ts';

/** One story: what was reported, what we think of it, and what can be done. */
export function ArticlePage(props: { site: Site; story: Story; year: string }) {
  const { site, story, year } = props;
  const { article, commentary, petitions, related } = story;
  return (
    <>
      <article>
        <ArticleHead site={site} story={story} />
        <ArticleBody site={site} story={story} />
        <AlsoReported story={story} />
      </article>
      <SignOurPetition site={site} petitions={petitions} />
      <Commentary commentary={commentary} />
      <TodoSection site={site} story={story} />
      {isArgued(story) && <SignOurPetition site={site} petitions={petitions} />}
      {related.length > 0 && (
        <section className="related">
          <h2>{countOf(site, related.length, 'related article')}</h2>
          <ul className="articles">
            {related.map((card) => (
              <li key={card.id}>
                <Card site={site} article={card} heading="h3" />
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="colophon" dir="auto">
        Updated{' '}
        <time dateTime={updatedAt(story).toISOString()}>
          {instantInWords(updatedAt(story), site.timezone, site.language)}
        </time>
        . © {year} {site.name}. Opinions and actions are {site.name}’s own; the article belongs to{' '}
        {article.source.title}.
      </p>
    </>
  );
}

function ArticleHead({ site, story: { article } }: { site: Site; story: Story }) {
  const categories = namedCategories(site, article.categories);
  const minutes = Math.max(1, Math.round(article.wordCount / WORDS_PER_MINUTE));
  return (
    <header className="heading">
      <h1>
        <bdi {...langOf(site, article.language)}>{article.title}</bdi>
      </h1>
      <p className="byline">
        <a href={article.url} rel="noopener">
          <bdi>{article.source.title}</bdi>
        </a>{' '}
        — {article.dateMark !== 'given' && 'found '}
        <time dateTime={article.publishedAt.toISOString()}>
          {instantInWords(article.publishedAt, site.timezone, site.language)}
        </time>
      </p>
      <p className="meta">
        {article.author && <span>By {article.author}</span>}
        {article.kind !== 'text' && <span>{KINDS[article.kind]}</span>}
        {article.source.licence === 'full' && article.wordCount > 0 && (
          <span>{numberOf(site, minutes)} min read</span>
        )}
        {isForeign(site, article.language) && <span>In {languageInWords(site, article.language)}</span>}
      </p>
      {categories.length > 0 && (
        <p className="meta categories">
          {categories.map(({ slug, name }) => (
            <CategoryLink key={slug} slug={slug} name={name} />
          ))}
        </p>
      )}
    </header>
  );
}

function ArticleBody({ site, story: { article } }: { site: Site; story: Story }) {
  const { source, url, kind } = article;
  const lang = langOf(site, article.language);
  const excerpt = excerptOf(article.summary || article.body, EXCERPT_MAX);
  const whole = (
    <p className="whole-story">
      <a href={url} rel="noopener">
        {VERBS[kind]} {source.title}
      </a>
      <Recording site={site} article={article} />
    </p>
  );
  if (source.licence === 'link') return whole;
  if (source.licence === 'excerpt' || article.html === '')
    return (
      <>
        {excerpt && (
          <blockquote className="quoted" {...lang} cite={url}>
            <p>{excerpt}</p>
          </blockquote>
        )}
        {whole}
      </>
    );
  const { lead, rest } = splitBody(article.html, article.wordCount);
  return (
    <>
      {kind !== 'text' && whole}
      <div className="prose" {...lang} dangerouslySetInnerHTML={{ __html: lead }} />
      {rest && (
        <details className="expand">
          <summary>
            <span className="when-closed">Expand</span>
            <span className="when-open">Fold</span>
          </summary>
          <div className="prose" {...lang} dangerouslySetInnerHTML={{ __html: rest }} />
        </details>
      )}
    </>
  );
}

/** The recording itself, where it is another address than that of its page. */
function Recording({ site, article }: { site: Site; article: Story['article'] }) {
  const { kind, mediaUrl, mediaSeconds, url } = article;
  if (kind === 'text' || mediaUrl === null || mediaUrl === url) return null;
  const minutes = mediaSeconds === null ? undefined : Math.max(1, Math.round(mediaSeconds / 60));
  return (
    <>
      {' '}
      <span className="small">
        (
        <a href={mediaUrl} rel="noopener">
          the {kind === 'video' ? 'film' : 'recording'} itself
          {minutes !== undefined && `, ${numberOf(site, minutes)} min`}
        </a>
        )
      </span>
    </>
  );
}

function AlsoReported({ story: { alsoReported } }: { story: Story }) {
  if (alsoReported.length === 0) return null;
  return (
    <p className="small also">
      Also reported by{' '}
      {alsoReported.map((card, i) => (
        <span key={card.id}>
          {i > 0 && ', '}
          <a href={`/articles/${card.slug}`}>{card.sourceTitle}</a>
        </span>
      ))}
    </p>
  );
}

function SignOurPetition({ site, petitions }: { site: Site; petitions: readonly StoryPetition[] }) {
  if (petitions.length === 0) return null;
  return (
    <section className="sign-ours">
      <h2>{stringsFor(site.language).digest.petition}</h2>
      {petitions.map(({ card }) => (
        <PetitionBlock key={card.slug} site={site} petition={card} heading="h3" />
      ))}
    </section>
  );
}

const WORDS_PER_MINUTE = 220;
const EXCERPT_MAX = 300;
const VERBS = {
  text: 'Read the whole story at',
  video: 'Watch the video at',
  audio: 'Listen to it at',
} as const;

/** Who has read so far is asked once more; where we have said nothing in between, asking again would only repeat it. */
const isArgued = ({ commentary }: Story): boolean => Boolean(commentary?.opinion ?? commentary?.action);

const updatedAt = ({ article, commentary }: Story): Date =>
  [article.collectedAt, article.updatedAt, commentary?.createdAt]
    .flatMap((at) => at ?? [])
    .reduce((latest, at) => (at > latest ? at : latest), article.collectedAt);

const isForeign = (site: Site, language: string | null): language is string =>
  language !== null && baseLanguage(language) !== baseLanguage(site.language);

const languageInWords = (site: Site, language: string): string =>
  new Intl.DisplayNames(site.language, { type: 'language' }).of(language) ?? language;
