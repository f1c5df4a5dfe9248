import { Fragment, type ReactElement } from 'react';
import { stringsFor } from '../../strings/strings.ts';
import { tagOf } from './language.ts';
import { light, serif } from './palette.ts';
import { PetitionLink } from './petition-link.tsx';
import type { DigestFrame, DigestStory } from './props.ts';
import { briefWords, byline, foreignTag, runsAgainst } from './story-words.ts';
import { firstSentence, paragraphsOf } from './text.ts';

interface StoryProps {
  story: DigestStory;
  frame: DigestFrame;
}

/** One story in its form; it begins with its own rule, so stories may be dropped and moved freely. */
export function Story({ story, frame }: StoryProps): ReactElement {
  const full = story.form === 'full';
  return (
    <>
      <h3 style={{ font: `700 ${full ? 23 : 19}px/1.3 ${serif}` }}>
        {story.update && <span className="u">{`${stringsFor(frame.language).digest.update}: `}</span>}
        <a
          href={story.url}
          style={{ color: light.ink, textDecoration: 'none' }}
          {...ownLanguage(story, frame)}
        >
          {story.title}
        </a>
      </h3>
      <Byline story={story} frame={frame} />
      {full ? <Full story={story} frame={frame} /> : <Brief story={story} frame={frame} />}
    </>
  );
}

/** Where it stood and when, and below it what we told before. */
function Byline({ story, frame }: StoryProps): ReactElement {
  const { update } = story;
  return (
    <p className="m">
      {byline(story, frame.language).map((part, index) => (
        <Fragment key={index}>
          {index > 0 && ' · '}
          <Apart text={part} frame={frame} />
        </Fragment>
      ))}
      {update && (
        <>
          <br />
          {`${stringsFor(frame.language).digest.before(update.dayInWords)}: `}
          <a href={update.url} {...apart(update.title, frame)}>
            {update.title}
          </a>
        </>
      )}
    </p>
  );
}

function Full({ story, frame }: StoryProps): ReactElement {
  const words = stringsFor(frame.language).digest;
  return (
    <>
      {story.excerpt && <p {...ownLanguage(story, frame)}>{story.excerpt}</p>}
      <Passage title={words.opinion} text={story.opinion} />
      <Passage title={words.action} text={story.action} />
      <Todos title={words.todo} todos={story.todos} />
      {story.petition && <PetitionLink petition={story.petition} language={frame.language} />}
      <Related story={story} frame={frame} />
      {story.label && <p className="m">{story.label}</p>}
    </>
  );
}

/** Two lines at most on a wide screen: what happened, and the way to what we say about it. */
function Brief({ story, frame }: StoryProps): ReactElement | null {
  const sentence = firstSentence(story.excerpt, tagOf(story.language) ?? frame.language);
  const words = briefWords(story, frame.language);
  const link = words !== undefined && <a href={story.url}>{words}</a>;
  if (!sentence && !link) return null;
  if (!sentence) return <p>{link}</p>;
  return (
    <p>
      <span {...ownLanguage(story, frame)}>{sentence}</span> {link}
    </p>
  );
}

function Passage({ title, text }: { title: string; text: string | null }): ReactElement | null {
  if (!text?.trim()) return null;
  return (
    <>
      <h4>{title}</h4>
      {paragraphsOf(text).map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
    </>
  );
}

function Todos({ title, todos }: { title: string; todos: DigestStory['todos'] }): ReactElement | null {
  if (todos.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul className="t">
        {todos.map(({ text, url }, index) => (
          <li key={index}>
            <b>{'☐ '}</b>
            {url === null ? text : <a href={url}>{text}</a>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Related({ story, frame }: StoryProps): ReactElement | null {
  if (story.related.length === 0) return null;
  return (
    <p className="m">
      {`${stringsFor(frame.language).digest.related}:`}
      {story.related.map(({ title, url, sourceTitle }, index) => (
        <Fragment key={index}>
          <br />
          <a href={url} {...apart(title, frame)}>
            {title}
          </a>
          {' ('}
          <Apart text={sourceTitle} frame={frame} />)
        </Fragment>
      ))}
    </p>
  );
}

/** Words of either direction, which move nothing that stands beside them. */
function Apart({ text, frame }: { text: string; frame: DigestFrame }): ReactElement {
  const own = apart(text, frame);
  return own.dir ? <span {...own}>{text}</span> : <>{text}</>;
}

const apart = (text: string, { dir }: DigestFrame): { dir?: 'auto' } =>
  runsAgainst(text, dir) ? { dir: 'auto' } : {};

function ownLanguage(story: DigestStory, { language }: DigestFrame): { lang?: string; dir?: 'auto' } {
  const lang = foreignTag(story, language);
  return lang === undefined ? {} : { lang, dir: 'auto' };
}
