import { createHash } from 'node:crypto';
import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createHeaders } from '../../src/compose/headers.ts';
import { openPieces } from '../../src/compose/pieces.ts';
import { COMPOSER_REVISION, linkKeyId } from '../../src/compose/revision.ts';
import { createSplicer } from '../../src/compose/splice.ts';

const NONCE = 'n0123456789abcdef';
const SITE = 'https://tide.example';
const SECRET = 'a secret of tests that is long enough';
const ARTICLE = '0b2f6a52-91c1-4a4e-8f6e-2f6f1c0a9d11';
const READER = {
  subscriberId: '7c1d9f9a-6a53-4a9c-9d2c-0a4d7d9f3b10',
  linkEpoch: 3,
  categories: ['harbour'],
};

/** An edition of one story whose pieces say `words`, with every kind of place in it. */
function splicerOf(words: string) {
  const piece = (key: string, form: 'full' | 'brief', more = '') => ({
    key,
    form,
    html: `<p>${words}</p>${more}`,
    text: `${words}\n${more}`,
  });
  const link = (path: string) => `https://${NONCE}.invalid/${path}`;
  const story = `story:harbour:${ARTICLE}`;
  const fragments = [
    piece('head', 'full', `${NONCE}preheader`),
    piece('contents:harbour', 'full', `${NONCE}count`),
    piece('middle', 'full'),
    piece('open:harbour', 'full'),
    piece(story, 'full', link(`sign/${ARTICLE}`)),
    piece(story, 'brief'),
    piece('more:harbour', 'full', `${NONCE}more`),
    piece('close:harbour', 'full'),
    piece('foot', 'full', `${link('me')} ${link('unsubscribe')}`),
  ];
  const pieces = openPieces(fragments, {
    nonce: NONCE,
    siteUrl: SITE,
    categories: ['harbour'],
    stories: [{ category: 'harbour', articleId: ARTICLE, score: 1, snapshot: { title: words } }],
    bytesMax: 1_000_000,
  });
  return createSplicer(pieces, { secret: SECRET, siteUrl: SITE });
}

test('what stands in a request is the mail, escaped', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 200 }), (typed) => {
      const mail = splicerOf(typed.replaceAll(NONCE, ''))(READER);
      for (const [plain, escaped] of [
        ['html', 'escapedHtml'],
        ['text', 'escapedText'],
      ] as const) {
        const bytes = mail?.put(escaped) ?? Buffer.alloc(0);
        expect(bytes.length).toBe(mail?.bytesOf(escaped));
        expect(JSON.parse(`"${bytes.toString()}"`)).toBe(mail?.put(plain).toString());
      }
    }),
  );
});

test('the mail is what it is said to be, links and numbers in their places', () => {
  const text = splicerOf('Ferry')(READER)?.put('text').toString() ?? '';
  expect(text).not.toContain(NONCE);
  expect(text.match(/https:\/\/tide\.example\/(?:me|u|s)\/[\w-]+/g)).toHaveLength(3);
});

describe('the composer’s revision', () => {
  /** Of the mail that is made here, and of its headers. */
  const KNOWN = { revision: 1, digest: '5b96118eb227ccce' };

  test('is raised with every change of the bytes that are made of an edition and a reader', () => {
    const mail = splicerOf('A “ferry” & a quay')(READER);
    const headers = createHeaders({
      day: '2026-11-23',
      cadence: 'daily',
      frame: {
        from: 'The Test Tide <tide@tide.example>',
        replyTo: null,
        listId: '<digest.tide.example>',
        siteUrl: SITE,
      },
    })(mail?.links.unsubscribe ?? '');
    const bytes = [mail?.put('html'), mail?.put('text'), JSON.stringify(headers)].join('\n');
    const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    expect({ revision: COMPOSER_REVISION, digest }, 'raise COMPOSER_REVISION, and note both here').toEqual(
      KNOWN,
    );
  });

  test('goes with an id of the secret that tells nothing of it', () => {
    expect(linkKeyId('one')).toMatch(/^[0-9a-f]{8}$/);
    expect(linkKeyId('one')).not.toBe(linkKeyId('two'));
  });
});
