import { beforeAll, expect, test } from 'vitest';
import { lintEdition, type LintInput } from '../../../src/compose/lint/lint.ts';
import { readersConfig } from '../../helpers/readers.ts';
import { faultsOf, inputOf, withChange, type Place } from './edition.ts';

let sound: LintInput;
beforeAll(async () => {
  sound = await inputOf();
});

const NAME = (number: number, category = 'Harbour') =>
  `${category}: “Story ${number}: the “Gull’s” <night> & 'day' ferry”`;
const STORY: Place = { key: 'story:harbour:00000000-0000-4000-8000-000000000001' };
const IN_FULL = `${NAME(1)}, in full`;
const FOOT: Place = { key: 'foot' };

/** Put markup before the first `</p>` or into the foot's last cell. */
const adding = (markup: string) => (html: string) => html.replace('</p>', `${markup}</p>`);

const hidingOnDark = (html: string) =>
  html
    .replace('</style></head>', '@media (prefers-color-scheme:dark){.dim{display:none}}</style></head>')
    .replace('</h1>', '</h1><b class="dim">x</b>');

/** What is changed, in which fragment, and the faults that come of it: exactly these. */
const CHANGES: [name: string, place: Place, change: (written: string) => string, faults: string[]][] = [
  ['a mark left in a story', STORY, adding('⟪n0 open story:x⟫'), [`placeholders | ${IN_FULL}`]],
  ['braces left in the head', { key: 'head' }, adding('{{name}}'), ['placeholders | the fragment head']],
  ['MJML left in the foot', FOOT, adding('<mj-raw></mj-raw>'), ['placeholders | the fragment foot']],
  [
    'MJML left as words in the text part',
    { ...FOOT, part: 'text' },
    (text) => `${text}<mj-text>\n`,
    ['placeholders | the fragment foot'],
  ],
  [
    'a place for a link that nobody knows',
    { ...FOOT, part: 'text' },
    (text) => `${text}https://some.invalid/me\n`,
    ['placeholders | the fragment foot'],
  ],
  [
    'what JavaScript prints of an object',
    { key: 'open:harbour' },
    (html) => html.replace('</h2>', '[object Object]</h2>'),
    ['placeholders | the fragment open:harbour'],
  ],
  [
    'what JavaScript prints of nothing',
    { key: 'open:harbour' },
    (html) => html.replace('</h2>', ' undefined</h2>'),
    ['placeholders | the fragment open:harbour'],
  ],
  [
    'a day that is none in the text part',
    { key: 'head', part: 'text' },
    (text) => text.replace('No. 7', 'No. NaN, Invalid Date'),
    ['placeholders | the fragment head'],
  ],
  [
    'a link to a stranger for Outlook only',
    { key: 'open:harbour' },
    (html) =>
      html.replace('</h2>', '</h2><!--[if mso]><a href="https://stranger.example/">x</a><![endif]-->'),
    ['links | the fragment open:harbour'],
  ],
  [
    'a picture that Office draws',
    STORY,
    adding('<!--[if mso]><v:fill src="https://tide.example/p.gif" /><![endif]-->'),
    [`markup | ${IN_FULL}`],
  ],
  [
    'a picture of one pixel for Outlook only',
    STORY,
    adding('<!--[if mso]><img src="https://tide.example/p.gif" alt="" width="1"><![endif]-->'),
    [`markup | ${IN_FULL}`],
  ],
  [
    'a picture of another host in the head',
    { key: 'head' },
    (html) => html.replace('<h1', '<img src="https://tracker.example/o.gif" alt="" width="64"><h1'),
    ['links | the fragment head'],
  ],
  [
    'a stranger’s address among the words of the text part',
    { ...FOOT, part: 'text' },
    (text) => text.replace('Unsubscribe', 'Go to https://stranger.example now. Unsubscribe'),
    ['links | the fragment foot'],
  ],
  [
    'a stranger’s address among the words of the HTML',
    FOOT,
    (html) => html.replace('Unsubscribe', 'Unsubscribe (https://stranger.example)'),
    ['links | the fragment foot'],
  ],
  [
    'a category without its name in the text part',
    { key: 'open:harbour', part: 'text' },
    (text) => text.replace('Harbour', 'This'),
    ['whole | the fragment open:harbour'],
  ],
  [
    'a category without its name in the contents',
    { key: 'contents:harbour' },
    (html) => html.replace('Harbour', 'This'),
    ['whole | the fragment contents:harbour'],
  ],
  [
    'a category that does not lead to the web',
    { key: 'more:harbour' },
    (html) => html.replace('#harbour', ''),
    ['text | the fragment more:harbour', 'whole | the fragment more:harbour'],
  ],
  [
    'a headline that does not lead to its story',
    STORY,
    (html) => html.replace(/<a href="https:\/\/tide\.example\/articles[^>]*>/, '<a>'),
    [`whole | ${IN_FULL}`],
  ],
  [
    'a link to a stranger',
    STORY,
    adding('<a href="https://stranger.example/x"></a>'),
    [`links | ${IN_FULL}`],
  ],
  ['a link without a host', STORY, adding('<a href="/articles/x"></a>'), [`links | ${IN_FULL}`]],
  ['a link that runs a script', STORY, adding('<a href="javascript:alert(1)"></a>'), [`links | ${IN_FULL}`]],
  ['a link that is data', STORY, adding('<a href="data:text/html,x"></a>'), [`links | ${IN_FULL}`]],
  [
    'a link with a password',
    STORY,
    adding('<a href="https://user:pass@tide.example/"></a>'),
    [`links | ${IN_FULL}`],
  ],
  [
    'a link with a mail address',
    STORY,
    adding('<a href="https://tide.example/x?who=ada%40home.example"></a>'),
    [`links | ${IN_FULL}`],
  ],
  [
    'a stranger’s link in the text part alone',
    { ...FOOT, part: 'text' },
    (text) => `${text}https://stranger.example/x\n`,
    ['links | the fragment foot'],
  ],
  [
    'a link that the text part does not have',
    STORY,
    adding('<a href="https://tide.example/other">More</a>'),
    [`text | ${IN_FULL}`],
  ],
  [
    'a text part without the title',
    { ...STORY, part: 'text' },
    (text) => text.replace('Story 1', 'Story'),
    [`text | ${IN_FULL}`],
  ],
  [
    'a brief text part without the title',
    { ...STORY, form: 'brief', part: 'text' },
    (text) => text.replace('Story 1', 'Story'),
    [`text | ${NAME(1)}, in brief`],
  ],
  [
    'a text part without half of the opinion',
    { ...STORY, part: 'text' },
    (text) => text.replace('And so do they.', ''),
    [`text | ${IN_FULL}`],
  ],
  ['HTML without the action', STORY, (html) => html.replace('Go there.', ''), [`text | ${IN_FULL}`]],
  [
    'a to-do without its box',
    { ...STORY, part: 'text' },
    (text) => text.replace('[ ] Write.', '- Write.'),
    [`text | ${IN_FULL}`],
  ],
  [
    'a text part without the postal address',
    { ...FOOT, part: 'text' },
    (text) => text.replace('1 Quay, Testport', ''),
    ['text | the fragment foot'],
  ],
  [
    'HTML without the postal address',
    FOOT,
    (html) => html.replace('1 Quay, Testport', 'Testport'),
    ['text | the fragment foot'],
  ],
  [
    'a line that is too long',
    { ...STORY, part: 'text' },
    (text) => `${text}${'word '.repeat(20)}\n`,
    [`text | ${IN_FULL}`],
  ],
  ['a script', STORY, adding('<script></script>'), [`markup | ${IN_FULL}`]],
  [
    'a video for Outlook only',
    STORY,
    adding('<!--[if mso | IE]><video></video><![endif]-->'),
    [`markup | ${IN_FULL}`],
  ],
  ['a form', STORY, adding('<form></form>'), [`markup | ${IN_FULL}`]],
  ['a drawing', STORY, adding('<svg></svg>'), [`markup | ${IN_FULL}`]],
  [
    'a picture of one pixel',
    STORY,
    adding('<img src="https://tide.example/p.gif" alt="" width="1">'),
    [`markup | ${IN_FULL}`],
  ],
  [
    'a picture of one point',
    STORY,
    adding('<img src="https://tide.example/p.gif" alt="" style="width:1pt">'),
    [`markup | ${IN_FULL}`],
  ],
  [
    'a picture of two pixels',
    STORY,
    adding('<img src="https://tide.example/p.gif" alt="" width="2" height="2">'),
    [`markup | ${IN_FULL}`],
  ],
  [
    'a picture that is hidden',
    STORY,
    adding('<img src="https://tide.example/p.gif" alt="" style="display:none">'),
    [`markup | ${IN_FULL}`],
  ],
  [
    'a picture without words for it',
    STORY,
    adding('<img src="https://tide.example/p.gif" width="64">'),
    [`markup | ${IN_FULL}`],
  ],
  ['a handler', STORY, adding('<b onclick="x()"></b>'), [`markup | ${IN_FULL}`]],
  [
    'a picture behind words',
    STORY,
    adding('<b style="background-image:url(https://tide.example/p.gif)"></b>'),
    [`markup | ${IN_FULL}`],
  ],
  [
    'a font of the web',
    { key: 'head' },
    (html) => html.replace('</style>', '@font-face{font-family:x;src:local(x)}</style>'),
    ['markup | the fragment head'],
  ],
  [
    'a sheet of the web',
    { key: 'head' },
    (html) => html.replace('</style>', '@import "https://tide.example/x.css";</style>'),
    ['markup | the fragment head'],
  ],
  [
    'a document without a language',
    { key: 'head' },
    (html) => html.replace(/<html lang="en"/, '<html'),
    ['markup | the fragment head'],
  ],
  [
    'a document without a direction',
    { key: 'head' },
    (html) => html.replace(/ dir="ltr"/, ''),
    ['markup | the fragment head'],
  ],
  ['an element that is not closed', STORY, adding('<b>bold'), [`markup | ${IN_FULL}`]],
  [
    'an element that is not closed for Outlook',
    STORY,
    adding('<!--[if mso | IE]><table><![endif]-->'),
    [`markup | ${IN_FULL}`],
  ],
  [
    'a category that closes more than it opens',
    { key: 'close:harbour' },
    (html) => `${html}</div>`,
    [
      'markup | a mail of Harbour alone',
      'markup | a mail of all categories',
      'markup | a mail of all categories in reverse',
    ],
  ],
  ['small print', STORY, adding('<b style="font-size:11px">small</b>'), [`markup | ${IN_FULL}`]],
  [
    'small print by a keyword',
    STORY,
    adding('<b style="font-size:x-small">small</b>'),
    [`markup | ${IN_FULL}`],
  ],
  [
    'small print by the screen',
    STORY,
    adding('<b style="font:1vw serif">small</b>'),
    [`markup | ${IN_FULL}`],
  ],
  ['small print of old', STORY, adding('<font size="1">small</font>'), [`markup | ${IN_FULL}`]],
  [
    'print of a size that nobody can tell',
    STORY,
    adding('<b style="font-size:calc(1px + 1vw)">small</b>'),
    [`markup | ${IN_FULL}`],
  ],
  ['words that are hidden', STORY, adding('<b style="display:none">x</b>'), [`markup | ${IN_FULL}`]],
  [
    'words that are hidden, whatever else is said',
    STORY,
    adding('<b style="display:none;visibility:visible">x</b>'),
    [`markup | ${IN_FULL}`],
  ],
  ['words that HTML hides', STORY, adding('<b hidden>x</b>'), [`markup | ${IN_FULL}`]],
  ['words that are hidden on dark screens', { key: 'head' }, hidingOnDark, ['markup | the fragment head']],
  [
    'faint words',
    STORY,
    adding('<b style="opacity:.05">faint</b>'),
    [`contrast | ${IN_FULL}`, `contrast | ${IN_FULL}`],
  ],
  ['pale words of old', STORY, adding('<font color="#fefefe">pale</font>'), [`contrast | ${IN_FULL}`]],
  [
    'words on a picture that CSS draws',
    STORY,
    adding('<b style="background-image:linear-gradient(#000,#000)">x</b>'),
    [`contrast | ${IN_FULL}`, `contrast | ${IN_FULL}`],
  ],
  ['small print by percent', STORY, adding('<b style="font-size:60%">small</b>'), [`markup | ${IN_FULL}`]],
  [
    'pale words',
    STORY,
    adding('<b style="color:#aaaaaa!important;background-color:#ffffff!important">pale</b>'),
    [`contrast | ${IN_FULL}`, `contrast | ${IN_FULL}`],
  ],
  [
    'words that are dark on dark screens',
    STORY,
    adding('<b style="color:#333333">dark</b>'),
    [`contrast | ${IN_FULL}`],
  ],
];

test.each(CHANGES)('%s is a fault, and nothing else is', (_name, place, change, faults) => {
  expect(faultsOf(withChange(sound, place, change))).toEqual(faults);
});

test('a dark sheet that forgets the quiet words is told with each place that has such', () => {
  const forgets = '@media (prefers-color-scheme:dark){.m{color:#444444!important}}</style></head>';
  const broken = withChange(sound, { key: 'head' }, (html) => html.replace(/<\/style>\s*<\/head>/, forgets));
  const faults = lintEdition(broken);
  expect(new Set(faults.map(({ check }) => check))).toEqual(new Set(['contrast']));
  expect(faults.map(({ where }) => where)).toContain(IN_FULL);
  expect(faults[0]?.problem).toContain('on dark screens');
});

test('a place that is not filled in is told with its fragment', () => {
  const change = (html: string) => html.replace('</p>', `${sound.frame.nonce}counts</p>`);
  expect(faultsOf(withChange(sound, { key: 'head' }, change))).toEqual([]);
  const left = (html: string) => html.replace('</p>', `${sound.frame.nonce}name</p>`);
  expect(faultsOf(withChange(sound, { key: 'head' }, left))).toEqual(['placeholders | the fragment head']);
});

test('a link of a source is allowed, and only as it is written there', () => {
  const url = 'https://source.example/a?b=c';
  const linked = withChange(sound, STORY, adding(`<a href="${url}"></a>`));
  expect(faultsOf(linked)).toEqual([`links | ${IN_FULL}`]);
  expect(faultsOf({ ...linked, sourceUrls: [url] })).toEqual([]);
});

test('the logo may lie anywhere, another picture only with us', () => {
  const url = 'https://pictures.example/logo@2x.png';
  const picture = `<img src="${url}" alt="" width="64">`;
  const pictured = withChange(sound, { key: 'head' }, adding(picture));
  const newsroom = { ...readersConfig().newsroom, logo: url };
  expect(faultsOf({ ...pictured, newsroom })).toEqual([]);
  expect(faultsOf(pictured)).toEqual(['links | the fragment head']);
  const elsewhere = adding(picture.replace('logo', 'other'));
  expect(faultsOf({ ...withChange(sound, STORY, elsewhere), newsroom })).toEqual([`links | ${IN_FULL}`]);
  const ours = adding('<img src="https://tide.example/p.png" alt="" width="64">');
  expect(faultsOf(withChange(sound, STORY, ours))).toEqual([]);
});

test.each([
  ['open:harbour', 'text'],
  ['contents:harbour', 'html'],
  ['contents:harbour', 'text'],
  ['more:harbour', 'html'],
  ['more:harbour', 'text'],
  ['head', 'text'],
] as const)('a fragment %s without its %s is told as missing', (key, part) => {
  expect(faultsOf(withChange(sound, { key, part }, () => ''))).toEqual([`whole | the fragment ${key}`]);
});

test.each([
  ['head', 'preheader'],
  ['contents:harbour', 'count'],
  ['more:harbour', 'more'],
])('a fragment %s without the place for its %s is told', (key, place) => {
  const without = (html: string) => html.replace(`${sound.frame.nonce}${place}`, '1');
  expect(faultsOf(withChange(sound, { key }, without))).toEqual([`whole | the fragment ${key}`]);
});

test('a mail that cannot be made short enough is told with its size', () => {
  const long = withChange(sound, FOOT, adding('x'.repeat(120_000)));
  const text = withChange(long, { ...FOOT, part: 'text' }, (text) =>
    text.replace('You get', `${'x'.repeat(120_000)}You get`),
  );
  expect(
    lintEdition({ ...text, newsroom: { ...readersConfig().newsroom, postalAddress: '' } }).filter(
      ({ check }) => check === 'size',
    ),
  ).toEqual(
    [
      'a mail of Harbour alone',
      'a mail of Schools alone',
      'a mail of Weather alone',
      'a mail of all categories',
      'a mail of all categories in reverse',
    ].map((where) => ({
      check: 'size',
      where,
      problem: expect.stringMatching(/^The HTML has 1\d{5} bytes, and 99000 are allowed/) as string,
    })),
  );
});

test('a foot without a way out is told', () => {
  const { nonce } = sound.frame;
  const without = (part: 'html' | 'text') =>
    withChange(sound, { ...FOOT, part }, (written) =>
      written.replaceAll(`https://${nonce}.invalid/unsubscribe`, 'https://tide.example'),
    );
  expect(faultsOf(without('html'))).toEqual(['size | the fragment foot']);
  expect(faultsOf(without('text'))).toEqual(['size | the fragment foot', 'text | the fragment foot']);
});

test.each([
  ['from', 'Ada <ada@tide.example>, Ben <ben@tide.example>', 'From'],
  ['from', 'Tide\r\nBcc: all@tide.example <tide@tide.example>', 'From'],
  ['replyTo', 'nobody', 'Reply-To'],
  ['listId', '<digest.tide.example>\r\nBcc: x', 'List-Id'],
  ['listId', 'digest', 'List-Id'],
] as const)('a frame whose %s is %j is told with its header', (name, value, header) => {
  const broken = { ...sound, frame: { ...sound.frame, [name]: value } };
  expect(new Set(faultsOf(broken))).toEqual(new Set([`headers | the header ${header}`]));
});

test('a subject of two lines, with a place in it, without words or endless is told', () => {
  expect(faultsOf({ ...sound, subject: 'undefined: Invalid Date' })).toEqual(['placeholders | the subject']);
  expect(faultsOf({ ...sound, subject: 'x'.repeat(5000) })).toEqual(['headers | the header Subject']);
  expect(faultsOf({ ...sound, subject: 'a\u2066b' })).toEqual(['headers | the header Subject']);
  expect(faultsOf({ ...sound, subject: 'News\nBcc: x' })).toEqual(['headers | the header Subject']);
  expect(faultsOf({ ...sound, subject: 'News of {{day}}' })).toEqual(['placeholders | the subject']);
});

test('a category whose colour is too pale is told once for each scheme', () => {
  const pale = { light: '#ffcc00', dark: '#222222' };
  const categories = sound.frame.categories.map((each) =>
    each.slug === 'harbour' ? { ...each, color: pale } : each,
  );
  expect(faultsOf({ ...sound, frame: { ...sound.frame, categories } })).toEqual([
    'contrast | the category Harbour',
    'contrast | the category Harbour',
  ]);
});

test('a petition that is closed and an official who left are told with their stories, once', () => {
  expect(faultsOf({ ...sound, inForce: new Set() })).toEqual([
    `force | ${NAME(1)}`,
    `force | ${NAME(5, 'Weather')}`,
  ]);
  const stories = sound.stories.map((story) => ({
    ...story,
    snapshot: {
      ...story.snapshot,
      todos: story.snapshot.todos.map((todo) => ({ ...todo, link: 'official:mayor' })),
    },
  }));
  const faults = lintEdition({ ...sound, stories });
  expect(faults.length).toBeGreaterThan(1);
  expect(new Set(faults.map(({ check }) => check))).toEqual(new Set(['force']));
  expect(faultsOf({ ...sound, stories, inForce: new Set(['petition:ferry', 'official:mayor']) })).toEqual([]);
});
