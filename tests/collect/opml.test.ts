import { describe, expect, test } from 'vitest';
import { readOpml, writeOpml } from '../../src/collect/opml.ts';

const opml = (body: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><opml version="2.0"><head><title>Mine</title></head><body>${body}</body></opml>`;
const feedsOf = (body: string) => readOpml(opml(body)).feeds;

describe('a list that is read', () => {
  test('gives its feeds, with titles, home pages and folders', () => {
    const feeds = feedsOf(`
      <outline text="Harbour Post" title="HP" type="rss" xmlUrl="https://post.example/feed" htmlUrl="https://post.example/"/>
      <outline text="News"><outline text="Local">
        <outline text="Mole Radio" type="rss" xmlUrl="https://mole.example/rss"/>
      </outline></outline>`);
    expect(feeds).toEqual([
      {
        url: 'https://post.example/feed',
        title: 'Harbour Post',
        homeUrl: 'https://post.example/',
        folders: [],
      },
      { url: 'https://mole.example/rss', title: 'Mole Radio', folders: ['News', 'Local'] },
    ]);
  });
  test('may be of version 1, in capitals, with a byte order mark', () => {
    const text =
      '\ufeff<?xml version="1.0"?><OPML version="1.0"><BODY><OUTLINE TEXT="Post" XMLURL="https://post.example/feed" HTMLURL="https://post.example/"/></BODY></OPML>';
    expect(readOpml(text).feeds).toEqual([
      { url: 'https://post.example/feed', title: 'Post', homeUrl: 'https://post.example/', folders: [] },
    ]);
  });
  test('may have broken characters and addresses that are not escaped', () => {
    const feeds = feedsOf(
      '<outline text="Caf&eacute; & Quay &amp; &unknown; &lt;b&gt;" xmlUrl="https://post.example/?a=1&lang=2&amp;b=3"/>',
    );
    expect(feeds).toEqual([
      {
        url: 'https://post.example/?a=1&lang=2&b=3',
        title: 'Café & Quay & &unknown; <b>',
        folders: [],
      },
    ]);
  });
  test('never has the entities of its own expanded', () => {
    const text = `<!DOCTYPE opml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/hostname">]>${opml('<outline text="&b;&x;" xmlUrl="https://post.example/feed"/>')}`;
    expect(readOpml(text).feeds).toEqual([
      { url: 'https://post.example/feed', title: '&b;&x;', folders: [] },
    ]);
  });
  test('has a feed of several folders once, with all of them', () => {
    const feed = '<outline text="Post" xmlUrl="https://post.example/feed"/>';
    const feeds = feedsOf(
      `<outline text="One">${feed}</outline><outline text="Two">${feed}${feed}</outline>`,
    );
    expect(feeds).toEqual([{ url: 'https://post.example/feed', title: 'Post', folders: ['One', 'Two'] }]);
  });
  test('takes no feed for the folder of what stands in it', () => {
    const feeds = feedsOf(
      '<outline text="A" xmlUrl="https://a.example/feed"><outline text="B" xmlUrl="https://b.example/feed"/></outline><outline text="C" xmlUrl="https://c.example/feed"/>',
    );
    expect(feeds.map(({ folders }) => folders)).toEqual([[], [], []]);
  });
  test('says what it leaves out and why', () => {
    const { feeds, leftOut } = readOpml(
      opml(
        '<outline text="Script" xmlUrl="javascript:alert(1)"/><outline text="File" xmlUrl="file:///etc/passwd"/><outline xmlUrl="https://user:word@post.example/"/><outline text="Empty" xmlUrl=""/><outline text="A note"/>',
      ),
    );
    expect(feeds).toEqual([]);
    expect(leftOut.map(({ title }) => title)).toEqual(['Script', 'File', 'https://post.example/']);
    expect(leftOut[0]?.reason).toBe('Its address is not one of the web.');
  });
  test.each([
    ['feed:https://post.example/feed', 'https://post.example/feed'],
    ['feed://post.example/feed', 'http://post.example/feed'],
    [' https://post.example/feed\n', 'https://post.example/feed'],
  ])('reads the address %j as %s', (given, url) => {
    expect(feedsOf(`<outline text="Post" xmlUrl="${given}"/>`)[0]?.url).toBe(url);
  });
  test('knows a feed by its type where its address has another name', () => {
    const feeds = feedsOf(
      '<outline text="A" type="RSS" url="https://a.example/feed"/><outline text="B" type="link" url="https://b.example/"/>',
    );
    expect(feeds.map(({ url }) => url)).toEqual(['https://a.example/feed']);
  });
  test('is refused when it is none', () => {
    for (const text of [
      '',
      'hello',
      '<html><body><p>hello</p></body></html>',
      '<rss><channel/></rss>',
      '{"opml":1}',
    ])
      expect(() => readOpml(text)).toThrow(expect.objectContaining({ code: 'opml.not_opml' }));
  });
  test('that ends half way gives what it has', () => {
    const text =
      '<opml><body><outline text="One"><outline text="Post" xmlUrl="https://post.example/feed"/><outline text="Ha';
    expect(readOpml(text).feeds).toHaveLength(1);
  });
  test('lies in the ten outer folders when there are more', () => {
    const names = Array.from({ length: 15 }, (_, i) => `f${i}`);
    const feed = '<outline text="Post" xmlUrl="https://post.example/feed"/>';
    const nested = names.reduceRight((inner, name) => `<outline text="${name}">${inner}</outline>`, feed);
    const feeds = feedsOf(`${nested}${feed.replace('/feed', '/other')}`);
    expect(feeds.map(({ folders }) => folders)).toEqual([names.slice(0, 10), []]);
  });
  test.each(['<outline text="deep">', '<b>', '<b><i>'])(
    'nested without end is refused: %s',
    { timeout: 5_000 },
    (tag) => {
      expect(() => feedsOf(tag.repeat(200_000))).toThrow(expect.objectContaining({ kind: 'invalid' }));
    },
  );
  test('of 20,000 feeds gives the first 10,000 and says so', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => `<outline xmlUrl="https://post.example/${i}"/>`);
    const { feeds, leftOut } = readOpml(opml(many.join('')));
    expect(feeds).toHaveLength(10_000);
    expect(leftOut).toHaveLength(1_000);
  });
});

