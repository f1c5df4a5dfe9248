import type { EditionStory, StorySnapshot } from '../../../db/edition.ts';
import { stringsFor } from '../../../strings/strings.ts';
import { authorSentences } from '../../shared/authorship.ts';
import { excerptOf } from '../../shared/html.ts';
import type { Site } from '../site.ts';
import { langOf } from './foreign.tsx';
import { CategoryLink, Meta } from './parts.tsx';

/** One category of an edition with its stories, in their order. */
export interface FrontSection {
  slug: string;
  name: string;
  stories: FrontStory[];
}

export type FrontStory = Pick<EditionStory, 'articleId' | 'score' | 'snapshot'> & {
  /** It already stands further up, so here it is only its headline. */
  repeated: boolean;
};

/** An edition's stories, set. */
export interface Front {
  lead: FrontStory | undefined;
  /** The categories that have nothing but the lead story, by their slugs. */
  leadOnly: string[];
  sections: FrontSection[];
}

/** An edition as a front page: the lead story, then category by category, each at its slug for the mails' links. */
export function FrontPage({ site, front }: { site: Site; front: Front }) {
  const { lead, leadOnly, sections } = front;
  return (
    <>
      {leadOnly.map((slug) => (
        <span key={slug} id={slug} />
      ))}
      {lead && <Lead site={site} story={lead.snapshot} />}
      {sections.map((section) => (
        <section key={section.slug} id={section.slug} className={`shelf category-${section.slug}`}>
          <h2>
            <CategoryLink slug={section.slug} name={section.name} />
          </h2>
          {section.stories.map((story) =>
            story.repeated ? (
              <Repeated key={story.articleId} site={site} story={story.snapshot} />
            ) : (
              <Story key={story.articleId} site={site} story={story.snapshot} />
            ),
          )}
        </section>
      ))}
    </>
  );
}

function Lead({ site, story }: { site: Site; story: StorySnapshot }) {
  return (
    <article className="story lead-story">
      <h2>
        <Headline site={site} story={story} />
      </h2>
      <StoryMeta site={site} story={story} />
      <StoryBody site={site} story={story} charactersMax={320} />
    </article>
  );
}

function Story({ site, story }: { site: Site; story: StorySnapshot }) {
  return (
    <article className="story">
      <h3>
        <Headline site={site} story={story} />
      </h3>
      <StoryMeta site={site} story={story} />
      <StoryBody site={site} story={story} charactersMax={180} />
    </article>
  );
}

function Repeated({ site, story }: { site: Site; story: StorySnapshot }) {
  return (
    <article className="story repeated">
      <h3>
        <Headline site={site} story={story} />
      </h3>
      <StoryMeta site={site} story={story} />
    </article>
  );
}

function Headline({ site, story }: { site: Site; story: StorySnapshot }) {
  return (
    <a href={`/articles/${story.slug}`} {...langOf(site, story.language)}>
      {story.title}
    </a>
  );
}

function StoryMeta({ site, story }: { site: Site; story: StorySnapshot }) {
  return (
    <Meta
      site={site}
      sourceTitle={story.sourceTitle}
      publishedAt={new Date(story.publishedAt)}
      kind={story.kind}
    />
  );
}

function StoryBody(props: { site: Site; story: StorySnapshot; charactersMax: number }) {
  const { site, story, charactersMax } = props;
  const words = stringsFor(site.language).digest;
  return (
    <>
      {story.excerpt && (
        <p className="excerpt" {...langOf(site, story.language)}>
          {story.excerpt}
        </p>
      )}
      <Teaser label={words.opinion} text={story.opinion} charactersMax={charactersMax} />
      <Teaser label={words.action} text={story.action} charactersMax={charactersMax} />
      <Made site={site} story={story} />
      {story.petition && <SignLine site={site} petition={story.petition} />}
    </>
  );
}

function SignLine({ site, petition }: { site: Site; petition: NonNullable<StorySnapshot['petition']> }) {
  const { digest, pages } = stringsFor(site.language);
  return (
    <p className="sign-line">
      <a href={`/petitions/${petition.slug}`}>
        {digest.petition}: <bdi>{petition.title}</bdi>
      </a>{' '}
      <span className="small">{pages.petition.signed(petition)}</span>
    </p>
  );
}

/** Who made what stands above it. */
function Made({ site, story: { opinion, action, by } }: { site: Site; story: StorySnapshot }) {
  const { parts, authorship } = stringsFor(site.language).made;
  const made = authorSentences(
    [
      { name: parts.opinion, by: opinion === null ? null : by.opinion },
      { name: parts.action, by: action === null ? null : by.action },
    ],
    authorship,
  );
  return made === '' ? null : <p className="small">{made}</p>;
}

function Teaser(props: { label: string; text: string | null; charactersMax: number }) {
  if (!props.text) return null;
  return (
    <p className="teaser">
      <b>{props.label}</b> <bdi>{excerptOf(props.text, props.charactersMax)}</bdi>
    </p>
  );
}
