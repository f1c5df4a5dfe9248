import { afterEach, describe, expect, test } from 'vitest';
import { createSmtpMailer } from '../../src/deliver/smtp.ts';
import type { MailOutcome } from '../../src/shared/ports.ts';
import { serveSmtp } from '../helpers/smtp.ts';
import { batchOf, mailOf } from './mail.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close();
});

type Answer = Parameters<typeof serveSmtp>[0];

async function mailerTo(answer?: Answer, { login = '', connectMs = 5_000, answerMs = 5_000 } = {}) {
  const server = await serveSmtp(answer);
  const url = server.url.replace('//', `//${login}`);
  const mailer = createSmtpMailer(url, { connectMs, answerMs });
  open.push(server, mailer);
  return { server, mailer };
}

/** Answers so the first time that the line comes, and as usual afterwards. */
function once(wanted: string, said: string): NonNullable<Answer> {
  let isOver = false;
  return (line) => {
    if (isOver || !line.startsWith(wanted)) return undefined;
    isOver = true;
    return said;
  };
}

const wordsFor = (outcome: MailOutcome) => {
  if (outcome.ok) return 'sent';
  if (outcome.uncertain) return `uncertain ${outcome.code}`;
  return outcome.notBegun ? `not begun ${outcome.code}` : `failed ${outcome.code}`;
};
const readersOf = (mails: readonly { to: string[] }[]) => mails.flatMap(({ to }) => to);
const reader = (i: number) => `reader${String(i)}@inbox.example`;

test('each mail goes to its one reader, whole', async () => {
  const { server, mailer } = await mailerTo();
  const outcomes = await mailer.send(batchOf(3));
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true]);
  expect(server.mails.map(({ to }) => to)).toEqual([[reader(0)], [reader(1)], [reader(2)]]);
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

test('a batch goes over one connection, and the next one over the same', async () => {
  let connections = 0;
  const { mailer } = await mailerTo((line) => {
    if (line === 'connect') connections += 1;
    return undefined;
  });
  await mailer.send(batchOf(3));
  await mailer.send(batchOf(3));
  expect(connections).toBe(1);
});

test('no more than four connections are open at a time', async () => {
  let connections = 0;
  const { server, mailer } = await mailerTo((line) => {
    if (line === 'connect') connections += 1;
    return undefined;
  });
  await Promise.all(Array.from({ length: 9 }, () => mailer.send(batchOf(3))));
  expect(server.mails).toHaveLength(27);
  expect(connections).toBeLessThanOrEqual(4);
});

describe('one mail that the server does not take', () => {
  test('has failed for good with the answer’s number, and without its words; the others get theirs', async () => {
    const { server, mailer } = await mailerTo((line) =>
      /^RCPT.*reader1@/.test(line) ? '550 reader1@inbox.example is unknown here' : undefined,
    );
    const outcomes = await mailer.send(batchOf(3));
    expect(outcomes.map(wordsFor)).toEqual(['sent', 'failed mail.refused', 'sent']);
    expect(outcomes[1]).toEqual({ ok: false, code: 'mail.refused', reason: 'The mail server answered 550.' });
    expect(readersOf(server.mails)).toEqual([reader(0), reader(2)]);
  });

  test('not now, is not begun', async () => {
    const { server, mailer } = await mailerTo((line) =>
      /^RCPT.*reader1@/.test(line) ? '450 later' : undefined,
    );
    const outcomes = await mailer.send(batchOf(3));
    expect(outcomes.map(wordsFor)).toEqual(['sent', 'not begun mail.not_begun', 'sent']);
    expect(outcomes[1]).toMatchObject({ reason: 'The mail server answered 450.' });
    expect(server.mails).toHaveLength(2);
  });

  test.each([
    ['554 no', 'failed mail.refused'],
    ['452 the disk is full', 'not begun mail.not_begun'],
  ])('when it has its text, and answers %s', async (said, ended) => {
    const { server, mailer } = await mailerTo(once('.', said));
    const outcomes = await mailer.send(batchOf(2));
    expect(outcomes.map(wordsFor)).toEqual([ended, 'sent']);
    expect(readersOf(server.mails)).toEqual([reader(1)]);
  });
});

