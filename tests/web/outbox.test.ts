import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseMail } from '../../src/web/mime.ts';
import { testDatabase } from '../helpers/database.ts';
import { testSite } from './site.ts';

const database = testDatabase();
let dir: string;

const compose = (over: object) =>
  new MailComposer({
    from: 'The Test Tide <tide@tide.example>',
    to: 'ana@reader.example',
    subject: 'Żółw — “No. 12”, a subject that is long enough to be folded over more than one line',
    html: '<html><head><title>x</title></head><body><p>Grüße = <a href="https://tide.example/">Tide</a></p></body></html>',
    text: 'Grüße = Tide\n',
    ...over,
  })
    .compile()
    .build();

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'outbox-'));
  for (const [folder, file, subject, at] of [
    ['2026-11-22', 'ana-1.eml', 'Yesterday', 1000],
    ['2026-11-23', 'ana-2.eml', 'Today', 3000],
    ['confirm', 'ana-3.eml', 'Please confirm <b>', 2000],
  ] as const) {
    await mkdir(join(dir, folder));
    await writeFile(join(dir, folder, file), await compose({ subject }));
    await utimes(join(dir, folder, file), at, at);
  }
  await writeFile(join(dir, '2026-11-23', '.hidden.eml'), 'x');
  await writeFile(join(dir, 'secret.eml'), 'x');
});
afterAll(() => rm(dir, { recursive: true }));
const site = () => testSite(database.db, { outboxDir: dir });

describe('the outbox', () => {
  test('lists its folders and mails, newest first', async () => {
    const html = await site().text('/outbox');
    const order = ['Today', 'Please confirm &lt;b&gt;', 'Yesterday'].map((subject) =>
      html.indexOf(`>${subject}<`),
    );
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order[0]).toBeGreaterThan(0);
    expect(html).toContain('to ana@reader.example');
    expect(html).not.toContain('.hidden.eml');
  });

  test('shows a mail in a frame that runs nothing and whose links open in the whole window', async () => {
    const page = await site().get('/outbox/2026-11-23/ana-2.eml');
    expect(page.headers.get('content-security-policy')).toContain(`frame-src 'self'`);
    expect(page.headers.get('cache-control')).toBe('no-store');
    const frame = await site().get('/outbox/2026-11-23/ana-2.eml/html');
    const policy = frame.headers.get('content-security-policy');
    expect(policy).toContain('sandbox allow-top-navigation-by-user-activation');
    expect(policy).toContain(`default-src 'none'`);
    expect(policy).not.toContain('allow-scripts');
    expect(await frame.text()).toContain('<head><base target="_top">');
    expect(await site().text('/outbox/2026-11-23/ana-2.eml/text')).toContain('Grüße = Tide');
    expect(await site().text('/outbox/2026-11-23/ana-2.eml/raw')).toMatch(/^From: .*\r\n/);
  });

  test.each([
    '/outbox/2026-11-23/nothing.eml',
    '/outbox/..%2f..%2fetc/passwd',
    '/outbox/2026-11-23/..%2f..%2fetc%2fpasswd',
    '/outbox/2026-11-23/..%2fsecret.eml',
    '/outbox/%2e%2e/secret.eml',
    '/outbox/2026-11-23/.hidden.eml',
    '/outbox/2026-11-23/%00.eml',
  ])('has nothing at %s', async (path) => {
    for (const end of ['', '/html', '/raw']) expect((await site().get(path + end)).status).toBe(404);
  });

  test('is empty before the first mail, and says how to get one', async () => {
    const html = await testSite(database.db, { outboxDir: join(dir, 'none') }).text('/outbox');
    expect(html).toContain('npm run today');
  });
});

describe('a mail', () => {
  test('is read as it was written, whatever its encoding', async () => {
    for (const textEncoding of ['quoted-printable', 'base64']) {
      const mail = parseMail(await compose({ textEncoding }));
      expect(mail.subject).toBe(
        'Żółw — “No. 12”, a subject that is long enough to be folded over more than one line',
      );
      expect(mail.html).toContain('Grüße = <a href="https://tide.example/">');
      expect(mail.text?.trim()).toBe('Grüße = Tide');
      expect(mail.date).toBeInstanceOf(Date);
    }
  });

  test('of which nothing is left is a mail without parts', () => {
    expect(parseMail(Buffer.from(''))).toMatchObject({ subject: '', html: undefined, text: '' });
    expect(parseMail(Buffer.from('Content-Type: multipart/mixed; boundary=x\n\n--x--'))).toMatchObject({
      html: undefined,
    });
  });
});
