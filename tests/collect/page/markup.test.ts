import { expect, test } from 'vitest';
import { plainText, sanitise } from '../../../src/collect/markup.ts';

const URL = 'https://news.example/2026/story';

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

test('many paragraphs whose end is left out stay paragraphs', () => {
  const markup = '<ul><li>One point of many.<p>A paragraph to it.</ul>'.repeat(1_000);
  expect(sanitise(markup, URL).match(/<p>/g)).toHaveLength(1_000);
  expect(plainText('<p>A paragraph of many.'.repeat(1_000)).split('\n\n')).toHaveLength(1_000);
});

test.each([
  ['nested elements', '<div>'.repeat(1_000_000)],
  ['nested lists', '<ul><li>x'.repeat(300_000)],
  ['white space', `<p>${' '.repeat(4_900_000)}x`],
  ['opening brackets', '<'.repeat(4_900_000)],
  ['closing tags', '</div>'.repeat(800_000)],
  ['attributes', `<a ${Array.from({ length: 300_000 }, (_, i) => `a${i}=1`).join(' ')}>x</a>`],
])(
  'five megabytes of %s are cleaned without a hang',
  (_, markup) => {
    expect(sanitise(markup, URL)).not.toMatch(/<div|<a a/);
    expect(plainText(markup)).not.toContain('<div');
  },
  60_000,
);
