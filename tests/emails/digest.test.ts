import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { renderDigest } from '../../src/compose/render.ts';
import { category, digest, story } from './digest-fixture.ts';
import { textOf } from './markup.ts';

const one = (own: Parameters<typeof story>[1]) =>
  digest({ categories: [category('transport', [story('a1', own)])] });

test('markup in a story is shown, never obeyed', async () => {
  const excerpt =
    'A <script>alert(1)</script> </mj-text></td> <!-- & --> {{braces}} [[brackets]] "quoted" it’s 🚲 it\'s';
  const { html } = await renderDigest(
    one({ title: '</h3><b>Bold</b>', excerpt, todos: [{ text: '<img src=x>', url: null }] }),
  );
  expect(textOf(html)).toContain(excerpt);
  expect(textOf(html)).toContain('</h3><b>Bold</b>');
  expect(textOf(html)).toContain('<img src=x>');
  expect(parseHTML(html).document.querySelectorAll('script, img')).toHaveLength(0);
});

test('an address with quotes and ampersands stays one attribute', async () => {
  const url = `https://lantern.example/a?b=1&c="x"&d='y'`;
  const { html } = await renderDigest(one({ url }));
  expect(parseHTML(html).document.querySelector('h3 a')?.getAttribute('href')).toBe(url);
});

test('control characters and broken halves of characters are left out', async () => {
  const { html, text } = await renderDigest(
    one({ title: 'Bell\u0007 and\u0000 half \ud83d', opinion: 'a\u0085b' }),
  );
  for (const part of [html, text]) expect(part).not.toMatch(/[^\P{C}\n]|\ufffd/u);
  expect(text).toContain('Bell and half');
});

test('twenty-four full stories stay under 90,000 bytes, minified', async () => {
  const slugs = ['transport', 'parks', 'schools', 'rivers', 'health', 'culture'];
  const categories = slugs.map((slug) =>
    category(
      slug,
      [1, 2, 3, 4].map((n) => story(`${slug}-${n}`)),
    ),
  );
  const { html } = await renderDigest(digest({ categories }));
  expect(html.split('<h3')).toHaveLength(25);
  expect(Buffer.byteLength(html)).toBeLessThan(90_000);
  expect(html).not.toMatch(/>\n +<(?:div|td)/);
});

test('the language and direction stand on the document and again inside its body', async () => {
  const { html } = await renderDigest(digest({ language: 'ar', dir: 'rtl' }));
  const { document } = parseHTML(html);
  for (const element of [document.documentElement, document.querySelector('body > div')]) {
    expect(element?.getAttribute('lang')).toBe('ar');
    expect(element?.getAttribute('dir')).toBe('rtl');
  }
  expect(html).toContain('direction:rtl');
  expect(html).not.toMatch(/direction:\s*ltr|align="left"/);
});

test('a story in another language says so to programs and to readers', async () => {
  const { html } = await renderDigest(one({ language: 'es', title: 'Un puente' }));
  expect(parseHTML(html).document.querySelector('h3 a')?.getAttribute('lang')).toBe('es');
  expect(textOf(html)).toContain('Spanish');
  expect(textOf((await renderDigest(one({ language: 'en-GB' }))).html)).not.toContain('English');
});

test.each(['full', 'brief'] as const)(
  'a language by another spelling is known, and what is none is left out without a word, in %s',
  async (form) => {
    const excerpt = 'One. Two.';
    const spelt = await renderDigest(one({ language: 'es_MX', form, excerpt }));
    expect(languageOfTitle(spelt.html)).toBe('es-MX');
    expect(textOf(spelt.html)).toContain('Mexican Spanish');
    for (const language of ['en_US', 'not a tag', '', 'x', '"><b>', 'e\u0000n']) {
      const { html, text } = await renderDigest(one({ language, form, excerpt }));
      expect(languageOfTitle(html)).toBeUndefined();
      expect(text).toContain('One.');
    }
  },
);

test('numbers of a petition are written though the mail’s language is none', async () => {
  const { html } = await renderDigest(digest({ language: 'not a tag' }));
  expect(textOf(html)).toContain('1,240 of 5,000');
});

test('nothing in the mail is fetched from elsewhere or acts', async () => {
  const { html } = await renderDigest(digest());
  expect(html).not.toMatch(/fonts\.googleapis|@import|url\(/);
  expect(
    parseHTML(html).document.querySelectorAll('script, form, input, iframe, link, img, video'),
  ).toHaveLength(0);
});

test('one h1, and no heading jumps a level', async () => {
  const { html } = await renderDigest(digest());
  const levels = [...parseHTML(html).document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((heading) =>
    Number(heading.tagName.slice(1)),
  );
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  levels.forEach((level, index) => expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1));
});

test('a plain mail still has a character outside Latin-1', async () => {
  const plain = { opinion: null, action: null, todos: [], excerpt: 'Plain.' };
  const masthead = { ...digest().masthead, tagline: 'Plain' };
  const { html } = await renderDigest({ ...one(plain), masthead });
  expect(html).toMatch(/[\u0100-\uffff]/);
});

test('only a sample mail calls its news invented', async () => {
  expect(textOf((await renderDigest(digest({ sample: true }))).html)).toContain('invented');
  expect(textOf((await renderDigest(digest({ sample: false }))).html)).not.toContain('invented');
});

test('the bar of a petition is empty at none, full at the goal and beyond', async () => {
  expect(await bar(0)).toEqual(['100%']);
  expect(await bar(25)).toEqual(['25%', '75%']);
  expect(await bar(130)).toEqual(['100%']);
});

test('a story in brief keeps its headline, source, one sentence and the way to our opinion', async () => {
  const { html } = await renderDigest(one({ form: 'brief', excerpt: 'First sentence. Second sentence.' }));
  const text = textOf(html);
  expect(text).toContain('Night buses stop at ten from January');
  expect(text).toContain('First sentence.');
  expect(text).not.toContain('Second sentence.');
  expect(text).toContain('Our opinion and what to do');
  expect(text).not.toContain('Sign our petition');
});

test('in brief form it promises an opinion only where there is one', async () => {
  const todo = await renderDigest(one({ form: 'brief', opinion: null, action: null }));
  const nothing = await renderDigest(one({ form: 'brief', opinion: null, action: null, todos: [] }));
  for (const part of [textOf(todo.html), todo.text]) {
    expect(part).toContain('What to do');
    expect(part).not.toContain('Our opinion');
  }
  for (const part of [textOf(nothing.html), nothing.text])
    expect(part.toLowerCase()).not.toContain('what to do');
});

test('what MJML finds wrong is named in the error', async () => {
  const dir = 'sideways' as 'ltr';
  await expect(renderDigest(digest({ dir }))).rejects.toMatchObject({
    code: 'edition.not_rendered',
    message: expect.stringContaining('sideways') as unknown,
  });
});

test('a passage without words leaves no heading', async () => {
  const text = textOf((await renderDigest(one({ opinion: ' ', action: null, todos: [] }))).html);
  expect(text).not.toMatch(/Opinion(?! and)|To do/);
});

/** The widths of the cells of a petition's bar. */
async function bar(signed: number) {
  const petition = { title: 'Buses', url: 'https://lantern.example/p', signed, goal: 100 };
  const { document } = parseHTML((await renderDigest(one({ petition }))).html);
  return [...document.querySelectorAll('td.g, td.r')].map((cell) => cell.getAttribute('width'));
}

/** The language that the title of the first story says it is in. */
function languageOfTitle(html: string): string | undefined {
  return parseHTML(html).document.querySelector('h3 a')?.getAttribute('lang') ?? undefined;
}
