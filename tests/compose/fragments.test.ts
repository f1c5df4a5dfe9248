import { expect, test } from 'vitest';
import { createMark, cut, flatten } from '../../src/compose/fragments.ts';

const NONCE = 'n0123456789abcdef';
const mark = createMark(NONCE);
const block = (key: string, inside: string) => `${mark('open', key)}${inside}${mark('close', key)}`;

const story = (id: string) => block(`story:harbour:${id}`, `<p>${id}</p>`);
const WHOLE = [
  'HEAD',
  block('contents:harbour', 'c1'),
  ' ',
  block('contents:schools', 'c2'),
  'MIDDLE',
  block('category:harbour', `open${story('a')}\n${story('b')}${block('more:harbour', 'more')}close`),
  block('category:schools', `open2${block('story:schools:a', 'A')}${block('more:schools', 'm')}close2`),
  'FOOT',
].join('');

test('a marked mail comes apart into its fragments, each under its key', () => {
  expect(Object.fromEntries(flatten(cut(WHOLE, NONCE)))).toEqual({
    head: 'HEAD',
    'contents:harbour': 'c1',
    'contents:schools': 'c2',
    middle: 'MIDDLE',
    'open:harbour': 'open',
    'story:harbour:a': '<p>a</p>',
    'story:harbour:b': '<p>b</p>',
    'more:harbour': 'more',
    'close:harbour': 'close',
    'open:schools': 'open2',
    'story:schools:a': 'A',
    'more:schools': 'm',
    'close:schools': 'close2',
    foot: 'FOOT',
  });
});

test('marks with another nonce are text like any other', () => {
  const text = `${createMark('nother')('open', 'story:harbour:x')} said the story`;
  expect(cut(`a${text}b`, NONCE)).toEqual([`a${text}b`]);
});

test.each([
  ['a block that is not closed', mark('open', 'category:harbour')],
  ['a block that was not opened', mark('close', 'category:harbour')],
  [
    'blocks that cross',
    `${mark('open', 'a:1')}${mark('open', 'b:1')}${mark('close', 'a:1')}${mark('close', 'b:1')}`,
  ],
])('%s is a fault of the template', (_, rendered) => {
  expect(() => cut(rendered, NONCE)).toThrow(expect.objectContaining({ code: 'edition.marks' }));
});

test.each([
  ['text between two stories', block('category:harbour', `${story('a')}lost${story('b')}`)],
  ['text between two categories', `${block('category:a', 'x')}lost${block('category:b', 'y')}`],
  ['a story outside of a category', story('a')],
  ['a category inside a category', block('category:a', block('category:b', 'x'))],
])('%s is a fault of the template', (_, rendered) => {
  expect(() => flatten(cut(rendered, NONCE))).toThrow(expect.objectContaining({ code: 'edition.marks' }));
});
