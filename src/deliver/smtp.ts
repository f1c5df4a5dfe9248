import { createTransport } from 'nodemailer';
import { upstream } from '../shared/errors.ts';
import type { Mail, Mailer, MailOutcome } from '../shared/ports.ts';
import { messageOf } from './outbox.ts';

/**
 * The mailer that speaks SMTP, over a pool of connections.
 *
 * SMTP has no idempotency key: a batch whose end is unknown is not handed over a second time.
 * Errors: AppError `mail.unavailable` (retryable) when the server cannot be reached at all, before any mail was sent.
 */
export function createSmtpMailer(url: string): Mailer & { close(): void } {
  const transport = createTransport(url, { pool: true } as object);
  return {
    name: 'smtp',
    repeatable: false,
    async send({ mails }) {
      await transport.verify().catch((error: unknown) => {
        throw upstream('mail.unavailable', 'The mail server cannot be reached or refuses to let us in.', {
          cause: error,
          retryable: true,
        });
      });
      const outcomes: MailOutcome[] = [];
      for (const mail of mails) outcomes.push(await sendOne(transport, mail));
      return outcomes;
    },
    close: () => transport.close(),
  };
}

async function sendOne(transport: ReturnType<typeof createTransport>, mail: Mail): Promise<MailOutcome> {
  try {
    const envelope = { from: addressIn(mail.from), to: mail.to };
    await transport.sendMail({ envelope, raw: await messageOf(mail) });
    return { ok: true, providerId: `smtp:${mail.id}` };
  } catch (error) {
    const { responseCode } = error as { responseCode?: number };
    if (responseCode)
      return { ok: false, code: 'mail.refused', reason: `The mail server answered ${responseCode}.` };
    return {
      ok: false,
      uncertain: true,
      code: 'mail.unknown',
      reason: 'The connection broke; whether it was sent is not known.',
    };
  }
}

const addressIn = (mailbox: string) => /<([^>]+)>/.exec(mailbox)?.[1] ?? mailbox;