describe('a list that is written', () => {
  const feeds = [
    { url: 'https://post.example/?a=1&b=2', title: 'Post <"&\'> größer 漁港 🐟', folders: [] },
    {
      url: 'https://mole.example/rss',
      title: 'Mole',
      homeUrl: 'https://mole.example/',
      folders: ['A & B', 'Quay'],
    },
    { url: 'https://pier.example/rss', folders: ['Quay'] },
  ];
  const list = { title: 'The Tide & Co', createdAt: new Date('2026-11-23T12:00:00Z'), feeds };

  test('reads as the same feeds', () => {
    const read = readOpml(writeOpml(list));
    expect(read.leftOut).toEqual([]);
    expect(read.feeds).toEqual(feeds);
  });
  test('reads as the same feeds when it is written once more', () => {
    const once = readOpml(writeOpml(list)).feeds;
    expect(readOpml(writeOpml({ ...list, feeds: once })).feeds).toEqual(once);
  });
  test('says what it is and when it was made', () => {
    const text = writeOpml(list);
    expect(text).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<opml version="2.0">/);
    expect(text).toContain('<title>The Tide &#38; Co</title>');
    expect(text).toContain('<dateCreated>Mon, 23 Nov 2026 12:00:00 GMT</dateCreated>');
  });
  test('holds no character that XML does not have', () => {
    const odd = [{ url: 'https://post.example/', title: 'a\u0000b\u001bc\ud800d', folders: ['x\u0007'] }];
    const text = writeOpml({ ...list, feeds: odd });
    expect(text.isWellFormed()).toBe(true);
    expect(Array.from(text).filter((character) => character < ' ' && character !== '\n')).toEqual([]);
  });
});
