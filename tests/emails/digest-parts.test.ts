import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import type { DigestProps, DigestStory } from '../../emails/digest.tsx';
import { renderDigest } from '../../src/compose/render.ts';
import { stringsFor } from '../../strings/strings.ts';
import { arabicDigest, arabicStory } from './arabic-fixture.ts';
import { category, digest, story } from './digest-fixture.ts';

const LOGO = 'https://lantern.example/logo.png';
const BEFORE = { title: 'Before', url: 'https://lantern.example/articles/before', dayInWords: '19 Nov 2026' };
const papers = [
  { language: 'en', paper: digest, told: story },
  { language: 'ar', paper: arabicDigest, told: arabicStory },
];

describe.each(papers)('a digest in "$language"', ({ language, paper, told }) => {
  const words = stringsFor(language).digest;
  const one = (own: Partial<DigestStory>, more: Partial<DigestProps> = {}) =>
    paper({ categories: [category('transport', [told('a1', own)])], ...more });

  test('begins with logo, name, tagline, date, number and the way to the web, and a greeting', async () => {
    const { masthead, links, greeting, ...rest } = paper();
    const page = await pageOf({ ...rest, links, greeting, masthead: { ...masthead, logoUrl: LOGO } });
    const logo = page.querySelector('img');
    expect(['src', 'alt', 'width'].map((name) => logo?.getAttribute(name))).toEqual([
      LOGO,
      // The name stands right below it.
      '',
      '64',
    ]);
    expect(said(page.querySelector('h1'))).toBe(masthead.name);
    const line = said(page.querySelector('p.l'));
    expect(line).toBe(`${masthead.dayInWords} • ${words.edition(masthead.number)} • ${words.readOnWeb}`);
    expect(page.querySelector('p.l a')?.getAttribute('href')).toBe(links.web);
    inOrder(said(page.body), [masthead.name, masthead.tagline, line, greeting ?? '', words.contents]);
  });

  test('reads as well without a logo', async () => {
    const page = await pageOf(paper({ masthead: { ...paper().masthead, logoUrl: null } }));
    expect(page.querySelectorAll('img')).toHaveLength(0);
    expect(said(page.querySelector('h1'))).toBe(paper().masthead.name);
  });

  test('lists its categories, each with its colour and its number of stories', async () => {
    const props = paper();
    const page = await pageOf(props);
    expect([...page.querySelectorAll('.k li')].map(said)).toEqual(
      props.categories.map(({ name, count }) => `${name} ${count}`),
    );
    props.categories.forEach(({ slug, name, color }, index) => {
      const heading = page.querySelectorAll('h2')[index + 1];
      expect(said(heading ?? null)).toBe(name);
      expect(heading?.getAttribute('style')).toContain(color.light);
      expect(darkSheet(page)).toMatch(new RegExp(`\\.c-${slug} h2[^}]*color:${color.dark}!important`));
    });
  });

  test('tells a story whole: headline, source and date, excerpt, opinion, action, to-dos', async () => {
    const page = await pageOf(one({}));
    const { title, url, sourceTitle, dateInWords, excerpt, opinion, action, label, todos } = told('a1');
    expect(page.querySelector('h3 a')?.getAttribute('href')).toBe(url);
    const [first = '', second = ''] = opinion?.split('\n\n') ?? [];
    inOrder(said(page.body), [
      title,
      `${sourceTitle} · ${dateInWords}`,
      excerpt,
      `${words.opinion}${first}${second}`,
      `${words.action}${action ?? ''}`,
      `${words.todo}${todos.map(({ text }) => `☐ ${text}`).join('')}`,
      words.petition,
      words.related,
      label ?? '',
    ]);
    expect(page.querySelectorAll('.t li b')).toHaveLength(todos.length);
  });

  test('asks for a signature with how far the petition is', async () => {
    const page = await pageOf(one({}));
    const { petition } = told('a1');
    const button = page.querySelector('a.b');
    expect(button?.getAttribute('href')).toBe(petition?.url);
    expect(said(button)).toBe(`${words.petition}: ${petition?.title}`);
    expect(said(page.querySelector('.x'))).toBe(words.signed('1,240', '5,000'));
    expect(page.querySelector('td.g')?.getAttribute('width')).toBe('24%');
  });

  test('leads to both related stories, each with its source', async () => {
    const page = await pageOf(one({}));
    const related = [...page.querySelectorAll('p.m')].find((line) => said(line).startsWith(words.related));
    for (const { title, url, sourceTitle } of told('a1').related) {
      expect(said(related ?? null)).toContain(`${title} (${sourceTitle})`);
      expect(related?.querySelector(`a[href="${url}"]`)).not.toBeNull();
    }
  });

  test.each(['full', 'brief'] as const)(
    'a story that goes on says so in %s, and what was told',
    async (form) => {
      const page = await pageOf(one({ form, update: BEFORE }));
      expect(said(page.querySelector('h3'))).toBe(`${words.update}: ${told('a1').title}`);
      const line = page.querySelector('h3 + p');
      expect(said(line)).toContain(`${words.before(BEFORE.dayInWords)}: ${BEFORE.title}`);
      expect(line?.querySelector('a')?.getAttribute('href')).toBe(BEFORE.url);
      expect(said((await pageOf(one({ form }))).body)).not.toContain(words.update);
    },
  );

  test('only a weekly edition calls itself the best of the week', async () => {
    expect(said((await pageOf(paper({ cadence: 'weekly' }))).body)).toContain(words.weekly);
    expect(said((await pageOf(paper())).body)).not.toContain(words.weekly);
  });

  test('ends with why it came, how to change or stop it, whose it is and how it was made', async () => {
    const props = paper();
    const page = await pageOf(props);
    const text = said(page.body);
    inOrder(text, [props.why, words.preferences, words.unsubscribe, props.postalAddress, props.howMade]);
    expect(text.endsWith(props.howMade)).toBe(true);
    for (const link of [props.links.preferences, props.links.unsubscribe])
      expect(page.querySelectorAll(`a[href="${link}"]`)).toHaveLength(1);
  });

  test('prints nothing smaller than 14 pixels', async () => {
    const { html } = await renderDigest(one({ update: BEFORE }, { cadence: 'weekly' }));
    // MJML sets 0 on its own cells; the bars of petitions hold a space only.
    const sizes = [...html.replace(/\.[gr]\{[^}]*\}/g, '').matchAll(/font(?:-size)?:[^;"}]*?(\d+)px/g)]
      .map(([, size]) => Number(size))
      .filter((size) => size > 0);
    expect(sizes.length).toBeGreaterThan(10);
    expect(Math.min(...sizes)).toBe(14);
  });

  test('hides its preheader without white and without tiny print', async () => {
    const { preheader } = paper();
    const page = await pageOf(paper());
    const hidden = [...page.querySelectorAll('div')].find((part) => said(part) === preheader);
    expect(hidden?.getAttribute('style')?.replaceAll(/\s/g, '')).toMatch(
      /^display:none;max-height:0;overflow:hidden;?$/,
    );
  });
});

type Page = ReturnType<typeof parseHTML>['document'];

async function pageOf(props: DigestProps): Promise<Page> {
  return parseHTML((await renderDigest(props)).html).document;
}

/** What an element says, with single spaces. */
function said(element: { textContent: string | null } | null): string {
  return element?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
}

function darkSheet(page: Page): string {
  const sheets = [...page.querySelectorAll('style')].map((sheet) => sheet.textContent ?? '');
  return sheets.find((sheet) => sheet.includes('prefers-color-scheme:dark')) ?? '';
}

function inOrder(text: string, pieces: string[]): void {
  let at = 0;
  for (const piece of pieces) {
    const found = text.indexOf(piece, at);
    expect(found, piece).toBeGreaterThanOrEqual(at);
    at = found + piece.length;
  }
}
