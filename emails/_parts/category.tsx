import { Fragment, type ReactElement } from 'react';
import { stringsFor } from '../../strings/strings.ts';
import { serif } from './palette.ts';
import type { DigestCategory, DigestFrame } from './props.ts';
import { Story } from './story.tsx';

/**
 * One category: a section of its own with a single text block that holds all its stories.
 *
 * Shape: the marks of the category stand between sections, so that each block carries its own tables for Outlook.
 */
export function Category({
  category,
  frame,
}: {
  category: DigestCategory;
  frame: DigestFrame;
}): ReactElement {
  const { mark, language } = frame;
  const { slug, more } = category;
  const { light } = category.color;
  return (
    <>
      <Edge text={mark('open', `category:${slug}`)} />
      <mj-section padding="28px 0 0">
        <mj-column>
          <mj-text css-class={`c-${slug}`}>
            <h2 style={{ font: `700 26px/1.2 ${serif}`, color: light, borderTop: `4px solid ${light}` }}>
              {category.name}
            </h2>
            {category.stories.map((story) => (
              <Fragment key={story.id}>
                {mark('open', `story:${slug}:${story.id}`)}
                <Story story={story} frame={frame} />
                {mark('close', `story:${slug}:${story.id}`)}
              </Fragment>
            ))}
            {mark('open', `more:${slug}`)}
            <p className="o">
              <a href={more.url}>{stringsFor(language).digest.more(more.count, category.name)}</a>
            </p>
            {mark('close', `more:${slug}`)}
          </mj-text>
        </mj-column>
      </mj-section>
      <Edge text={mark('close', `category:${slug}`)} />
    </>
  );
}

function Edge({ text }: { text: string }): ReactElement | null {
  return text ? <mj-raw>{text}</mj-raw> : null;
}
