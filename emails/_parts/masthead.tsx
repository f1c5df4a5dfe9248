import { Fragment, type ReactElement } from 'react';
import { light, serif } from './palette.ts';
import type { DigestProps } from './props.ts';
import { stringsFor } from './strings.ts';

/** The head of the paper: logo, name, tagline, and a line with date, number and the way to the web. */
export function Masthead({ masthead, links, language, sample }: DigestProps): ReactElement {
  const words = stringsFor(language).digest;
  return (
    <mj-section padding="28px 0 0">
      <mj-column>
        <mj-text align="center">
          {masthead.logoUrl && <img src={masthead.logoUrl} alt="" width={64} style={{ marginBottom: 12 }} />}
          <h1 style={{ font: `700 44px/1.1 ${serif}` }}>
            <a href={links.home} style={{ color: light.ink, textDecoration: 'none' }}>
              {masthead.name}
            </a>
          </h1>
          <p style={{ margin: '8px 0 18px', font: `italic 17px/1.4 ${serif}` }}>{masthead.tagline}</p>
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

/** The newsroom's greeting and what is in this edition, one line for each category. */
export function Contents({ greeting, categories, language, mark = () => '' }: DigestProps): ReactElement {
  return (
    <mj-section padding="12px 0 0">
      <mj-column>
        <mj-text>
          {greeting && <p style={{ margin: '12px 0 20px', font: `19px/1.5 ${serif}` }}>{greeting}</p>}
          <h2 style={{ font: `700 20px/1.2 ${serif}` }}>{stringsFor(language).digest.contents}</h2>
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
