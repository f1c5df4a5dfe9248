import type { Escaped, Mail, MailBatch } from '../../src/shared/ports.ts';

/** A mail with all that a letter can have. */
export const mailOf = (over: Partial<Mail> = {}): Mail => ({
  id: '11111111-1111-4111-8111-111111111111',
  group: '2026-11-23',
  tags: { edition: '0b2f6a52-0000-4000-8000-000000000000', delivery: '22222222-2222-4222-8222-222222222222' },
  from: 'The Test Tide <tide@tide.example>',
  to: 'ada@inbox.example',
  replyTo: 'desk@tide.example',
  subject: 'The Test Tide: “ferry” – Über',
  html: `<p>Grüße</p>\n<p>${'long '.repeat(400)}</p>\n.\n`,
  text: 'Grüße\n.\nFrom here on\n',
  headers: { 'List-Unsubscribe': '<https://tide.example/u/abc>', 'List-Id': '<digest.tide.example>' },
  date: new Date('2026-11-23T11:00:00Z'),
  ...over,
});

/** A batch of so many mails, each to another reader. */
export const batchOf = (count: number, over: Partial<Mail> = {}): MailBatch => ({
  idempotencyKey: 'edition/0b2f6a52/1',
  mails: Array.from({ length: count }, (_, i) =>
    mailOf({
      id: `11111111-1111-4111-8111-${String(i).padStart(12, '0')}`,
      to: `reader${i}@inbox.example`,
      ...over,
    }),
  ),
});

/** The same mail as an edition's: its HTML and text once more as escaped bytes. */
export const withEscaped = (mail: Mail): Mail => ({
  ...mail,
  escaped: { html: escapedOf(mail.html), text: escapedOf(mail.text) },
});

/** Written in two takes, the way a splice may do it. */
function escapedOf(text: string): Escaped {
  const bytes = Buffer.from(JSON.stringify(text).slice(1, -1));
  const half = bytes.length >> 1;
  return {
    bytes: bytes.length,
    write: (take) => {
      take(half).set(bytes.subarray(0, half));
      take(bytes.length - half).set(bytes.subarray(half));
    },
  };
}
