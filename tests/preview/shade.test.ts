import { expect, test } from 'vitest';
import { inShade } from '../../src/preview/shade.ts';

const MAIL =
  '<html><head><meta name="color-scheme" content="light dark"><style>:root{color-scheme:light dark}' +
  '@media (prefers-color-scheme:dark){.a{color:#fff}}@media (prefers-color-scheme: dark) {.b{color:#eee}}' +
  '@media only screen and (min-width:480px){.c{width:50%}}</style></head><body>In prefers-color-scheme we trust</body></html>';

test('a dark mail follows its dark rules, a light one does not', () => {
  const dark = inShade(MAIL, 'dark');
  expect(dark).toContain('@media all{.a');
  expect(dark).toContain('@media all {.b');
  expect(dark).toContain('content="dark"');
  expect(dark).toContain(':root{color-scheme:dark}');
  const light = inShade(MAIL, 'light');
  expect(light).toContain('@media not all{.a');
  expect(light).toContain(':root{color-scheme:light}');
});

test('other rules and the text stay, and links open in a window of their own', () => {
  const dark = inShade(MAIL, 'dark');
  expect(dark).toContain('@media only screen and (min-width:480px)');
  expect(dark).toContain('In prefers-color-scheme we trust');
  expect(dark).toContain('<head><base target="_blank">');
});
