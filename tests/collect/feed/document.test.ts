import { describe, expect, test } from 'vitest';
import { parseFeedDocument } from '../../../src/collect/feed/document.ts';

const url = 'https://harbour.example/feeds/news.xml';
const read = (text: string) => parseFeedDocument(text, { url });
const rss = (items: string, head = '') => read(`<rss version="2.0"><channel>${head}${items}</channel></rss>`);
const entry = (inside: string) => rss(`<item>${inside}</item>`).entries[0];
const atom = (inside: string, attributes = 'xmlns="http://www.w3.org/2005/Atom"') =>
  read(`<feed ${attributes}>${inside}</feed>`);
const value = (text: { value: string } | undefined) => text?.value;

describe('the address of an item', () => {
  test.each([
    ['<link>https://harbour.example/a?b=1&amp;c=2</link>', 'https://harbour.example/a?b=1&c=2'],
    ['<link> /quay </link>', 'https://harbour.example/quay'],
    ['<link>next</link>', 'https://harbour.example/feeds/next'],
    ['<guid>https://harbour.example/permanent</guid>', 'https://harbour.example/permanent'],
    ['<guid isPermaLink="false">https://harbour.example/permanent</guid>', undefined],
    ['<link/><guid>https://harbour.example/permanent</guid>', 'https://harbour.example/permanent'],
    ['<atom:link href="https://harbour.example/atom"/>', 'https://harbour.example/atom'],
    [
      '<link>https://feeds.example/1</link><feedburner:origLink>https://harbour.example/1</feedburner:origLink>',
      'https://harbour.example/1',
    ],
    ['<link>HTTPS://HARBOUR.example/A</link>', 'HTTPS://HARBOUR.example/A'],
    ['<link>javascript:alert(1)</link>', undefined],
    ['<link>https://me:secret@harbour.example/</link>', undefined],
    [
      '<enclosure url="https://cdn.harbour.example/1.mp3" type="audio/mpeg" length="7"/>',
      'https://cdn.harbour.example/1.mp3',
    ],
  ])('%s', (inside, expected) => expect(entry(`<title>x</title>${inside}`)?.url).toBe(expected));
  test('in Atom is the page, not the replies, the feed or the file', () => {
    const links = ['replies', 'self', 'enclosure']
      .map((rel) => `<link rel="${rel}" href="/${rel}"/>`)
      .join('');
    const page =
      '<link rel="alternate" type="application/json" href="/j"/><link type="text/html" href="/page"/>';
    expect(atom(`<entry>${links}${page}</entry>`).entries[0]?.url).toBe('https://harbour.example/page');
  });
  test('is the one that an aggregator has replaced, in Atom too', () => {
    const origin = '<feedburner:origLink>https://harbour.example/1</feedburner:origLink>';
    const { entries } = atom(`<entry><link href="https://feeds.example/1"/>${origin}</entry>`);
    expect(entries[0]?.url).toBe('https://harbour.example/1');
  });
  test('is resolved against the nearest xml:base, which may itself be relative', () => {
    const { url: home, entries } = atom(
      '<link href=""/><entry xml:base="2026/"><link href="one"/><content type="html">&lt;a href="two"&gt;</content></entry>',
      'xml:base="https://colline.example/fr/"',
    );
    expect(home).toBe('https://colline.example/fr/');
    expect(entries[0]?.url).toBe('https://colline.example/fr/2026/one');
    expect(value(entries[0]?.content)).toBe('<a href="https://colline.example/fr/2026/two">');
  });
});

describe('a text', () => {
  test.each([
    ['Ships &amp;amp; boats', 'Ships &amp; boats'],
    ['Ships &amp; boats', 'Ships & boats'],
    ['Ships & boats', 'Ships & boats'],
    ['caf&eacute; &nope;', 'café &nope;'],
    ['<![CDATA[<b>Ships</b> &amp; boats]]>', '<b>Ships</b> &amp; boats'],
    ['<![CDATA[Ships]]> and <![CDATA[boats]]>', 'Ships and boats'],
    ['1 &lt; 2', '1 < 2'],
    ['<i>Naked</i> &lt;b&gt;', '<i>Naked</i> &lt;b&gt;'],
    ['a<!-- not said -->b', 'ab'],
    ['x&#8217;&#x41;', 'x’A'],
  ])('written as %s is %s', (written, expected) =>
    expect(value(entry(`<title>${written}</title>`)?.title)).toBe(expected),
  );
  test.each([
    ['<title>1 &lt; 2</title>', { value: '1 < 2', type: 'text' }],
    ['<title type="html">&lt;b&gt;x&lt;/b&gt;</title>', { value: '<b>x</b>', type: 'html' }],
    [
      '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><b>x</b> &lt;</div></title>',
      { value: '<b>x</b> &lt;', type: 'html' },
    ],
    [
      '<title type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:b>x</x:b></x:div></title>',
      { value: '<b>x</b>', type: 'html' },
    ],
    [
      '<title type="xhtml"><div>a</div><div>b</div></title>',
      { value: '<div>a</div><div>b</div>', type: 'html' },
    ],
    ['<title type="text/plain" mode="base64">UXVheQ==</title>', { value: 'Quay', type: 'text' }],
    [
      '<title type="text/html" mode="escaped">&lt;i&gt;x&lt;/i&gt;</title>',
      { value: '<i>x</i>', type: 'html' },
    ],
    ['<title type="application/octet-stream">PGI+eDwvYj4=</title>', { value: '<b>x</b>', type: 'html' }],
  ])('of Atom, %s, is read by its type', (title, expected) =>
    expect(atom(`<entry>${title}<id>1</id></entry>`).entries[0]?.title).toEqual(expected),
  );
});

