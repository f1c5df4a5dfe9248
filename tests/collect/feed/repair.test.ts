import { describe, expect, test } from 'vitest';
import { parseFeedDocument } from '../../../src/collect/feed/document.ts';

const read = (text: string) => parseFeedDocument(text, { url: 'https://harbour.example/feed' });
const titles = (text: string) => {
  const { repaired, entries } = read(text);
  return { repaired, titles: entries.map(({ title }) => title?.value) };
};
const rss = (inside: string) => `<rss version="2.0"><channel><title>Harbour</title>${inside}</channel></rss>`;
const item = (n: number) => `<item><title>${n}</title><link>https://harbour.example/${n}</link></item>`;
const failure = (text: string): unknown => {
  try {
    return read(text);
  } catch (error) {
    return error;
  }
};

describe('a broken feed gives what is whole in it, and says that it was broken', () => {
  test.each<[string, string, string[]]>([
    [
      'one item is never closed',
      rss(`${item(1)}<item><title>2</title>${item(3)}${item(4)}`),
      ['1', '2', '3', '4'],
    ],
    ['no item is ever closed', rss('<item><title>1</title><item><title>2</title>'), ['1', '2']],
    ['its only item is never closed', rss('<item><title>1</title>'), ['1']],
    [
      'a title is not closed',
      rss('<item><title>1<link>https://harbour.example/1</link></item>' + item(2)),
      ['1', '2'],
    ],
    [
      'a CDATA section is not closed',
      rss(`<item><title>1</title><description><![CDATA[<p>text</description></item>${item(2)}`),
      ['1', '2'],
    ],
    [
      'two CDATA sections run into each other',
      rss(`<item><title><![CDATA[1</title></item><item><title><![CDATA[2]]></title></item>`),
      ['1', '2'],
    ],
    ['it is cut in an item', `<rss><channel>${item(1)}${item(2)}<item><title>half an it`, ['1', '2']],
    ['it is cut behind an item', `<rss><channel>${item(1)}`, ['1']],
    ['it is cut in a comment', `<rss><channel>${item(1)}<!-- and`, ['1']],
  ])('when %s', (_, text, expected) => expect(titles(text)).toEqual({ repaired: true, titles: expected }));

  test('and the items keep all they have', () => {
    const broken = rss(
      `<item><title>1</title><link>https://harbour.example/1</link><guid>one</guid>${item(2)}`,
    );
    expect(read(broken).entries).toMatchObject([
      { id: 'one', url: 'https://harbour.example/1' },
      { url: 'https://harbour.example/2' },
    ]);
  });
});

describe('what is only untidy is no reason to call a feed broken', () => {
  test.each([
    ['words before the declaration', `\n warning: x <?xml version="1.0"?>${rss(item(1))}`],
    ['a byte order mark', `\ufeff${rss(item(1))}`],
    [
      'prefixes that are not declared',
      rss(item(1).replace('<title>', '<foo:bar>x</foo:bar><dc:creator>A</dc:creator><title>')),
    ],
    [
      'ampersands that begin nothing',
      rss('<item><title>1</title><link>https://a.example/?a=1&b=2&copy=3</link></item>'),
    ],
    [
      'entities that are not declared',
      rss('<item><title>1</title><description>&nbsp;&hellip;&nope;</description></item>'),
    ],
    ['control characters', rss('<item><title>\u0001\u00001\u0008</title></item>')],
    [
      'attributes without quotes',
      rss('<item><title>1</title><enclosure url=https://a.example/1.mp3 type=audio/mpeg /></item>'),
    ],
    ['words behind the end', `${rss(item(1))}<script>x</script>${rss(item(2))}`],
    ['a last tag without its bracket', rss(item(1)).slice(0, -1)],
    [
      'a document type',
      `<!DOCTYPE rss PUBLIC "-//X//DTD RSS 0.91//EN" "http://dtd.example/rss.dtd">${rss(item(1))}`,
    ],
  ])('%s', (_, text) => expect(titles(text)).toEqual({ repaired: false, titles: ['1'] }));
  test('an ampersand in an address stays one', () => {
    const [entry] = read(rss('<item><link>https://a.example/?a=1&b=2&copy=3</link></item>')).entries;
    expect(entry?.url).toBe('https://a.example/?a=1&b=2&copy=3');
  });
});

describe('what a document type declares is never looked up', () => {
  test('not a thousand laughs', () => {
    const names = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join(
      '',
    );
    const text = `<!DOCTYPE x [<!ENTITY l0 "ha">${names}]>${rss('<item><title>&l9;</title></item>')}`;
    expect(titles(text).titles).toEqual(['&l9;']);
  });
  test('not a file', () => {
    const text = `<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]>${rss('<item><title>a&x;b</title></item>')}`;
    expect(() => titles(text)).toThrow(/bring in other files/);
  });
  test('not the markup in it', () => {
    const text = `<!DOCTYPE r [<!ENTITY x "<item><title>no</title></item>">]>${rss(item(1))}`;
    expect(titles(text).titles).toEqual(['1']);
  });
});

describe('a feed that is built to keep a reader busy is refused or read at once', () => {
  const MANY = 200_000;
  test.each([
    ['elements in elements', rss('<a>'.repeat(MANY))],
    ['items in items', rss('<item><title>a</title>'.repeat(MANY))],
    ['closing tags that close nothing', rss('<a>'.repeat(20_000) + '</b>'.repeat(MANY))],
    ['sections in sections', rss('<title><![CDATA['.repeat(MANY))],
  ])('%s', (_, text) => expect(failure(text)).toMatchObject({ code: 'source.malformed' }));
  test.each([
    ['ampersands', '&'.repeat(MANY)],
    ['brackets', '&lt;'.repeat(MANY)],
    ['markup in markup', `<![CDATA[${'<b>'.repeat(MANY)}]]>`],
  ])('%s in a text', (_, text) => {
    const [entry] = read(rss(`<item><title>1</title><description>${text}</description></item>`)).entries;
    expect(entry?.title?.value).toBe('1');
  });
  test('names without end are cut', () => {
    const [entry] = read(
      rss(`<item><author>${'a@b('.repeat(MANY)}</author><category>${'x'.repeat(MANY)}</category></item>`),
    ).entries;
    expect(entry?.authors[0]?.length).toBeLessThanOrEqual(300);
    expect(entry?.categories[0]).toHaveLength(300);
  });
});

test('a feed without items is a feed', () => {
  expect(read('<rss version="2.0"></rss>').entries).toEqual([]);
  expect(read(rss(''))).toMatchObject({ repaired: false, title: { value: 'Harbour' }, entries: [] });
});
