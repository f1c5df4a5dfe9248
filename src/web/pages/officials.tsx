import type { OfficialCard } from '../../officials/card.ts';
import { shortDate } from '../../shared/day.ts';
import type { Site } from '../site.ts';

/** One office-holder with every way to reach the office, and as of when. */
export function OfficialBlock({ site, official }: { site: Site; official: OfficialCard }) {
  const { name, office, jurisdiction, party } = official;
  return (
    <div className="official" id={`official-${official.slug}`}>
      <h4>{name}</h4>
      <p className="small">{[office, jurisdiction, party].filter(Boolean).join(', ')}</p>
      {official.addresses.map(({ label, lines }) => (
        <address key={lines.join('\n')}>
          {label && <b>{label}</b>}
          {lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </address>
      ))}
      <ul className="ways">
        {official.phones.map((phone) => (
          <li key={phone}>
            <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
          </li>
        ))}
        {official.mailto && (
          <li>
            <a href={official.mailto}>{official.email}</a>
          </li>
        )}
        {official.formUrl && (
          <li>
            <a href={official.formUrl} rel="noopener">
              Contact form of {name}
            </a>
          </li>
        )}
      </ul>
      <p className="small">
        As of {shortDate(new Date(`${official.asOf}T12:00:00Z`), 'UTC', site.language)}; source:{' '}
        {official.source}
      </p>
    </div>
  );
}

/** A letter to start from, as it would stand on paper. */
export function Letter({ letter }: { letter: { subject: string; body: string } }) {
  return (
    <details className="letter">
      <summary>A letter to start from: {letter.subject}</summary>
      <div className="sheet">
        <p>
          <b>{letter.subject}</b>
        </p>
        {letter.body.split(/\n{2,}/).map((paragraph) => (
          <p key={paragraph} className="lines" dir="auto">
            {paragraph}
          </p>
        ))}
      </div>
      <p className="small" dir="auto">
        Put it into your own words: offices read those first.
      </p>
    </details>
  );
}
