import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { renderDigest } from '../../src/compose/render.ts';
import { arabicDigest, arabicStory } from './arabic-fixture.ts';
import { category, digest, story } from './digest-fixture.ts';
import { wordView } from './markup.ts';

test('every table, cell and list that the Word engine sees says that it runs from right to left', async () => {
  const tags = await wordTags(arabicDigest());
  expect(tags.length).toBeGreaterThan(20);
  expect(tags.filter((tag) => !tag.includes(' dir="rtl"'))).toEqual([]);
  expect(tags.filter((tag) => tag.split(' dir=').length > 2)).toEqual([]);
});

test('in a mail from left to right none does, so that nothing is longer than it must be', async () => {
  expect((await wordTags(digest())).filter((tag) => tag.includes('dir='))).toEqual([]);
});

test('sections and columns run from right to left, and their words begin at the right', async () => {
  const { document } = parseHTML((await renderDigest(arabicDigest())).html);
  const texts = [...document.querySelectorAll('h2, h3, .t, .k')].map((element) => element.closest('div'));
  expect(texts.length).toBeGreaterThan(5);
  for (const text of texts) expect(text?.getAttribute('style')).toContain('text-align:right');
  const columns = [...document.querySelectorAll('.mj-outlook-group-fix')];
  expect(columns.length).toBeGreaterThan(3);
  for (const column of columns) {
    expect(column.getAttribute('style')).toContain('direction:rtl');
    expect(column.closest('td')?.getAttribute('style')).toContain('direction:rtl');
  }
});

test.each([
  { paper: digest, start: 'left', end: 'right' },
  { paper: arabicDigest, start: 'right', end: 'left' },
])('the boxes of to-dos hang at the $start', async ({ paper, start, end }) => {
  const { html } = await renderDigest(paper());
  expect(html).toContain(`.t li{margin:0 0 6px;padding-${start}:26px}`);
  expect(html).toContain(`margin-${start}:-26px`);
  expect(html).not.toMatch(new RegExp(`(?:padding|margin)-${end}:-?26px`));
});

test('the double rule and the other lines run over the whole width, so they look alike from both sides', async () => {
  for (const paper of [digest, arabicDigest]) {
    const { html } = await renderDigest(paper());
    expect(html).toMatch(/\.l\{[^}]*border-top:5px double/);
    expect(html).toMatch(/\.e\{[^}]*border-top:5px double/);
    expect(html).not.toMatch(/border-(?:left|right):[1-9]/);
  }
});

test('a name in Latin letters moves nothing that stands beside it', async () => {
  const { document } = parseHTML((await renderDigest(arabicDigest())).html);
  const byline = document.querySelector('h3 + p');
  expect(byline?.querySelector('[dir="auto"]')?.textContent).toBe('Vale Radio');
  const related = document.querySelector('a[href$="a1-cost"]');
  expect(related?.getAttribute('dir')).toBe('auto');
  expect(document.querySelector('a[href$="a1-ferry"]')?.hasAttribute('dir')).toBe(false);
});

test('an Arabic name in an English mail stands apart too, and English ones cost nothing', async () => {
  const { document } = parseHTML(
    (
      await renderDigest(
        digest({
          categories: [category('transport', [story('a1', { sourceTitle: 'صوت الوادي' }), story('a2')])],
        }),
      )
    ).html,
  );
  expect([...document.querySelectorAll('[dir="auto"]')].map((part) => part.textContent)).toEqual([
    'صوت الوادي',
  ]);
});

test('twenty-four Arabic stories stay under 90,000 bytes', async () => {
  const categories = ['transport', 'parks', 'schools', 'rivers', 'health', 'culture'].map(shelf);
  const { html } = await renderDigest(arabicDigest({ categories }));
  expect(html.split('<h3')).toHaveLength(25);
  expect(Buffer.byteLength(html)).toBeLessThan(90_000);
});

const shelf = (slug: string) =>
  category(
    slug,
    [1, 2, 3, 4].map((n) => arabicStory(`${slug}-${n}`)),
  );

/** Opening tags of tables, cells and lists, as the Word engine reads them. */
async function wordTags(props: Parameters<typeof renderDigest>[0]): Promise<string[]> {
  const { html } = await renderDigest(props);
  return wordView(html).match(/<(?:table|td|ul)\b[^>]*>/g) ?? [];
}
