import { expect, test } from 'vitest';
import { plainText, sanitise } from '../../../src/collect/markup.ts';
import { readPage } from '../../../src/collect/page/page.ts';
import { page } from '../press.ts';

const URL = 'https://news.example/2026/story';

test('a page gives its text without what stands around it, and what it says of itself', () => {
  const head = `<meta property="og:image" content="/ship.jpg"><meta property="og:image:alt" content="A ship &amp; its crew">
    <link rel="canonical" href="https://www.news.example/2026/story?utm_source=x"><meta name="author" content="By Ana Field,">`;
  const read = readPage(page('ferry', 120, head), URL);
  expect(read).toMatchObject({
    language: 'en',
    author: 'Ana Field',
    imageUrl: 'https://news.example/ship.jpg',
    imageAlt: 'A ship & its crew',
    canonicalUrl: 'https://www.news.example/2026/story',
  });
  expect(read.text).not.toContain('Home');
  expect(read.wordCount).toBeGreaterThan(100);
  expect(read.html.match(/<p>/g)?.length).toBe(read.text.split('\n\n').length);
});

test.each([
  ['https://other.example/story', undefined],
  ['https://news.example/', undefined],
  ['javascript:alert(1)', undefined],
  ['/2026/other', 'https://news.example/2026/other'],
])('the canonical address %s counts as %s', (href, expected) => {
  expect(readPage(page('ferry', 60, `<link rel="canonical" href="${href}">`), URL).canonicalUrl).toBe(
    expected,
  );
});

test.each(['', '<p>', 'words only', '<html></html>', '<?xml version="1.0"?><a/>', '\0'])(
  'the page %j has no text and is no accident',
  (markup) => expect(readPage(markup, URL).wordCount).toBeLessThan(25),
);

test('a page that is nested to no end, or has no end of parts, is refused', () => {
  const deep = '<div>'.repeat(5_000) + page('ferry');
  expect(() => readPage(deep, URL)).toThrow(expect.objectContaining({ code: 'page.too_deep' }));
  const wide = '<a href="/x">x</a>'.repeat(60_000);
  expect(() => readPage(wide, URL)).toThrow(expect.objectContaining({ code: 'page.too_large' }));
});

test('foreign markup keeps words and links and loses what can act', () => {
  const markup = `<h1 style="color:red">A</h1><p onclick="x()">One <b>two</b> <a href="/x" onmouseover="y()">three</a>
    <a href="javascript:alert(1)">four</a><img src=x onerror=alert(1)></p><p> </p><script>alert(1)</script>
    <iframe src="https://evil.example"></iframe><form><input value=x></form><svg><script>1</script></svg>`;
  expect(sanitise(markup, URL).replace(/\s+/g, ' ')).toBe(
    '<h2>A</h2><p>One <strong>two</strong> <a href="https://news.example/x" rel="nofollow noopener">three</a> <a>four</a></p>',
  );
});

test('plain text has one paragraph a block and its signs as written', () => {
  expect(plainText('<p>One &amp; two</p><div>3 &lt; 4<br>five</div><ul><li>six</ul><style>no</style>')).toBe(
    'One & two\n\n3 < 4\n\nfive\n\nsix',
  );
  expect(plainText('&amp;lt;b&amp;gt;')).toBe('&lt;b&gt;');
});
