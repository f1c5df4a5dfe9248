import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createOutboxMailer, messageOf } from '../../src/deliver/outbox.ts';
import { batchOf, mailOf } from './mail.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'broadside-outbox-'));
});
afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

const outbox = () => createOutboxMailer(directory);
const listed = async () => (await readdir(directory, { recursive: true })).toSorted();
const headOf = (bytes: Buffer) =>
  bytes
    .toString()
    .split('\r\n\r\n')[0]
    ?.replace(/\r\n[ \t]+/g, ' ') ?? '';

test('a mail is a file named for its group, its recipient and its id', async () => {
  const { id } = mailOf();
  const outcomes = await outbox().send({ idempotencyKey: 'k', mails: [mailOf()] });
  expect(outcomes).toEqual([{ ok: true, providerId: `outbox:${id}` }]);
  expect(await listed()).toEqual(['2026-11-23', `2026-11-23/ada-at-inbox.example-${id}.eml`]);
});

test('the same mail handed over again is the same file with the same bytes', async () => {
  await outbox().send(batchOf(2));
  const before = await listed();
  const [, file = ''] = before;
  const bytes = await readFile(join(directory, file));
  await outbox().send(batchOf(2));
  expect(await listed()).toEqual(before);
  expect(await readFile(join(directory, file))).toEqual(bytes);
});

test('every line ends in CR LF and is short enough to travel', async () => {
  const text = (await messageOf(mailOf())).toString('latin1');
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
});

test('a mail names its sender, one recipient, the day it is of and how it is ended', async () => {
  const head = headOf(await messageOf(mailOf()));
  expect(head).toContain('From: The Test Tide <tide@tide.example>');
  expect(head).toContain('To: ada@inbox.example');
  expect(head).toContain('Reply-To: desk@tide.example');
  expect(head).toContain('Date: Mon, 23 Nov 2026 11:00:00 +0000');
  expect(head).toContain('Message-ID: <11111111-1111-4111-8111-111111111111@tide.example>');
  expect(head).toContain('List-Unsubscribe: <https://tide.example/u/abc>');
  expect(head).toMatch(/^[\x20-\x7e\r\n]*$/);
});

test('a sender with an international domain and a comma in the name is one sender, in ASCII', async () => {
  const head = headOf(await messageOf(mailOf({ from: 'The Tide, Inc. <tide@bücher.example>' })));
  expect(head).toContain('From: "The Tide, Inc." <tide@xn--bcher-kva.example>');
  expect(head).toContain('111111111111@xn--bcher-kva.example>');
});

test.each([
  ['subject', { subject: 'Hello\r\nBcc: eve@else.example' }],
  ['sender', { from: 'The Tide\r\nBcc: eve@else.example <tide@tide.example>' }],
  ['value of a header', { headers: { 'List-Id': '<a>\r\nBcc: eve@else.example' } }],
])('a line break in the %s begins no header', async (_, over) => {
  const head = headOf(await messageOf(mailOf(over)));
  expect(head).not.toMatch(/^Bcc:/im);
});

test('a recipient or group that looks like a path stays inside the outbox', async () => {
  await outbox().send({
    idempotencyKey: 'k',
    mails: [mailOf({ to: '../../../../etc/x@y.example', group: '../up' })],
  });
  expect(await listed()).toEqual(['up', `up/etc-x-at-y.example-${mailOf().id}.eml`]);
});

test('an outbox that cannot be written says so, without naming a reader, and may be tried again', async () => {
  const file = join(directory, 'file');
  await writeFile(file, '');
  const failed: unknown = await createOutboxMailer(file)
    .send(batchOf(1))
    .catch((error: unknown) => error);
  expect(failed).toMatchObject({
    code: 'mail.outbox',
    retryable: true,
    message: expect.stringContaining(file),
  });
  expect(String(failed)).not.toContain('inbox.example');
});

test('a file that was half written by a killed process is not taken for a mail', async () => {
  await outbox().send(batchOf(1));
  const [, name = ''] = await listed();
  const { length } = await readFile(join(directory, name));
  await writeFile(join(directory, `${name}.part`), 'half');
  await outbox().send(batchOf(1));
  expect(await listed()).toHaveLength(2);
  expect((await readFile(join(directory, name))).length).toBe(length);
});

const failureAt = (path: string) =>
  createOutboxMailer(path)
    .send(batchOf(3))
    .catch((error: unknown) => error);

