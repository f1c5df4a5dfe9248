import { Fragment, type ReactElement } from 'react';
import { stringsFor } from '../../strings/strings.ts';
import { light, serif } from './palette.ts';
import type { DigestProps } from './props.ts';

/** The head of the paper: logo, name, tagline, and a line with date, number and the way to the web. */
export function Masthead(props: DigestProps): ReactElement {
  const { masthead, links, language, dir, cadence, sample } = props;
  const words = stringsFor(language).digest;
  // Scripts that run from right to left have no italics of their own.
  const slant = dir === 'rtl' ? '' : 'italic ';
  return (
    <mj-section padding="28px 0 0">
      <mj-column>
        <mj-text align="center">
          {masthead.logoUrl && <Logo url={masthead.logoUrl} />}
          <h1 style={{ font: `700 40px/1.15 ${serif}` }}>
            <a href={links.home} style={{ color: light.ink, textDecoration: 'none' }}>
              {masthead.name}
            </a>
          </h1>
          <p style={{ margin: '6px 0 20px', font: `${slant}17px/1.4 ${serif}` }}>{masthead.tagline}</p>
          {cadence === 'weekly' && (
            <p className="w" style={{ margin: '0 0 16px', color: light.accent }}>
              {words.weekly}
            </p>
          )}
          <p className="m l">
            {`${masthead.dayInWords} • ${words.edition(masthead.number)} • `}
            <a href={links.web}>{words.readOnWeb}</a>
          </p>
          {sample && <p className="m">{words.sample}</p>}
        </mj-text>
      </mj-column>
    </mj-section>
  );
}

/**
 * Without words of its own: the name stands right below it.
 *
 * Source: HTML Living Standard, 4.8.4.4 (purely decorative images); caniemail.com: Outlook for Windows knows no height,
 * and keeps the shape of a picture by its width alone.
 */
function Logo({ url }: { url: string }): ReactElement {
  return (
    <p style={{ margin: '0 0 12px' }}>
      <img src={url} alt="" width={64} style={{ height: 'auto' }} />
    </p>
  );
}

/** The newsroom's greeting and what is in this edition, one line for each category. */
export function Contents({ greeting, categories, language, mark = () => '' }: DigestProps): ReactElement {
  return (
    <mj-section padding="12px 0 0">
      <mj-column>
        <mj-text>
          {greeting && <p style={{ margin: '8px 0 22px', font: `19px/1.5 ${serif}` }}>{greeting}</p>}
          <h2 className="h" style={{ font: `700 20px/1.3 ${serif}` }}>
            {stringsFor(language).digest.contents}
          </h2>
          <ul className="k">
            {categories.map(({ slug, name, color, count }) => (
              <Fragment key={slug}>
                {mark('open', `contents:${slug}`)}
                <li>
                  <b className={`c-${slug}`} style={{ color: color.light }}>
                    {name}
                  </b>{' '}
                  <i>{count}</i>
                </li>
                {mark('close', `contents:${slug}`)}
              </Fragment>
            ))}
          </ul>
        </mj-text>
      </mj-column>
    </mj-section>
  );
}
