import { beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { listEditionLinks } from '../../db/edition-link.ts';
import { findEdition, listEditionFragments, type EditionFragment } from '../../db/edition.ts';
import { createClickLinks, destinationsOf } from '../../src/compose/click-links.ts';
import { compose } from '../../src/compose/compose.ts';
import { fragmentsOf } from '../../src/compose/edition.ts';
import { placeholders } from '../../src/compose/links.ts';
import { lintEdition } from '../../src/compose/lint/lint.ts';
import { testDatabase } from '../helpers/database.ts';
import { emptyTables, readerDeps, readersConfig } from '../helpers/readers.ts';
import { insertArticle, insertSource } from '../helpers/seed.ts';
import { inputFor } from './lint/edition.ts';
import { editionOf, SITE, storiesUnder } from './paper.ts';

const NUMBER = 7;
const counted = (siteUrl = SITE) => createClickLinks({ siteUrl, number: NUMBER });

describe('the counted links of an edition', () => {
  test('have a number each, and the same address the same', () => {
    const links = counted();
    expect(links.via(`${SITE}/articles/ferry`)).toBe(`${SITE}/r/7/1`);
    expect(links.via(`${SITE}/articles/ferry#official-mayor`)).toBe(`${SITE}/r/7/2`);
    expect(links.via(`${SITE}/articles/ferry`)).toBe(`${SITE}/r/7/1`);
    expect(links.list()).toEqual([
      { number: 1, url: `${SITE}/articles/ferry` },
      { number: 2, url: `${SITE}/articles/ferry#official-mayor` },
    ]);
  });

  test('lie below the site’s address, also when it has a path', () => {
    const site = 'https://press.example/papers/tide';
    expect(counted(site).via(`${site}/articles/ferry`)).toBe(`${site}/r/7/1`);
  });

  test.each([
    placeholders('n0123456789abcdef').preferences,
    placeholders('n0123456789abcdef').unsubscribe,
    placeholders('n0123456789abcdef').sign('0b2f6a52-91c1-4a4e-8f6e-2f6f1c0a9d11'),
    'mailto:tide@tide.example',
    'tel:+351123',
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://tide.example/x',
    '/articles/ferry',
    '#contents',
    '',
  ])('are pages of the web only: %s stays as it is', (address) => {
    const links = counted();
    expect(links.via(address)).toBe(address);
    expect(links.list()).toEqual([]);
  });
});

/** Every kind of link that a story may have, of the paper's stories. */
function linkedStories() {
  const todos = [
    { text: 'Sign it.', link: 'petition:ferry' },
    { text: 'Sign the other.', link: 'petition:bridge' },
    { text: 'Write to the mayor.', link: 'official:mayor' },
    { text: 'Ask.', link: null },
  ];
  const update = { title: 'What was before', slug: 'what-was-before', day: '2026-11-19' };
  return storiesUnder([['harbour'], ['harbour', 'schools'], ['schools'], ['weather']]).map((story) => ({
    ...story,
    snapshot: {
      ...story.snapshot,
      ...(story.snapshot.petition ? { todos } : {}),
      ...(story.articleId.endsWith('2') ? { update } : {}),
    },
  }));
}

/** The same edition straight and with counted links. */
async function bothWays() {
  const edition = await editionOf(linkedStories());
  const { config, content, frame } = edition;
  const clicks = counted();
  const fragments = await fragmentsOf(config, { ...content, clicks }, frame);
  return { edition, fragments, links: clicks.list(), straight: edition.fragments };
}

const saidIn = (fragments: readonly Pick<EditionFragment, 'html' | 'text'>[]) =>
  fragments.map(({ html, text }) => `${html}\n${text}`).join('\n');

const OURS = new RegExp(`${SITE.replaceAll('.', '\\.')}/r/7/(\\d+)`, 'g');

describe('an edition whose clicks are counted', () => {
  test('is the same in HTML and in text but for its addresses', async () => {
    const { fragments, links, straight } = await bothWays();
    const back = (text: string) =>
      text.replace(OURS, (_, number) => links.find((link) => link.number === Number(number))?.url ?? '?');
    expect(fragments).not.toEqual(straight);
    expect(
      fragments.map(({ html, text, ...rest }) => ({ ...rest, html: back(html), text: back(text) })),
    ).toEqual(straight.map((fragment, i) => ({ ...fragment, bytes: fragments[i]?.bytes })));
    for (const { html, bytes } of fragments) expect(bytes).toBe(Buffer.byteLength(html));
  });

  test('leads to every page by a counted link, in HTML and in text, and to readers’ own places as before', async () => {
    const { edition, fragments, links, straight } = await bothWays();
    expect(links.map(({ url }) => url.slice(SITE.length)).toSorted()).toEqual([
      '/articles/before',
      '/articles/story-0',
      '/articles/story-1',
      '/articles/story-1#official-mayor',
      '/articles/story-2',
      '/articles/story-3',
      '/articles/what-was-before',
      '/editions/2026-11-23#harbour',
      '/editions/2026-11-23#schools',
      '/editions/2026-11-23#weather',
      '/petitions/bridge',
    ]);
    for (const part of ['html', 'text'] as const) {
      const said = fragments.map((fragment) => fragment[part]).join('\n');
      expect(new Set([...said.matchAll(OURS)].map(([, number]) => Number(number)))).toEqual(
        new Set(links.map(({ number }) => number)),
      );
      expect(said).not.toMatch(/tide\.example\/(?:articles|petitions|editions\/[\d-]+#)/);
      expect(said).toContain(`${SITE}/editions/2026-11-23/mail`);
    }
    const own = new RegExp(`https://${edition.frame.nonce}\\.invalid/[a-z0-9/-]+`, 'g');
    expect(saidIn(fragments).match(own)).toEqual(saidIn(straight).match(own));
    expect(
      saidIn(fragments)
        .match(own)
        ?.some((address) => address.includes('/sign/')),
    ).toBe(true);
  });

  test('passes the lint, which knows where its links lead', async () => {
    const { edition, fragments, links, straight } = await bothWays();
    const inForce = new Set(['petition:ferry', 'petition:bridge', 'official:mayor']);
    const input = { ...inputFor(edition), inForce };
    const leadsTo = destinationsOf({ siteUrl: SITE, number: NUMBER }, links);
    expect(lintEdition({ ...input, fragments: straight })).toEqual([]);
    expect(lintEdition({ ...input, fragments, leadsTo })).toEqual([]);
    const astray = new Map([...leadsTo.keys()].map((ours) => [ours, `${SITE}/articles/another`]));
    for (const wrong of [new Map<string, string>(), astray])
      expect(
        lintEdition({ ...input, fragments, leadsTo: wrong }).map(({ problem }) => problem),
      ).toContainEqual(expect.stringContaining('does not lead to our page of the story'));
  });
});

describe('composing', () => {
  const database = testDatabase();
  beforeEach(async () => {
    const { db } = database;
    await db.execute(sql`truncate editions, articles, sources cascade`);
    await emptyTables(db);
    const { id: sourceId } = await insertSource(db, { title: 'The Quay Post' });
    for (const [slug, category] of [
      ['ferry', 'harbour'],
      ['class', 'schools'],
    ] as const)
      await insertArticle(db, { sourceId, slug, title: `On ${slug}`, categories: [category] });
  });

  const kept = async () => {
    const { db } = database;
    const edition = await findEdition(db, '2026-11-23');
    const id = edition?.id ?? '';
    return { edition, fragments: await listEditionFragments(db, id), links: await listEditionLinks(db, id) };
  };
  const deps = (countClicks?: boolean) =>
    readerDeps(database.db, readersConfig(countClicks === undefined ? {} : { deliver: { countClicks } }));

  test('counts nothing unless the newsroom asks for it', async () => {
    for (const countClicks of [undefined, false]) {
      expect(await compose(deps(countClicks), { again: true })).toMatchObject({ heldReason: null });
      const { fragments, links } = await kept();
      expect(links).toEqual([]);
      expect(saidIn(fragments)).not.toContain('/r/');
      expect(saidIn(fragments)).toContain(`${SITE}/articles/ferry`);
    }
  });

  test('keeps with the edition where its links lead, and holds nothing for it', async () => {
    expect(await compose(deps(true))).toMatchObject({ outcome: 'composed', number: 1, heldReason: null });
    const { fragments, links } = await kept();
    expect(links.map(({ number }) => number)).toEqual(links.map((_, i) => i + 1));
    expect(links.every(({ clicks }) => clicks === 0)).toBe(true);
    expect(links.map(({ url }) => url).toSorted()).toEqual([
      `${SITE}/articles/class`,
      `${SITE}/articles/ferry`,
      `${SITE}/editions/2026-11-23#harbour`,
      `${SITE}/editions/2026-11-23#schools`,
    ]);
    const named = [...saidIn(fragments).matchAll(/tide\.example\/r\/1\/(\d+)/g)].map(([, n]) => Number(n));
    expect(new Set(named)).toEqual(new Set(links.map(({ number }) => number)));
  });

  test('again keeps the links of the new edition alone', async () => {
    await compose(deps(true));
    const before = await kept();
    await database.db.execute(sql`update edition_links set clicks = 5`);
    await compose(deps(true), { again: true });
    const after = await kept();
    expect(after.edition?.id).not.toBe(before.edition?.id);
    expect(after.links.map(({ url, clicks }) => ({ url, clicks }))).toEqual(
      before.links.map(({ url }) => ({ url, clicks: 0 })),
    );
    expect(await listEditionLinks(database.db, before.edition?.id ?? '')).toEqual([]);
    await compose(deps(false), { again: true });
    expect(await database.db.execute(sql`select 1 from edition_links`)).toHaveLength(0);
  });

  test('by many processes at once keeps one list', async () => {
    await Promise.all(Array.from({ length: 4 }, () => compose(deps(true))));
    expect((await kept()).links).toHaveLength(4);
    expect(await database.db.execute(sql`select 1 from edition_links`)).toHaveLength(4);
  });
});
