import { instantInWords } from '../../shared/day.ts';
import type { ParsedMail } from '../mime.ts';
import type { OutboxFolder } from '../outbox-files.ts';
import type { Site } from '../site.ts';
import { Heading, numberOf, timeOf } from './parts.tsx';

/** The mails that were written to files, folder by folder. */
export function OutboxPage({ site, folders }: { site: Site; folders: readonly OutboxFolder[] }) {
  return (
    <>
      <Heading
        title="Outbox"
        lead="Mails that were written to files. Nobody else has got them; this page is gone once a mail provider is set."
      />
      {folders.length === 0 && (
        <p className="empty">
          Nothing has been written yet. Run <code>npm run today</code>, or <a href="/subscribe">subscribe</a>.
        </p>
      )}
      {folders.map(({ folder, entries, total }) => (
        <section key={folder}>
          <h2>{folder}</h2>
          <ul className="rows">
            {entries.map((entry) => (
              <li key={entry.file}>
                <a
                  className="row-title"
                  href={`/outbox/${encodeURIComponent(folder)}/${encodeURIComponent(entry.file)}`}
                >
                  {entry.subject}
                </a>
                <span className="small">
                  to {entry.to},{' '}
                  <time dateTime={entry.writtenAt.toISOString()}>{timeOf(site, entry.writtenAt)}</time>
                </span>
              </li>
            ))}
          </ul>
          {total > entries.length && (
            <p className="small">And {numberOf(site, total - entries.length)} older ones.</p>
          )}
        </section>
      ))}
    </>
  );
}

/** One mail: its head, and its HTML in a frame that can do nothing. */
export function MailPage({ mail, path }: { mail: ParsedMail; path: string }) {
  return (
    <>
      <Heading title={mail.subject || 'Without a subject'} />
      <dl className="mail-head">
        <dt>From</dt>
        <dd>{mail.from}</dd>
        <dt>To</dt>
        <dd>{mail.to}</dd>
        {mail.date && (
          <>
            <dt>Date</dt>
            <dd>{instantInWords(mail.date, 'UTC', 'en')}</dd>
          </>
        )}
      </dl>
      <p className="small">
        <a href={`${path}/html`}>HTML alone</a>, <a href={`${path}/text`}>text part</a>,{' '}
        <a href={`${path}/raw`}>the file as it is</a>, <a href="/outbox">all mails</a>
      </p>
      <iframe
        className="mail"
        src={`${path}/html`}
        title="The mail as its reader sees it"
        sandbox="allow-top-navigation-by-user-activation allow-popups allow-popups-to-escape-sandbox"
      />
    </>
  );
}
