import { afterEach, expect, test } from 'vitest';
import { createSmtpMailer } from '../../src/deliver/smtp.ts';
import { serveSmtp } from '../helpers/smtp.ts';
import { batchOf, mailOf } from './mail.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close();
});

async function mailerTo(answer?: Parameters<typeof serveSmtp>[0]) {
  const server = await serveSmtp(answer);
  const mailer = createSmtpMailer(server.url);
  open.push(server, mailer);
  return { server, mailer };
}

test('each mail goes to its one reader, whole', async () => {
  const { server, mailer } = await mailerTo();
  const outcomes = await mailer.send(batchOf(3));
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true]);
  expect(server.mails.map(({ to }) => to)).toEqual([0, 1, 2].map((i) => [`reader${i}@inbox.example`]));
  for (const { from, data } of server.mails) {
    expect(from).toBe('tide@tide.example');
    expect(data).toMatch(/^List-Unsubscribe: <https:\/\/tide\.example\/u\/abc>\r$/m);
    expect(data).not.toMatch(/^Bcc:/im);
  }
});

test('a line break in a subject reaches nobody else', async () => {
  const { server, mailer } = await mailerTo();
  await mailer.send({ idempotencyKey: 'k', mails: [mailOf({ subject: 'Hi\r\nBcc: eve@else.example' })] });
  expect(server.mails.map(({ to }) => to)).toEqual([['ada@inbox.example']]);
  expect(server.mails[0]?.data).not.toMatch(/^Bcc:/im);
});

test('one reader that the server refuses has failed with its answer’s number; the others get their mail', async () => {
  const { server, mailer } = await mailerTo((line) =>
    /^RCPT.*reader1@/.test(line) ? '550 reader1@inbox.example is unknown here' : undefined,
  );
  const outcomes = await mailer.send(batchOf(3));
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, true]);
  expect(outcomes[1]).toEqual({ ok: false, code: 'mail.refused', reason: 'The mail server answered 550.' });
  expect(server.mails).toHaveLength(2);
});

test('a connection that is cut before the answer leaves that mail uncertain, and the next goes out', async () => {
  let cuts = 0;
  const { server, mailer } = await mailerTo((line) => {
    if (line !== '.' || cuts > 0) return undefined;
    cuts += 1;
    return 'cut';
  });
  const outcomes = await mailer.send(batchOf(2));
  expect(outcomes[0]).toMatchObject({ ok: false, uncertain: true, code: 'mail.unknown' });
  expect(outcomes[1]).toMatchObject({ ok: true });
  expect(server.mails.map(({ to }) => to)).toEqual([['reader1@inbox.example']]);
});

test('a server that cannot be reached, or does not let us in, is tried again later', async () => {
  const { server, mailer } = await mailerTo();
  await server.close();
  await expect(mailer.send(batchOf(1))).rejects.toMatchObject({ code: 'mail.unavailable', retryable: true });
  const closed = await mailerTo((line) => (/^EHLO|^HELO/i.test(line) ? '421 not now' : undefined));
  await expect(closed.mailer.send(batchOf(1))).rejects.toMatchObject({ code: 'mail.unavailable' });
  expect(closed.server.mails).toEqual([]);
});