test('what RSS says in words of other vocabularies is found under any prefix', () => {
  const { entries } =
    read(`<rss version="2.0" xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:c="http://purl.org/rss/1.0/modules/content/"
    xmlns:m="http://search.yahoo.com/mrss/" xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><item>
    <d:title>Title</d:title><d:creator>Ana Field (ana@harbour.example)</d:creator><d:subject>Quays</d:subject><d:date>2026-11-23</d:date>
    <c:encoded>&lt;p&gt;Text&lt;/p&gt;</c:encoded><d:description>Short</d:description><i:duration>1:02:03</i:duration>
    <m:content url="https://cdn.example/f.mp4" type="video/mp4"/><m:content url="/p.jpg" medium="image"><m:title>The quay</m:title></m:content>
    </item></channel></rss>`);
  expect(entries).toMatchObject([
    {
      title: { value: 'Title' },
      authors: ['Ana Field'],
      categories: ['Quays'],
      summary: { value: 'Short' },
      content: { value: '<p>Text</p>' },
      publishedAt: new Date('2026-11-23'),
      kind: 'video',
      durationSeconds: 3723,
      image: { url: 'https://harbour.example/p.jpg', alt: 'The quay' },
      recordingUrl: 'https://cdn.example/f.mp4',
      hasPage: false,
    },
  ]);
});

test('an item says whether its date was given, unreadable or missing', () => {
  const dates = [
    '<pubDate>Mon, 23 Nov 2026 09:30:00 GMT</pubDate>',
    '<pubDate>soon</pubDate>',
    '',
    '<pubDate>soon</pubDate><dc:date>2026-11-23</dc:date>',
  ];
  const { entries } = rss(dates.map((date, i) => `<item><title>${i}</title>${date}</item>`).join(''));
  expect(entries.map(({ dateState }) => dateState)).toEqual(['given', 'unreadable', 'missing', 'given']);
});

test('a feed says where it lives, who tells of its changes and how often to ask', () => {
  const hub =
    '<atom:link rel="hub" href="https://hub.example/"/><atom:link rel="self" href="/feeds/all.xml"/><ttl>90</ttl>';
  const about = {
    selfUrl: 'https://harbour.example/feeds/all.xml',
    hubUrls: ['https://hub.example/'],
    refreshMinutes: 90,
  };
  expect(rss('', hub)).toMatchObject(about);
  expect(
    rss('', '<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>')
      .refreshMinutes,
  ).toBe(360);
  const json = {
    version: 'https://jsonfeed.org/version/1',
    title: 'x',
    feed_url: about.selfUrl,
    hubs: [{ type: 'WebSub', url: 'https://hub.example/' }],
  };
  expect(read(`\ufeff${JSON.stringify(json)}`)).toMatchObject({
    ...about,
    format: 'json',
    refreshMinutes: undefined,
  });
});

test('entries that name nobody are by whoever the feed is by', () => {
  expect(atom('<author><name>Ida Moss</name></author><entry><id>1</id></entry>').entries[0]?.authors).toEqual(
    ['Ida Moss'],
  );
});

describe('old and odd formats', () => {
  test.each([
    [
      'RSS 0.91',
      '<rss version="0.91"><channel><title>Old</title><item><title>One</title><link>https://old.example/1</link></item></channel></rss>',
      'rss',
    ],
    [
      'RSS in capitals',
      '<RSS><CHANNEL><TITLE>Old</TITLE><ITEM><TITLE>One</TITLE><LINK>https://old.example/1</LINK></ITEM></CHANNEL></RSS>',
      'rss',
    ],
    [
      'RSS with its items beside the channel',
      '<rss><channel><title>Old</title></channel><item><title>One</title><link>https://old.example/1</link></item></rss>',
      'rss',
    ],
    [
      'RSS under a prefix',
      '<r:rss xmlns:r="http://backend.userland.com/rss2"><r:channel><r:title>Old</r:title><r:item><r:title>One</r:title><r:link>https://old.example/1</r:link></r:item></r:channel></r:rss>',
      'rss',
    ],
    [
      'the RDF of Netscape',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>Old</title></channel><item><title>One</title><link>https://old.example/1</link></item></rdf:RDF>',
      'rdf',
    ],
    [
      'Atom 0.3',
      '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Old</title><entry><title>One</title><link rel="alternate" href="https://old.example/1"/></entry></feed>',
      'atom',
    ],
    [
      'Atom under a prefix',
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Old</a:title><a:entry><a:title>One</a:title><a:link href="https://old.example/1"/></a:entry></a:feed>',
      'atom',
    ],
    [
      'CDF',
      '<channel href="https://old.example/"><title>Old</title><item href="https://old.example/1" lastmod="2026-11-23"><title>One</title></item></channel>',
      'rss',
    ],
    ['JSON of no version', '{"title":"Old","items":[{"title":"One","url":"https://old.example/1"}]}', 'json'],
  ])('%s', (_, text, format) => {
    expect(read(text)).toMatchObject({
      format,
      repaired: false,
      title: { value: 'Old' },
      entries: [{ title: { value: 'One' }, url: 'https://old.example/1' }],
    });
  });
});

test('without an address of its own a document is read against what it calls its own', () => {
  const text =
    '<feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="https://a.example/f/all.xml"/><entry><link href="one"/></entry></feed>';
  expect(parseFeedDocument(text, {}).entries[0]?.url).toBe('https://a.example/f/one');
});
