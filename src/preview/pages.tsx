import { Frame, Notes } from './frame.tsx';
import { Switches, View, type Look } from './look.tsx';
import type { Shown } from './shown.ts';

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
          Subject: <bdi>{mail.subject}</bdi> <FaultCount mail={mail} />
        </p>
        <Notes notes={mail.note === null ? [] : [mail.note]} />
        <Switches mail={mail} look={look} />
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
        <p className="soft">
          The page follows as soon as a file changes; where no file is to blame, load it again.
        </p>
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

function FaultCount({ mail: { faults } }: { mail: Shown }) {
  if (!faults || faults.length === 0) return null;
  return <span className="bad">{faults.length === 1 ? '1 fault' : `${faults.length} faults`}</span>;
}

const thousands = (count: number) => count.toLocaleString('en');
