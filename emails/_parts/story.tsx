import { Fragment, type ReactElement } from 'react';
import { light, serif } from './palette.ts';
import { PetitionLink } from './petition-link.tsx';
import type { DigestFrame, DigestStory } from './props.ts';
import { stringsFor } from './strings.ts';
import { byline, hasCommentary, isForeign } from './story-words.ts';
import { firstSentence, paragraphsOf } from './text.ts';

interface StoryProps {
  story: DigestStory;
  frame: DigestFrame;
}

/** One story in its form; it begins with its own rule, so stories may be dropped and moved freely. */
export function Story({ story, frame }: StoryProps): ReactElement {
  return (
    <>
      <h3
        style={{ font: `700 ${story.form === 'full' ? 23 : 20}px/1.25 ${serif}` }}
        {...ownLanguage(story, frame)}
      >
        <a href={story.url} style={{ color: light.ink, textDecoration: 'none' }}>
          {story.title}
        </a>
      </h3>
      <p className="m">{byline(story, frame.language).join(' · ')}</p>
      {story.form === 'full' ? <Full story={story} frame={frame} /> : <Brief story={story} frame={frame} />}
    </>
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
      <Related story={story} title={words.related} />
      {story.label && <p className="m">{story.label}</p>}
    </>
  );
}

function Brief({ story, frame }: StoryProps): ReactElement {
  const sentence = firstSentence(story.excerpt, story.language ?? frame.language);
  return (
    <>
      {sentence && <p {...ownLanguage(story, frame)}>{sentence}</p>}
      {hasCommentary(story) && (
        <p>
          <a href={story.url}>{stringsFor(frame.language).digest.brief}</a>
        </p>
      )}
    </>
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
            <b>☐</b>
            {url === null ? text : <a href={url}>{text}</a>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Related({ story, title }: { story: DigestStory; title: string }): ReactElement | null {
  if (story.related.length === 0) return null;
  return (
    <p className="m">
      {`${title}: `}
      {story.related.map((related, index) => (
        <Fragment key={index}>
          {index > 0 && '; '}
          <a href={related.url}>{related.title}</a>
          {` (${related.sourceTitle})`}
        </Fragment>
      ))}
    </p>
  );
}

function ownLanguage(story: DigestStory, { language }: DigestFrame): { lang?: string; dir?: 'auto' } {
  return isForeign(story, language) && story.language ? { lang: story.language, dir: 'auto' } : {};
}
