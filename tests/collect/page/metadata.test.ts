import { describe, expect, test } from 'vitest';
import { readPage } from '../../../src/collect/page/page.ts';
import { pageOf, PARAGRAPHS, story, URL_OF_STORY } from './news.ts';

const read = (head: string, { body = story(), url = 'https://news.example/pier', html = 'lang="en"' } = {}) =>
  readPage({ body: pageOf({ head, body, html }), url });

const linked = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

describe('linked data', () => {
  const article = {
    '@type': 'NewsArticle',
    headline: 'Council votes to rebuild the pier',
    author: [{ '@type': 'Person', name: 'Ana Field' }, 'Bo Quay'],
    datePublished: '2026-05-03T10:00:00+02:00',
    dateModified: '2026-05-04',
    image: { '@type': 'ImageObject', url: '/pier.jpg', caption: 'The pier' },
    publisher: { name: 'Marsh Post' },
    isAccessibleForFree: false,
  };
  const expected = {
    title: 'Council votes to rebuild the pier',
    author: 'Ana Field, Bo Quay',
    publishedAt: new Date('2026-05-03T08:00:00Z'),
    modifiedAt: new Date('2026-05-04'),
    imageUrl: 'https://news.example/pier.jpg',
    imageAlt: 'The pier',
    siteName: 'Marsh Post',
    isFree: false,
  };

  test.each([
    ['alone', article],
    ['in a list', [{ '@type': 'Organization', name: 'x' }, article]],
    ['in a graph', { '@context': 'https://schema.org', '@graph': [{ '@type': 'WebPage' }, article] }],
    ['inside a page', { '@type': 'WebPage', mainEntity: article }],
    ['with several types', { ...article, '@type': ['Thing', 'schema:NewsArticle'] }],
  ])('is read %s', (_, data) => expect(read(linked(data))).toMatchObject(expected));

  test('with a line break, a comment or a closing comma in it is read nevertheless', () => {
    const broken = `<script type="application/ld+json"><!-- {"@type":"NewsArticle","headline":"Council
votes to rebuild","author":"Ana Field",} --></script>`;
    expect(read(broken)).toMatchObject({ author: 'Ana Field' });
  });

  test('that is none, or nested to no end, is nothing', () => {
    expect(read('<script type="application/ld+json">{oh</script>').author).toBeUndefined();
    expect(read(`<script type="application/ld+json">${'['.repeat(100_000)}</script>`).author).toBeUndefined();
  });

  test('of a video makes the page one, but not when it calls itself an article', () => {
    const video = linked({ '@type': 'VideoObject', name: 'The pier, seen from above' });
    expect(read(video, { body: '<p>Watch.</p>' })).toMatchObject({
      kind: 'video',
      title: 'The pier, seen from above',
    });
    expect(read(`<meta property="og:type" content="article">${video}`).kind).toBe('text');
  });
});

const titled = (title: string, head = '') => read(`<title>${title}</title>${head}`).title;

describe('the title', () => {
  test('is what the heading says, where the page title says more', () => {
    expect(titled('Council votes to rebuild the pier - Marsh Post, news from the bay')).toBe(
      'Council votes to rebuild the pier',
    );
  });

  test('loses the name of the site at either end', () => {
    const site = '<meta property="og:site_name" content="Marsh Post">';
    expect(titled('Pier: yes | Marsh Post', site)).toBe('Pier: yes');
    expect(titled('Marsh Post - Pier: yes', site)).toBe('Pier: yes');
    expect(titled('Pier - what now', site)).toBe('Pier - what now');
  });

  test('has its signs as written, and is one line', () => {
    expect(read(linked({ '@type': 'Article', headline: 'Pier &#8217;s\nback &amp; open' })).title).toBe(
      'Pier ’s back & open',
    );
  });

  test('is the heading where nothing else is said', () =>
    expect(read('').title).toBe('Council votes to rebuild the pier'));
});

const by = (content: string) => read(`<meta name="author" content="${content}">`).author;
const within = (markup: string) => read('', { body: markup + story() }).author;

