import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
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
 * Errors: AppError `mail.outbox` (retryable) when a file cannot be written; half of one is taken away again, and what the
 * batch wrote before it stays.
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
  const bytes = await messageOf(mail);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(`${file}.part`, bytes);
    await rename(`${file}.part`, file);
  } catch (error) {
    await rm(`${file}.part`, { force: true }).catch(() => undefined);
    throw upstream('mail.outbox', `The outbox cannot be written: ${hindranceIn(error)} (${folder}).`, {
      retryable: true,
    });
  }
}

/** In words of our own: those of the file system name the file, and with it the reader. */
function hindranceIn(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return HINDRANCES[code] ?? code;
}

const HINDRANCES: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'this user may keep no more on the disk',
  EFBIG: 'this user may write no file so large',
  EROFS: 'the disk is read-only',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'a file stands where its folder should be',
  ENAMETOOLONG: 'its path is too long',
};
