import { beforeAll, expect, test } from 'vitest';
import { webLinks, webViewOf } from '../../src/compose/web-view.ts';
import { editionOf, readerOf, SITE, storiesUnder } from './paper.ts';

const HEADINGS = [['harbour', 'schools'], ['schools'], ['weather'], ['harbour'], ['weather', 'harbour']];

let edition: Awaited<ReturnType<typeof editionOf>>;
beforeAll(async () => {
  edition = await editionOf(storiesUnder(HEADINGS));
});

const view = (bytesMax = 99_000) =>
  webViewOf(edition.piecesFor(bytesMax), webLinks(SITE, edition.content.stories));

test('the web view is the mail of who chose everything, but for their links', () => {
  const mail = edition.mailFor(readerOf('harbour', 'schools', 'weather'));
  const anybodys = mail?.html
    .replace(/https:\/\/tide\.example\/(?:me|u)\/[A-Za-z0-9_-]+/g, `${SITE}/subscribe`)
    .replace(/https:\/\/tide\.example\/s\/[A-Za-z0-9_-]+/g, `${SITE}/petitions/ferry`);
  expect(view()).toBe(anybodys);
  expect(view()).toContain(`${SITE}/petitions/ferry`);
  expect(mail?.html).not.toBe(anybodys);
});

test('nobody’s link is in it, and no place that was left', () => {
  expect(view()).not.toMatch(/\/(?:me|u|s)\/[A-Za-z0-9_-]{20,}/);
  expect(view()).not.toContain(edition.frame.nonce);
  expect(view()).not.toContain('.invalid');
});

test('it is never cut to a size', () => {
  expect(view(10)).toBe(view());
});
