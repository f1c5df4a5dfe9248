import type { ReactElement } from 'react';
import { stringsFor } from '../../strings/strings.ts';
import type { DigestProps } from './props.ts';

/** The end of the paper: why it came, how to change or stop it, who made it and how. Never cut. */
export function Footer({
  masthead,
  links,
  why,
  howMade,
  postalAddress,
  language,
}: DigestProps): ReactElement {
  const words = stringsFor(language).digest;
  return (
    <mj-section padding="32px 0 40px">
      <mj-column>
        <mj-text>
          <p className="m e">{why}</p>
          <p className="m">
            <a href={links.preferences}>{words.preferences}</a>
            {' • '}
            <a href={links.unsubscribe}>{words.unsubscribe}</a>
            {' • '}
            <a href={links.home}>{words.home(masthead.name)}</a>
          </p>
          <p className="m">{postalAddress}</p>
          <p className="m">{howMade}</p>
        </mj-text>
      </mj-column>
    </mj-section>
  );
}
