import type { Mail, MailBatch } from '../../src/shared/ports.ts';

/** A mail with all that a mail can have. */
export const mailOf = (over: Partial<Mail> = {}): Mail => ({
  id: '11111111-1111-4111-8111-111111111111',
  group: '2026-11-23',
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
