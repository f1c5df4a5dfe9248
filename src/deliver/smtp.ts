import type { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import { upstream } from '../shared/errors.ts';
import type { Mail, Mailer, MailOutcome } from '../shared/ports.ts';
import { messageOf } from './outbox.ts';

/**
 * The mailer that speaks SMTP, over a pool of four connections.
 *
 * SMTP has no idempotency key: a batch whose end is unknown is not handed over a second time.
 *
 * Shape: one mail after the other. What the server refuses for good has failed with its number; what was cut off after
 * its text had begun to go out is uncertain; what was certainly not taken (no connection, a 4yz answer) says so with
 * `notBegun`, and once the server is gone nothing more is begun.
 * Units: `connectMs` until it has greeted us, `answerMs` for each of its answers: RFC 5321 section 4.5.3.2 wants patience.
 * Errors: AppError `mail.unavailable` (retryable) when no mail of the batch was begun, `mail.denied` when the server does
 * not let us in or refuses the sender.
 */
export function createSmtpMailer(
  url: string,
  { connectMs = 15_000, answerMs = 300_000 }: Partial<Patience> = {},
): Mailer & { close(): void } {
  const transport = createPool(url, { connectMs, answerMs });
  const carry = createCarrier(transport);
  return {
    name: 'smtp',
    repeatable: false,
    async send({ mails }) {
      const ends: End[] = [];
      for (const mail of mails) {
        const { gone } = ends.at(-1) ?? {};
        ends.push(gone ? { outcome: notBegun(gone), gone } : await carry(mail));
      }
      return outcomesOf(ends);
    },
    close: () => transport.close(),
  };
}

interface Patience {
  connectMs: number;
  answerMs: number;
}

function createPool(url: string, { connectMs, answerMs }: Patience) {
  return createTransport({
    url,
    pool: true,
    maxConnections: 4,
    maxRequeues: 1,
    connectionTimeout: connectMs,
    dnsTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: answerMs,
  });
}

/** How one mail ended; `gone` says why no other mail need be tried, `denied` what a person has to change. */
interface End {
  outcome: MailOutcome;
  gone?: string;
  denied?: string;
}

/**
 * A batch of which nothing was begun fails as a whole, and may be handed over again as it is.
 */
function outcomesOf(ends: readonly End[]): MailOutcome[] {
  const outcomes = ends.map(({ outcome }) => outcome);
  const [first] = outcomes;
  if (!first || first.ok || outcomes.some((outcome) => outcome.ok || !outcome.notBegun)) return outcomes;
  const denied = ends.find((end) => end.denied)?.denied;
  if (denied) throw upstream('mail.denied', denied);
  throw upstream('mail.unavailable', first.reason, { retryable: true });
}

type Transport = ReturnType<typeof createPool>;

/** Hand over single mails, knowing of each whether its text had begun to go out. */
function createCarrier(transport: Transport): (mail: Mail) => Promise<End> {
  const texts = new WeakMap<object, Readable[]>();
  // The text is read when the server has said that it takes it, and not before.
  transport.use('stream', (mail, done) => {
    const { raw } = mail.data;
    if (Buffer.isBuffer(raw))
      mail.message.processFunc((text) => {
        texts.get(raw)?.push(text);
        return text;
      });
    done();
  });
  return async (mail) => {
    const raw = await messageOf(mail);
    const begun: Readable[] = [];
    texts.set(raw, begun);
    try {
      await transport.sendMail({ envelope: { from: addressIn(mail.from), to: mail.to }, raw });
      return { outcome: { ok: true, providerId: `smtp:${mail.id}` } };
    } catch (error) {
      return endOf(
        asSmtpError(error),
        begun.some((text) => text.readableDidRead),
      );
    }
  };
}

interface SmtpError {
  /** EENVELOPE for sender and recipient, EMESSAGE for the text, EAUTH, ECONNECTION and their like. */
  code?: string;
  responseCode?: number;
  command?: string;
}

/** Errors of nodemailer carry these without saying so in their type. */
const asSmtpError = (error: unknown) => (error ?? {}) as SmtpError;

function endOf({ code, responseCode, command = '' }: SmtpError, hasBegun: boolean): End {
  const answered = responseCode ? `The mail server answered ${String(responseCode)}` : '';
  const isAboutMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (code === 'EAUTH' && !isPassing(responseCode))
    return deniedBy(
      `${answered || 'The mail server has no way'} to our login: see that user and password in SMTP_URL are right.`,
    );
  if (isAboutMail && command === 'MAIL FROM' && responseCode && !isPassing(responseCode))
    return deniedBy(`${answered} to our sender: see that newsroom.from may send through it.`);
  if (isAboutMail && answered)
    return { outcome: isPassing(responseCode) ? notBegun(`${answered}.`) : refused(`${answered}.`) };
  if (isAboutMail && !hasBegun) return { outcome: refused('No mail server takes this address or mail.') };
  if (hasBegun) return { outcome: UNKNOWN };
  const gone = `The mail server cannot be reached or does not serve us now${responseCode ? ` (${String(responseCode)})` : ''}.`;
  return { outcome: notBegun(gone), gone };
}

function deniedBy(sentence: string): End {
  return { outcome: notBegun(sentence), gone: sentence, denied: sentence };
}

/** 4yz: not now, and not taken (RFC 5321 section 4.2.1). */
const isPassing = (responseCode: number | undefined) => responseCode !== undefined && responseCode < 500;

const notBegun = (reason: string): MailOutcome => ({
  ok: false,
  code: 'mail.not_begun',
  reason,
  notBegun: true,
});
const refused = (reason: string): MailOutcome => ({ ok: false, code: 'mail.refused', reason });
const UNKNOWN: MailOutcome = {
  ok: false,
  uncertain: true,
  code: 'mail.unknown',
  reason: 'The connection broke; whether it was sent is not known.',
};

const addressIn = (mailbox: string) => /<([^>]+)>/.exec(mailbox)?.[1] ?? mailbox;
