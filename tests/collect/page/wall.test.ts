import { expect, test } from 'vitest';
import { readPage } from '../../../src/collect/page/page.ts';
import { wallOf } from '../../../src/collect/page/wall.ts';
import { pageOf, PARAGRAPHS, story, URL_OF_STORY as url } from './news.ts';

const response = (status = 200, headers: Record<string, string> = {}) => ({ status, headers, url });
const codeFor = (body: string) => wallOf(response(), readPage({ body, url }))?.code;

test.each([
  [401, {}, 'page.login'],
  [402, {}, 'page.paywall'],
  [403, {}, 'page.refused'],
  [451, {}, 'page.refused'],
  [403, { 'cf-mitigated': 'challenge' }, 'page.challenge'],
  [202, { 'x-amzn-waf-action': 'challenge' }, 'page.challenge'],
  [200, {}, undefined],
  [404, {}, undefined],
  [503, {}, undefined],
])('status %i with %j is %s', (status, headers, code) => {
  const wall = wallOf(response(status, headers));
  expect(wall?.code).toBe(code);
  if (wall) expect(wall.reason).toContain('news.example');
});

const teaser = `<p>${PARAGRAPHS[0]}</p><p>${PARAGRAPHS[1]}</p>`;
const notFree =
  '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>';

test.each([
  ['a teaser that says it is not free', pageOf({ head: notFree, body: teaser }), 'page.paywall'],
  [
    'a locked teaser',
    pageOf({ head: '<meta property="article:content_tier" content="locked">', body: teaser }),
    'page.paywall',
  ],
  [
    'a teaser and a call to subscribe',
    pageOf({ body: `${teaser}<div class="paywall">Subscribe now to continue reading</div>` }),
    'page.paywall',
  ],
  [
    'a teaser for subscribers in German',
    pageOf({ body: `${teaser}<div>Nur für Abonnenten</div>` }),
    'page.paywall',
  ],
  [
    'a challenge',
    '<title>Just a moment...</title><p>Verify you are human by completing the action below.</p>',
    'page.challenge',
  ],
  [
    'a question about cookies',
    '<title>Before you continue</title><p>We use cookies to keep our service running.</p>',
    'page.consent',
  ],
  [
    'a login',
    '<title>Log in - Marsh Post</title><form><input type="password"></form><p>Welcome back.</p>',
    'page.login',
  ],
])('%s is a wall', (_, body, code) => expect(codeFor(body)).toBe(code));

test.each([
  ['an article', pageOf()],
  ['a long article that is not free, and all there', pageOf({ head: notFree, body: story() + story() })],
  [
    'an article beside a call to subscribe',
    pageOf({ body: `${story()}<div>Subscribe now to continue reading</div>` }),
  ],
  ['an article with a login beside it', pageOf({ body: `<form><input type="password"></form>${story()}` })],
  ['an article about cookies', pageOf({ head: '<title>Cookie settings: what the court said</title>' })],
  ['a short notice', pageOf({ body: teaser })],
  [
    'a short notice about logins',
    pageOf({ head: '<title>Log in to the town hall from June</title>', body: teaser }),
  ],
])('%s is no wall', (_, body) => expect(codeFor(body)).toBeUndefined());

test('a page of a consent host is a wall', () => {
  const at = { status: 200, headers: {}, url: 'https://consent.news.example/collect?to=%2Fpier' };
  expect(wallOf(at)?.code).toBe('page.consent');
  expect(wallOf({ ...at, url: 'https://consenting.example/' })).toBeUndefined();
});
