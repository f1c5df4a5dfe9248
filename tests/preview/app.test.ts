import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { createPreviewApp } from '../../src/preview/app.tsx';
import type { Rendering, Shown } from '../../src/preview/shown.ts';

const MAIL: Shown = {
  id: 'day-all',
  group: 'The edition of 2026-11-23',
  title: 'Every category',
  note: null,
  subject: 'The Tide <b>',
  html: '<html><head></head><body>Hello</body></html>',
  text: 'Hello\n',
  raw: 'To: ana@reader.example\r\n\r\nHello',
  bytesMax: 99_000,
  fragments: [{ key: 'story:harbour:1', title: 'The ferry', form: 'brief', html: 1234, text: 567 }],
  faults: [{ check: 'links', where: 'story 1', problem: 'leads nowhere' }],
};

const app = (rendering: Rendering = { name: 'The Tide', mails: [MAIL], notes: ['Nothing is kept.'] }) =>
  createPreviewApp({ rendering: async () => rendering, onChange: () => () => {} });

const get = (path: string, over?: Rendering) => app(over).request(`http://127.0.0.1:4100${path}`);
const text = async (path: string, over?: Rendering) => (await get(path, over)).text();

test('pictures of a site that does not run come from the preview itself', async () => {
  const html = `<html><head></head><img src="https://tide.example/logo.png"><a href="https://tide.example/">Tide</a></html>`;
  const routes = new Hono().get('/logo.png', (c) => c.body('a picture'));
  const served = createPreviewApp({
    pictures: { siteUrl: 'https://tide.example', routes },
    rendering: async () => ({ name: 'The Tide', mails: [{ ...MAIL, html }], notes: [] }),
    onChange: () => () => {},
  });
  const mail = await (await served.request('http://127.0.0.1:4100/mails/day-all/html')).text();
  expect(mail).toContain('<img src="/logo.png"><a href="https://tide.example/">');
  expect(await (await served.request('http://127.0.0.1:4100/logo.png')).text()).toBe('a picture');
});

test('the list names every mail with its size, its faults, and what should be known', async () => {
  const html = await text('/');
  expect(html).toContain('<a href="/mails/day-all">Every category</a>');
  expect(html).toContain('44 bytes <span class="bad">1 fault</span>');
  expect(html).toContain('Nothing is kept.');
  expect(html).toContain('<h1>Mails of The Tide</h1>');
});

test('a mail stands in a frame of the width and the shade that were asked for', async () => {
  const html = await text('/mails/day-all?width=375&shade=dark');
  expect(html).toContain('class="w375"');
  expect(html).toContain('src="/mails/day-all/html?shade=dark"');
  expect(await text('/mails/day-all?width=%22%3E&shade=x')).toContain('class="w600"');
});

test('the mail itself can run nothing', async () => {
  const policy = (await get('/mails/day-all/html')).headers.get('content-security-policy') ?? '';
  expect(policy).toContain(`default-src 'none'`);
  expect(policy).toContain('sandbox allow-popups');
  expect(policy).not.toContain('script');
});

test.each([
  ['text', '<pre dir="auto">Hello'],
  ['source', 'To: ana@reader.example'],
  ['sizes', '<bdi class="title">The ferry</bdi><span class="soft">story:harbour:1</span></td><td>brief</td>'],
  ['sizes', '<td class="number">1,234</td><td class="number">567</td>'],
  ['sizes', 'HTML 44 of at most 99,000 bytes, text 6, the whole message 31.'],
  ['lint', '<td>links</td><td class="key">story 1</td><td>leads nowhere</td>'],
])('its %s can be seen', async (view, part) => {
  expect(await text(`/mails/day-all?view=${view}`)).toContain(part);
});

test('its source can be taken as a file', async () => {
  const answer = await get('/mails/day-all/raw');
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="day-all.eml"');
  expect(await answer.text()).toBe(MAIL.raw);
});

test('a page of the site, which is no mail, has no text and no source to look at', async () => {
  const over = { name: 'The Tide', mails: [{ ...MAIL, text: '', raw: '' }], notes: [] };
  const html = await text('/mails/day-all?view=text', over);
  expect(html).toContain('a page of the site and no mail');
  expect(html).not.toContain('view=source');
  expect(await text('/mails/day-all?view=sizes', over)).toContain('HTML 44 of at most 99,000 bytes.');
  expect((await get('/mails/day-all/raw', over)).status).toBe(404);
  expect(await text('/mails/day-all?view=text')).toContain('view=source');
});

test('who comes by another name is refused, whatever resolves to this machine', async () => {
  const answer = await app().request('http://preview.evil.example/mails/day-all/html');
  expect(answer.status).toBe(403);
  expect(await answer.text()).not.toContain('Hello');
});

test('a template that cannot be rendered is said on every page, which still follows changes', async () => {
  for (const path of ['/', '/mails/day-all']) {
    const answer = await get(path, { failed: 'Error: <mj-text> is not closed' });
    expect(answer.status).toBe(500);
    const html = await answer.text();
    expect(html).toContain('Error: &lt;mj-text&gt; is not closed');
    expect(html).toContain('/preview.js');
  }
  expect((await get('/mails/nothing')).status).toBe(404);
});
