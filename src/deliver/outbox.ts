import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { domainToASCII } from 'node:url';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { fileNameOf } from '../shared/address.ts';
import { upstream } from '../shared/errors.ts';
import { slugOf } from '../shared/html.ts';
import type { Mail, Mailer } from '../shared/ports.ts';

/**
 * The mailer that sends nothing: each mail becomes one `.eml` file that any mail program opens.
 *
 * Shape: `<directory>/<group>/<recipient>-<id>.eml`, RFC 5322 with CRLF; the same mail handed over again replaces its
 * own file, in one step, so a reader never sees half of one.
 * Errors: AppError `mail.outbox` (retryable) when a file cannot be written.
 */
export function createOutboxMailer(directory: string): Mailer {
  return {
    name: 'outbox',
    repeatable: true,
    async send({ mails }) {
      const outcomes = [];
      for (const mail of mails) {
        await write(directory, mail);
        outcomes.push({ ok: true as const, providerId: `outbox:${mail.id}` });
      }
      return outcomes;
    },
  };
}

/** The bytes of a mail as they travel: RFC 5322, CRLF; the same mail always gives the same bytes. */
export function messageOf(mail: Mail): Promise<Buffer> {
  const { from, to, replyTo, subject, html, text, headers, date, id } = mail;
  const domain = domainToASCII(/@([^>]+)>?\s*$/.exec(from)?.[1] ?? '') || 'localhost';
  const node = new MailComposer({
    from,
    to,
    ...(replyTo ? { replyTo } : {}),
    subject,
    html,
    text,
    headers,
    date,
    messageId: `<${id}@${domain}>`,
    baseBoundary: id,
    newline: 'windows',
    encoding: 'utf-8',
  }).compile();
  return node.build();
}

async function write(directory: string, mail: Mail): Promise<void> {
  const folder = join(directory, slugOf(mail.group) || 'mail');
  const file = join(folder, `${fileNameOf(mail.to)}-${mail.id}.eml`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(`${file}.part`, await messageOf(mail));
    await rename(`${file}.part`, file);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw upstream('mail.outbox', `The outbox cannot be written (${reason}): ${folder}.`, {
      cause: error,
      retryable: true,
    });
  }
}
