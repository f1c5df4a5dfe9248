import { describe, expect, test } from 'vitest';
import { feedLinksIn } from '../../../src/collect/feed/discover.ts';
import { sniff } from '../../../src/collect/feed/sniff.ts';

const urls = (html: string) => feedLinksIn(html, 'https://harbour.example/news/').map(({ url }) => url);
const link = (href: string, type = 'application/rss+xml', title = '') =>
  `<link rel="alternate" type="${type}" title="${title}" href="${href}">`;

describe('the feeds of a page', () => {
  test('are its alternates of the types that feeds have', () => {
    const html = `<html><head>${link('/rss.xml', undefined, 'Harbour &amp; Hill')}${link('atom', 'application/atom+xml')}${link('/feed.json', 'application/feed+json')}
      <link rel="stylesheet" href="/feed.css"><link rel="alternate" hreflang="fr" href="/fr/">${link('/api/oembed?url=feed', 'application/json+oembed')}</head></html>`;
    expect(feedLinksIn(html, 'https://harbour.example/news/')).toEqual([
      { url: 'https://harbour.example/rss.xml', title: 'Harbour & Hill', type: 'application/rss+xml' },
      { url: 'https://harbour.example/news/atom', title: undefined, type: 'application/atom+xml' },
      { url: 'https://harbour.example/feed.json', title: undefined, type: 'application/feed+json' },
    ]);
  });
  test('in a type of much else need a name that says so', () => {
    expect(
      urls(
        link('/wp-json/wp/v2/pages/1', 'application/json') +
          link('/posts/feed.json', 'application/json') +
          link('/all', 'text/xml', 'RSS'),
      ),
    ).toEqual(['https://harbour.example/posts/feed.json', 'https://harbour.example/all']);
  });
  test('that hold comments come last', () => {
    expect(urls(link('/comments/feed') + link('/feed2', undefined, 'Comments') + link('/feed'))).toEqual([
      'https://harbour.example/feed',
      'https://harbour.example/comments/feed',
      'https://harbour.example/feed2',
    ]);
  });
  test('are told once, and without what is no web address', () => {
    expect(urls(link('/feed') + link('https://harbour.example/feed') + link('javascript:feed()'))).toEqual([
      'https://harbour.example/feed',
    ]);
  });
  test('are relative to the base of the page', () => {
    expect(urls(`<base href="https://cdn.example/x/">${link('feed')}`)).toEqual([
      'https://cdn.example/x/feed',
    ]);
  });
  test('are links in its text where it declares none', () => {
    const html =
      '<a href="/about">About</a><a href="/rss.xml">RSS</a><a href="/feedback">Feedback</a><a href="https://feeds.example/all">All</a>';
    expect(urls(html)).toEqual(['https://harbour.example/rss.xml', 'https://feeds.example/all']);
    expect(urls(html + link('/feed'))).toEqual(['https://harbour.example/feed']);
  });
  test('are not looked for without end', () => {
    expect(urls('<a href="/feed">'.repeat(100_000))).toEqual(['https://harbour.example/feed']);
    expect(urls('')).toEqual([]);
  });
});

describe('a document of a kind that nobody said is', () => {
  test.each([
    ['<rss version="2.0">', undefined, 'feed'],
    [
      '\ufeff<?xml version="1.0"?>\n<!-- x --><?xml-stylesheet href="x"?><feed xmlns="http://www.w3.org/2005/Atom">',
      undefined,
      'feed',
    ],
    ['<!DOCTYPE rdf:RDF [<!ENTITY x "y">]><rdf:RDF>', undefined, 'feed'],
    ['<!DOCTYPE html><rss version="2.0">', 'text/html', 'feed'],
    ['warning <rss>', 'text/plain', 'feed'],
    ['{"version":"https://jsonfeed.org/version/1.1"}', undefined, 'feed'],
    ['{"title":"x","items":[]}', 'application/json', 'feed'],
    ['<!doctype html><html>', 'application/rss+xml', 'page'],
    ['<!-- x --><HTML lang="en">', undefined, 'page'],
    ['<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x"><html>', undefined, 'page'],
    ['<div>part of a page</div>', undefined, 'page'],
    ['just words', 'text/html; charset=utf-8', 'page'],
    ['just words', undefined, 'unknown'],
    ['{"a":1}', undefined, 'unknown'],
    ['<opml version="2.0">', undefined, 'unknown'],
    ['', undefined, 'unknown'],
  ])('%j of type %s: a %s', (text, contentType, kind) => {
    expect(sniff(text, contentType)).toBe(kind);
    expect(sniff(Buffer.from(text), contentType)).toBe(kind);
  });
  test('a feed in UTF-16, too', () => expect(sniff(Buffer.from('<rss>', 'utf16le'))).toBe('feed'));
});
