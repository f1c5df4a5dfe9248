import { expect, test } from 'vitest';
import { createHeaders } from '../../../src/compose/headers.ts';
import { faultsOfHeaders } from '../../../src/compose/lint/headers.ts';

const SITE = 'https://tide.example';
const frame = {
  from: 'Tide <tide@tide.example>',
  replyTo: null,
  listId: '<digest.tide.example>',
  siteUrl: SITE,
};
const sound = createHeaders({ day: '2026-11-23', cadence: 'weekly', frame })(`${SITE}/u/token`);

test('the headers of an edition have no fault', () => {
  expect(faultsOfHeaders(sound, SITE)).toEqual([]);
});

test.each(['List-Unsubscribe', 'List-Unsubscribe-Post', 'List-Id', 'Feedback-ID'])(
  'without %s they have one',
  (name) => {
    const { [name]: _without, ...rest } = sound;
    expect(faultsOfHeaders(rest, SITE)).toEqual([
      {
        check: 'headers',
        where: `the header ${name}`,
        problem: expect.stringMatching(/^It must hold/) as string,
      },
    ]);
  },
);

test('one of Auto-Submitted and Precedence is enough, none is not', () => {
  const { 'Auto-Submitted': _auto, ...bulk } = sound;
  const { Precedence: _bulk, ...neither } = bulk;
  expect(faultsOfHeaders(bulk, SITE)).toEqual([]);
  expect(faultsOfHeaders(neither, SITE).map(({ where }) => where)).toEqual(['the header Auto-Submitted']);
});

test.each([
  ['a line break', `${sound['Feedback-ID']}\r\nBcc: x`],
  ['a letter that is not ASCII', '2026:daily:digést:tide.example'],
])('%s in a value is a fault', (_name, value) => {
  const faults = faultsOfHeaders({ ...sound, 'Feedback-ID': value }, SITE);
  expect(faults[0]).toMatchObject({
    where: 'the header Feedback-ID',
    problem: expect.stringContaining('ASCII'),
  });
});

test.each([
  ['http', '<http://tide.example/u/t>, <mailto:tide@tide.example>'],
  ['another host', '<https://stranger.example/u/t>, <mailto:tide@tide.example>'],
  ['no mailto', '<https://tide.example/u/t>'],
  ['a mailto without an address', '<https://tide.example/u/t>, <mailto:nobody>'],
])('unsubscribing by %s is a fault', (_name, value) => {
  const faults = faultsOfHeaders({ ...sound, 'List-Unsubscribe': value }, SITE);
  expect(faults.map(({ where }) => where)).toEqual(['the header List-Unsubscribe']);
});

test.each(['To', 'cc', 'BCC', 'Resent-To'])('%s among the headers of an edition is a fault', (name) => {
  expect(faultsOfHeaders({ ...sound, [name]: 'ada@home.example' }, SITE)).toEqual([
    {
      check: 'headers',
      where: `the header ${name}`,
      problem: expect.stringContaining('one reader') as string,
    },
  ]);
});

test('a newsroom on this machine needs no https', () => {
  const site = 'http://127.0.0.1:4000';
  const local = createHeaders({
    day: '2026-11-23',
    cadence: 'daily',
    frame: { ...frame, siteUrl: site, listId: '<digest.127.0.0.1>' },
  });
  expect(faultsOfHeaders(local(`${site}/u/token`), site)).toEqual([]);
});
