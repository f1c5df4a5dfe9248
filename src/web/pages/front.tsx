import type { EditionStory, StorySnapshot } from '../../../db/edition.ts';
import { stringsFor } from '../../../strings/strings.ts';
import { authorSentences } from '../../shared/authorship.ts';
import { excerptOf } from '../../shared/html.ts';
import type { Site } from '../site.ts';
import { CategoryLink, Meta, numberOf } from './parts.tsx';

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

/** An edition as a front page: the lead story, then category by category. */
export function FrontPage(props: { site: Site; lead: FrontStory | undefined; sections: FrontSection[] }) {
  const { site, lead, sections } = props;
  return (
    <>
      {lead && <Lead site={site} story={lead.snapshot} />}
      {sections.map((section) => (
        <section key={section.slug} className={`shelf category-${section.slug}`}>
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
        <Headline story={story} />
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
        <Headline story={story} />
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
        <Headline story={story} />
      </h3>
      <StoryMeta site={site} story={story} />
    </article>
  );
}

function Headline({ story }: { story: StorySnapshot }) {
  return (
    <a href={`/articles/${story.slug}`} lang={story.language ?? undefined}>
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
  return (
    <>
      {story.excerpt && (
        <p className="excerpt" lang={story.language ?? undefined}>
          {story.excerpt}
        </p>
      )}
      <Teaser label="Opinion" text={story.opinion} charactersMax={charactersMax} />
      <Teaser label="Action" text={story.action} charactersMax={charactersMax} />
      <Made story={story} />
      {story.petition && (
        <p className="sign-line">
          <a href={`/petitions/${story.petition.slug}`}>Sign our petition: {story.petition.title}</a>{' '}
          <span className="small">
            {numberOf(site, story.petition.signed)} of {numberOf(site, story.petition.goal)} have signed
          </span>
        </p>
      )}
    </>
  );
}

/** Who made what stands above it. */
function Made({ story: { opinion, action, by } }: { story: StorySnapshot }) {
  // The front page speaks English.
  const { parts, authorship } = stringsFor('en').made;
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
      <b>{props.label}</b> {excerptOf(props.text, props.charactersMax)}
    </p>
  );
}