describe('a connection that breaks', () => {
  test.each(['text', '.'])('at "%s" leaves that mail uncertain, and the next goes out', async (line) => {
    const { server, mailer } = await mailerTo(once(line, 'cut'));
    const outcomes = await mailer.send(batchOf(3));
    expect(outcomes.map(wordsFor)).toEqual(['uncertain mail.unknown', 'sent', 'sent']);
    expect(readersOf(server.mails)).toEqual([reader(1), reader(2)]);
  });

  test.each(['MAIL', 'RCPT', 'DATA'])('at %s leaves that mail not begun', async (line) => {
    let mailsBefore = 0;
    const { server, mailer } = await mailerTo((said, mails) => {
      if (!said.startsWith(line) || mails.length !== 1 || mailsBefore++ > 2) return undefined;
      return 'cut';
    });
    const outcomes = await mailer.send(batchOf(3));
    expect(outcomes[0]).toMatchObject({ ok: true });
    // The pool may hand a mail that was not begun over again by itself: then it is there once.
    const sent = outcomes.flatMap((outcome, i) => (outcome.ok ? [reader(i)] : []));
    expect(readersOf(server.mails)).toEqual(sent);
    for (const outcome of outcomes) if (!outcome.ok) expect(outcome).toMatchObject({ notBegun: true });
  });

  test('with no answer to the text in time leaves it uncertain', async () => {
    const { mailer } = await mailerTo(once('.', 'silence'), { answerMs: 300 });
    const outcomes = await mailer.send(batchOf(2));
    expect(outcomes.map(wordsFor)).toEqual(['uncertain mail.unknown', 'sent']);
  });

  test('while it was idle is opened again, and nobody gets two', async () => {
    const { server, mailer } = await mailerTo((line, mails) =>
      line.startsWith('MAIL') && mails.length === 2 && isFirst() ? 'cut' : undefined,
    );
    let asked = 0;
    const isFirst = () => asked++ === 0;
    await mailer.send(batchOf(2));
    expect((await mailer.send(batchOf(2))).map(wordsFor)).toEqual(['sent', 'sent']);
    expect(readersOf(server.mails)).toEqual([reader(0), reader(1), reader(0), reader(1)]);
  });
});

test('of a batch whose server dies, each mail says whether it was sent, is uncertain or was not begun', async () => {
  let stopped: Promise<void> | undefined;
  const { server, mailer } = await mailerTo((line, mails) => {
    if (line === 'text' && mails.length === 2) stopped = server.close();
    return undefined;
  });
  const outcomes = await mailer.send(batchOf(6));
  await stopped;
  expect(outcomes.map(wordsFor)).toEqual([
    'sent',
    'sent',
    'uncertain mail.unknown',
    'not begun mail.not_begun',
    'not begun mail.not_begun',
    'not begun mail.not_begun',
  ]);
  expect(readersOf(server.mails)).toEqual([reader(0), reader(1)]);
  expect(JSON.stringify(outcomes)).not.toContain('inbox.example');
});

describe('a batch of which nothing was begun is tried again later', () => {
  test('when nobody listens', async () => {
    const { server, mailer } = await mailerTo();
    await server.close();
    await expect(mailer.send(batchOf(3))).rejects.toMatchObject({
      code: 'mail.unavailable',
      retryable: true,
    });
  });

  test.each<[string, NonNullable<Answer>]>([
    ['421 for a greeting', (line) => (line === 'connect' ? '421 not now' : undefined)],
    ['no greeting at all', (line) => (line === 'connect' ? 'silence' : undefined)],
    ['a connection that is cut at once', (line) => (line === 'connect' ? 'cut' : undefined)],
    ['421 after the greeting', (line) => (/^EHLO|^HELO/i.test(line) ? '421 not now' : undefined)],
    ['450 for every reader', (line) => (line.startsWith('RCPT') ? '450 later' : undefined)],
    ['451 for the sender', (line) => (line.startsWith('MAIL') ? '451 later' : undefined)],
  ])('at %s', async (_, answer) => {
    const { server, mailer } = await mailerTo(answer, { connectMs: 300 });
    await expect(mailer.send(batchOf(3))).rejects.toMatchObject({
      code: 'mail.unavailable',
      retryable: true,
    });
    expect(server.mails).toEqual([]);
  });
});

describe('what a person has to change stops everything', () => {
  test('a login that is refused', async () => {
    const { server, mailer } = await mailerTo(
      (line) => {
        if (/^EHLO/i.test(line)) return '250-here\r\n250 AUTH PLAIN';
        return line.startsWith('AUTH') ? '535 wrong password' : undefined;
      },
      { login: 'tide:wrong@' },
    );
    await expect(mailer.send(batchOf(2))).rejects.toMatchObject({
      code: 'mail.denied',
      retryable: false,
      message: 'The mail server answered 535 to our login: see that user and password in SMTP_URL are right.',
    });
    expect(server.mails).toEqual([]);
  });

  test('a sender that is refused: no reader has failed for it', async () => {
    const { mailer } = await mailerTo((line) => (line.startsWith('MAIL') ? '550 not yours' : undefined));
    await expect(mailer.send(batchOf(2))).rejects.toMatchObject({
      code: 'mail.denied',
      message: expect.stringContaining('newsroom.from'),
    });
  });
});
