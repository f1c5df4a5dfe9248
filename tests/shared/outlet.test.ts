import { expect, test } from 'vitest';
import { isPublicName, outletOf } from '../../src/shared/outlet.ts';

test.each([
  ['https://www.harbour-post.com/feed.xml', 'harbour-post.com'],
  ['http://news.harbour-post.com:8080/', 'harbour-post.com'],
  ['https://feeds.harbour-post.co.uk/a', 'harbour-post.co.uk'],
  ['https://WWW.Harbour-Post.com./', 'harbour-post.com'],
  ['https://a.github.io/feed', 'a.github.io'],
  ['https://b.github.io/feed', 'b.github.io'],
  ['https://github.io/', 'github.io'],
  ['https://www.größe.example/', 'xn--gre-6ka8i.example'],
  ['https://paper.xn--p1ai/', 'paper.xn--p1ai'],
  ['http://127.0.0.1:8099/feeds/a.xml', '127.0.0.1:8099'],
  ['http://127.0.0.1/feeds/a.xml', '127.0.0.1'],
  ['http://[::1]:8099/', '[::1]:8099'],
  ['http://tide.localhost:4030/feed', 'tide.localhost:4030'],
  ['http://mole.localhost:4030/feed', 'mole.localhost:4030'],
  ['http://intranet/feed', 'intranet'],
  ['http://a_b.harbour-post.com/', 'harbour-post.com'],
  ['no address', 'no address'],
])('%s is of the site %s', (url, site) => {
  expect(outletOf(url)).toBe(site);
});

test('names that strangers can reach are told from all others', () => {
  const open = ['harbour-post.com', 'news.harbour-post.co.uk', 'a.github.io', 'Harbour-Post.com.'];
  const shut =
    'localhost tide.localhost paper.local server.lan paper.test paper.example paper.invalid com 10.0.0.1 [::1] 127.0.0.1 intranet';
  expect(open.filter((host) => !isPublicName(host))).toEqual([]);
  expect(shut.split(' ').filter(isPublicName)).toEqual([]);
});