describe('the author', () => {
  test.each([
    ['By Ana Field', 'Ana Field'],
    ['Ana Field and Bo Quay | 3 May 2026', 'Ana Field, Bo Quay'],
    ['Analysis by Ana Field, senior editor', 'Ana Field'],
    ['Von Jörg Groß und Bo Quay', 'Jörg Groß, Bo Quay'],
    ['https://social.example/ana', undefined],
    ['admin', undefined],
    ['12 May 2026', undefined],
  ])('%j is %s', (content, expected) => expect(by(content)).toBe(expected));

  test('is found in microdata, in a link and in a byline', () => {
    expect(within('<span itemprop="author">Ana Field</span>')).toBe('Ana Field');
    expect(within('<a rel="author" href="/ana">Ana Field</a>')).toBe('Ana Field');
    expect(within('<div class="article-byline byline">By<b>Ana Field</b><i>10:12</i></div>')).toBe(
      'Ana Field',
    );
  });
});

describe('the date', () => {
  test.each([
    ['<meta property="article:published_time" content="2026-05-03T10:00:00Z">', '2026-05-03T10:00:00.000Z'],
    ['<meta name="parsely-pub-date" content="2026-05-03">', '2026-05-03T00:00:00.000Z'],
    ['<meta itemprop="datePublished" content="2026-05-03">', '2026-05-03T00:00:00.000Z'],
    [
      '<meta name="date" content="soon"><meta name="dc.date" content="2026-05-03">',
      '2026-05-03T00:00:00.000Z',
    ],
    ['<meta name="date" content="0001-01-01">', undefined],
  ])('%s', (head, expected) => expect(read(head).publishedAt?.toISOString()).toBe(expected));

  test('is that of a time element, else that of the address', () => {
    expect(
      read('', { body: `<time datetime="2026-05-02">2 May</time>${story()}`, url: URL_OF_STORY }).publishedAt,
    ).toEqual(new Date('2026-05-02'));
    expect(read('', { url: URL_OF_STORY }).publishedAt).toEqual(new Date('2026-05-03'));
    expect(read('', { url: 'https://news.example/a-2026-13-45-b' }).publishedAt).toBeUndefined();
  });
});

describe('the language', () => {
  test('is what the page says, else what its text is in', () => {
    expect(read('', { html: 'lang="en_GB"' }).language).toBe('en-GB');
    expect(read('<meta property="og:locale" content="en_US">', { html: '' }).language).toBe('en-US');
    expect(read('', { html: '' }).language).toBe('en');
    expect(read('', { html: 'lang="xx-nonsense-and-more"' }).language).toBe('en');
  });

  test('is not what the page says where all of a long text is in another', () => {
    const body = story() + story().replace('<h1>', '<h2>');
    expect(read('', { html: 'lang="de"', body }).language).toBe('en');
  });

  test('is what the page says where nobody can tell by the text', () => {
    expect(read('', { html: 'lang="de"', body: `<p>${PARAGRAPHS[0]}</p>` }).language).toBe('de');
    const body = story() + story().replace('<h1>', '<h2>');
    expect(read('', { html: 'lang="cy"', body }).language).toBe('cy');
  });
});

test.each([
  ['https://other.example/story', undefined],
  ['https://news.example/', undefined],
  ['javascript:alert(1)', undefined],
  ['/2026/other', 'https://news.example/2026/other'],
])('the canonical address %s counts as %s', (href, expected) => {
  expect(read(`<link rel="canonical" href="${href}">`).canonicalUrl).toBe(expected);
});

test('the alternative text is that of the same picture on the page, but not the name of its file', () => {
  const head = '<meta property="og:image" content="https://cdn.example/a/pier-large.jpg">';
  const alt = (text: string) =>
    read(head, { body: `<img src="/b/pier-large.jpg" alt="${text}">${story()}` }).imageAlt;
  expect(alt('The pier')).toBe('The pier');
  expect(alt('pier-large.jpg')).toBeUndefined();
});
