import type { ReactNode } from 'react';
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

/** Every mail by its group. */
export function IndexPage({
  name,
  mails,
  notes,
}: {
  name: string;
  mails: readonly Shown[];
  notes: readonly string[];
}) {
  const groups = [...new Set(mails.map(({ group }) => group))];
  return (
    <Frame title={`Mails of ${name}`}>
      <header>
        <h1>Mails of {name}</h1>
        <p className="soft">
          As templates, strings and configuration are now; the page follows when they change. The reader is
          invented.
        </p>
        <Notes notes={notes} />
      </header>
      <main>
        {groups.map((group) => (
          <section key={group}>
            <h2>{group}</h2>
            <ul className="mails">
              {mails
                .filter((mail) => mail.group === group)
                .map((mail) => (
                  <li key={mail.id}>
                    <a href={`/mails/${mail.id}`}>{mail.title}</a>
                    <span className="soft">
                      {thousands(Buffer.byteLength(mail.html))} bytes <FaultCount mail={mail} />
                    </span>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </main>
    </Frame>
  );
}

/** One mail, with the switches for how it is looked at. */
export function MailPage({ mail, look }: { mail: Shown; look: Look }) {
  const title = `${mail.group}: ${mail.title}`;
  return (
    <Frame title={title}>
      <header>
        <p className="soft">
          <a href="/">All mails</a>
        </p>
        <h1>{title}</h1>
        <p className="soft">
          Subject: {mail.subject} <FaultCount mail={mail} />
        </p>
        <Notes notes={mail.note === null ? [] : [mail.note]} />
        <nav>
          <Switch name="view" values={VIEWS} look={look} />
          {look.view === 'mail' && (
            <>
              <Switch name="width" values={WIDTHS} look={look} />
              <Switch name="shade" values={SHADES} look={look} />
            </>
          )}
        </nav>
      </header>
      <main>
        <View mail={mail} look={look} />
      </main>
    </Frame>
  );
}

/** Why there is nothing to see. */
export function FailedPage({ reason }: { reason: string }) {
  return (
    <Frame title="Not rendered">
      <header>
        <h1 className="bad">The mails cannot be rendered</h1>
        <p className="soft">The page follows as soon as a file changes.</p>
      </header>
      <main>
        <pre>{reason}</pre>
      </main>
    </Frame>
  );
}

/** There is no such mail; there may have been one before a change. */
export function UnknownPage() {
  return (
    <Frame title="No such mail">
      <header>
        <h1>There is no such mail</h1>
        <p>
          <a href="/">All mails</a>
        </p>
      </header>
    </Frame>
  );
}

function View({ mail, look }: { mail: Shown; look: Look }) {
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
      return <pre dir="auto">{mail.text}</pre>;
    case 'source':
      return (
        <>
          <p>
            <a href={`/mails/${mail.id}/raw`}>Take it as a file</a> that mail programs open.
          </p>
          <pre>{mail.raw}</pre>
        </>
      );
    case 'sizes':
      return <Sizes mail={mail} />;
    case 'lint':
      return <Faults faults={mail.faults} />;
  }
}

function Switch({ name, values, look }: { name: keyof Look; values: readonly string[]; look: Look }) {
  return (
    <div>
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
  full: 'Full width',
  light: 'Light',
  dark: 'Dark',
};

function FaultCount({ mail: { faults } }: { mail: Shown }) {
  if (!faults || faults.length === 0) return null;
  return <span className="bad">{faults.length === 1 ? '1 fault' : `${faults.length} faults`}</span>;
}

function Notes({ notes }: { notes: readonly string[] }) {
  return notes.map((note) => (
    <p key={note} className="note">
      {note}
    </p>
  ));
}

const thousands = (count: number) => count.toLocaleString('en');

function Frame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="stylesheet" href="/preview.css" />
        <script src="/preview.js" defer />
      </head>
      <body>{children}</body>
    </html>
  );
}
