import { expect, test } from 'vitest';
import { removeBoilerplate } from '../../../src/collect/page/boilerplate.ts';
import { readPage } from '../../../src/collect/page/page.ts';
import { parseTree, wordsOf } from '../../../src/collect/page/tree.ts';
import { pageOf, PARAGRAPHS, story, TEXT, URL_OF_STORY as url } from './news.ts';

const textOf = (body: string, head = '<title>Council votes to rebuild the pier</title>') =>
  readPage({ body: pageOf({ body, head }), url }).text;

const SENTENCE = 'This is said to every reader of the site, and it is no part of what happened at the pier.';

test.each([
  ['a newsletter box', `<div class="newsletter-signup"><p>${SENTENCE}</p></div>`],
  [
    'a share bar',
    '<div class="SocialShare"><p>Share this on every network that there is, right now</p></div>',
  ],
  ['related stories', `<section id="related_stories"><p>${SENTENCE}</p></section>`],
  ['an aside', `<aside><p>${SENTENCE}</p></aside>`],
  ['a form', `<form><p>${SENTENCE}</p><input></form>`],
  ['a notice by its role', `<div role="dialog"><p>${SENTENCE}</p></div>`],
  ['comments', `<div class="comments"><p>${SENTENCE}</p></div>`],
  ['a script', `<script>document.write("<p>${SENTENCE}</p>")</script>`],
])('%s inside the article is not part of it', (_, inside) => {
  expect(textOf(story({ inside }))).toBe(TEXT);
});

test('what holds most of the text stays, whatever it is called', () => {
  expect(textOf(`<div class="newsletter sidebar-left">${story()}</div>`)).toBe(TEXT);
  expect(textOf(`<form><div id="comments">${story()}</div></form>`)).toBe(TEXT);
});

test('what holds most of the text is kept before anything else is asked', () => {
  const tree = parseTree(
    pageOf({ body: `<div class="newsletter">${story()}</div><div class="share">Share</div>` }),
    'x',
  );
  removeBoilerplate(tree);
  expect(wordsOf(tree)).toContain(PARAGRAPHS[3]);
  expect(wordsOf(tree)).not.toContain('Share');
});

test('an embedded post in a box called social is kept with its links', () => {
  const inside = `<div class="social-embed"><blockquote><p>The pier is back! <a href="https://t.example/1">t.example/1</a></p>Ana Field <a href="https://t.example/2">3 May</a></blockquote></div>`;
  expect(textOf(story({ inside }))).toContain('The pier is back!');
});

test.each([
  'Advertisement',
  'Publicidade',
  '<a href="/other">Other story: what the mayor had said</a>',
  'Read more: <a href="/other">What the mayor had said before</a>',
  'Sign up for our newsletter and have the news in your inbox every morning.',
  '© 2026 Marsh Post. All rights reserved.',
])('the line "%s" leads away from the article and is left out', (line) => {
  expect(textOf(story({ inside: `<p>${line}</p>` }))).toBe(TEXT);
});

test.each([
  'More than two hundred people had come to hear the vote.',
  'On Tuesday the ferry made its last tour for the season.',
  'See the plan for yourself: it hangs in the town hall until June.',
  'Readers may <a href="/plan">see the plan</a> in the town hall.',
  'The town sold 300 letters at auction.',
])('the line "%s" belongs to the article and stays', (line) => {
  expect(textOf(story({ inside: `<p>${line}</p>` }))).toContain(line.replace(/<[^>]+>/g, ''));
});

test('a heading with links to other articles goes with them; a heading of the article stays', () => {
  const links = '<ul><li><a href="/a">A story</a></li><li><a href="/b">Another story</a></li></ul>';
  expect(textOf(story({ inside: `<h3>You may also like</h3>${links}` }))).toBe(TEXT);
  expect(textOf(story({ inside: '<h3>Latest</h3>' }))).toContain('Latest');
});

test('the title, the byline and the date are not said once more at the top', () => {
  const top =
    '<p>Council votes to rebuild the pier</p><p>By Ana Field and Bo Quay</p><p>Published 3 May 2026, 10:12 | Updated 4 May</p>';
  expect(textOf(story().replace('</h1>', `</h1>${top}`))).toBe(TEXT);
});

test('lines that only link or divide are left out at the end', () => {
  expect(textOf(story({ after: '<p>* * *</p><h2>Topics</h2><p><a href="/t">Harbours</a></p>' }))).toBe(TEXT);
});

test('an article that stands only in the linked data is read from there', () => {
  const data = { '@type': 'NewsArticle', headline: 'Council votes', articleBody: PARAGRAPHS.join('\n\n') };
  const head = `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
  expect(textOf('<div id="app">Loading</div>', head)).toBe(TEXT);
});

test('what is nested too deeply keeps its words, a paragraph each', () => {
  const deep = `${'<div>'.repeat(6_000)}${story()}${'</div>'.repeat(6_000)}`;
  expect(textOf(deep)).toBe(TEXT);
});

test('an article among sixty thousand links is found', () => {
  const links = '<li><a href="/x/y">some link text here</a></li>'.repeat(60_000);
  expect(textOf(`<ul>${links}</ul>${story()}`)).toBe(TEXT);
});
