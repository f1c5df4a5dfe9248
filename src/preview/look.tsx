import type { Shade } from './shade.ts';
import type { Shown } from './shown.ts';
import { Faults, Sizes } from './tables.tsx';

/** What can be seen of one mail, and how. */
export interface Look {
  view: (typeof VIEWS)[number];
  width: (typeof WIDTHS)[number];
  shade: Shade;
}

export const VIEWS = ['mail', 'text', 'source', 'sizes', 'lint'] as const;
export const WIDTHS = ['375', '600', 'full'] as const;
export const SHADES = ['light', 'dark'] as const;

/** The switches for how a mail is looked at; a page has neither a text part nor a source. */
export function Switches({ mail, look }: { mail: Shown; look: Look }) {
  const views = isPage(mail) ? VIEWS.filter((view) => view !== 'text' && view !== 'source') : VIEWS;
  return (
    <nav>
      <Switch name="view" values={views} look={look} />
      {look.view === 'mail' && (
        <>
          <Switch name="width" values={WIDTHS} look={look} />
          <Switch name="shade" values={SHADES} look={look} />
        </>
      )}
    </nav>
  );
}

/** One mail as it is looked at. */
export function View({ mail, look }: { mail: Shown; look: Look }) {
  switch (look.view) {
    case 'mail':
      return (
        <iframe
          className={`w${look.width}`}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          title={mail.subject}
          src={`/mails/${mail.id}/html?shade=${look.shade}`}
        />
      );
    case 'text':
      return isPage(mail) ? <NoMail /> : <pre dir="auto">{mail.text}</pre>;
    case 'source':
      return isPage(mail) ? <NoMail /> : <Source mail={mail} />;
    case 'sizes':
      return <Sizes mail={mail} />;
    case 'lint':
      return <Faults faults={mail.faults} />;
  }
}

const isPage = ({ raw }: Shown) => raw === '';

const NoMail = () => (
  <p className="soft">This is a page of the site and no mail: it has neither a text part nor a source.</p>
);

function Source({ mail: { id, raw } }: { mail: Shown }) {
  return (
    <>
      <p>
        <a href={`/mails/${id}/raw`}>Take it as a file</a> that mail programs open.
      </p>
      <pre className="lines">{raw}</pre>
    </>
  );
}

function Switch({ name, values, look }: { name: keyof Look; values: readonly string[]; look: Look }) {
  return (
    <div className={name}>
      {values.map((value) => (
        <a
          key={value}
          href={`?${new URLSearchParams({ ...look, [name]: value }).toString()}`}
          aria-current={look[name] === value ? 'true' : undefined}
        >
          {LABELS[value] ?? value}
        </a>
      ))}
    </div>
  );
}

const LABELS: Readonly<Record<string, string>> = {
  mail: 'Mail',
  text: 'Text',
  source: 'Source',
  sizes: 'Sizes',
  lint: 'Lint',
  375: '375 px',
  600: '600 px',
  full: 'Full width',
  light: 'Light',
  dark: 'Dark',
};