test.each([
  ['a name that is too long', () => join(directory, 'x'.repeat(300)), 'its path is too long'],
  ['a path through a file', () => join(directory, 'file', 'outbox'), 'a part of its path is a file'],
])('%s is said in words, and may be tried again', async (_, pathOf, words) => {
  await writeFile(join(directory, 'file'), '');
  const error = await failureAt(pathOf());
  expect(error).toMatchObject({ name: 'AppError', code: 'mail.outbox', retryable: true });
  expect(String(error)).toContain(words);
  expect(JSON.stringify(error)).not.toContain('inbox.example');
});

test('what cannot take its place leaves no half file, and the mails before it stay', async () => {
  const third = batchOf(3).mails[2];
  const inTheWay = join(directory, '2026-11-23', `reader2-at-inbox.example-${third?.id ?? ''}.eml`);
  await mkdir(inTheWay, { recursive: true });
  await writeFile(join(inTheWay, 'kept'), '');
  const error = await failureAt(directory);
  expect(error).toMatchObject({ code: 'mail.outbox', retryable: true });
  const files = await listed();
  expect(files.filter((name) => name.endsWith('.part'))).toEqual([]);
  expect(files.filter((name) => /reader[01]-.*\.eml$/.test(name))).toHaveLength(2);
  await rm(inTheWay, { recursive: true });
  expect(await outbox().send(batchOf(3))).toHaveLength(3);
  expect((await listed()).filter((name) => name.endsWith('.eml'))).toHaveLength(3);
});

describe('a disk without room', () => {
  const html = 'Long enough to need some room. '.repeat(3_000);

  /** A command that sends three mails, the second large, and prints what came of it. */
  function sending(path: string) {
    const program = [
      `import { createOutboxMailer } from ${JSON.stringify(resolve(ROOT, 'src/deliver/outbox.ts'))};`,
      `import { batchOf } from ${JSON.stringify(resolve(ROOT, 'tests/deliver/mail.ts'))};`,
      `import { readdirSync } from 'node:fs';`,
      `const { mails: [a, b, c] } = batchOf(3, { html: 'short' });`,
      `const mails = [a, { ...b, html: ${JSON.stringify(html)} }, c];`,
      `const outbox = createOutboxMailer(${JSON.stringify(path)});`,
      `const error = await outbox.send({ idempotencyKey: 'k', mails }).catch((error) => error);`,
      `const files = readdirSync(${JSON.stringify(path)}, { recursive: true });`,
      `console.log(JSON.stringify({ code: error.code, retryable: error.retryable, message: error.message, files }));`,
    ].join('\n');
    return [process.execPath, '--import', 'tsx', '--input-type=module', '-e', program];
  }

  test('for a whole mail keeps the one before, leaves no half file and may be tried again', () => {
    const limited = ['-c', 'ulimit -f 40; exec "$@"', 'sh', ...sending(directory)];
    const { stdout, stderr } = spawnSync('sh', limited, { cwd: ROOT, encoding: 'utf8' });
    expect(stderr).toBe('');
    const { files, ...error } = said(stdout);
    expect(error).toMatchObject({ code: 'mail.outbox', retryable: true });
    expect(error.message).toContain('no file so large');
    expect(files.filter((name) => name.includes('reader'))).toEqual([
      expect.stringMatching(/reader0-.*\.eml$/),
    ]);
  });

  const mayMount = spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;
  test.skipIf(!mayMount)('at all says so (skipped where no file system may be mounted)', () => {
    const mounted = [
      '-m',
      'sh',
      '-c',
      'mount -t tmpfs -o size=40k none "$0" && exec "$@"',
      directory,
      ...sending(directory),
    ];
    const { stdout } = spawnSync('unshare', mounted, { cwd: ROOT, encoding: 'utf8' });
    const { files, ...error } = said(stdout);
    expect(error).toMatchObject({ code: 'mail.outbox', retryable: true });
    expect(error.message).toContain('the disk is full');
    expect(files.filter((name) => name.includes('reader'))).toEqual([
      expect.stringMatching(/reader0-.*\.eml$/),
    ]);
  });
});

const ROOT = resolve(import.meta.dirname, '../..');

const said = (output: string) =>
  JSON.parse(output) as { code: string; retryable: boolean; message: string; files: string[] };
