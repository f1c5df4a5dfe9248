import { expect, test } from 'vitest';
import { createHeaders } from '../../src/compose/headers.ts';

const TOKEN = 'AQADuaHB3hERQiKDMwAAAAAAAZY8CxVJrW3Jwa5X4yc9DQE';

const headersOf = (frame: Partial<Parameters<typeof createHeaders>[0]['frame']> = {}) => {
  const own = { from: 'The Tide <tide@tide.example>', replyTo: null, listId: '<digest.tide.example>' };
  const siteUrl = frame.siteUrl ?? 'https://tide.example';
  const edition = { day: '2026-11-23', cadence: 'weekly' as const, frame: { ...own, ...frame, siteUrl } };
  return createHeaders(edition)(`${siteUrl}/u/${TOKEN}`);
};

test('a mail says what it is, how it is ended and that nobody need answer it', () => {
  expect(headersOf()).toEqual({
    'List-Unsubscribe': `<https://tide.example/u/${TOKEN}>, <mailto:tide@tide.example?subject=unsubscribe%20${TOKEN}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'List-Id': '<digest.tide.example>',
    'Feedback-ID': '2026-11-23:weekly:digest:tide.example',
    Precedence: 'bulk',
    'Auto-Submitted': 'auto-generated',
  });
});

test.each([
  ['The Desk <desk@tide.example>', 'desk@tide.example'],
  ['desk@tide.example', 'desk@tide.example'],
  ['Desk <a+b?c&d%e@tïde.example>', 'a%2Bb%3Fc%26d%25e@xn--tde-zma.example'],
])('who writes instead of pressing writes to where answers go: %s', (replyTo, address) => {
  const value = headersOf({ replyTo })['List-Unsubscribe'];
  expect(value).toContain(`<mailto:${address}?subject=unsubscribe%20${TOKEN}>`);
});

test.each(['<digest.a-very-long-name.example.org>', '<digest.[::1]>', '<digest.a.b>'])(
  'a host that is no sender of 5 to 15 characters has another name, the same every time: %s',
  (listId) => {
    const sender = headersOf({ listId })['Feedback-ID']?.split(':').at(-1);
    expect(sender).toMatch(/^[0-9a-f]{12}$/);
    expect(headersOf({ listId })['Feedback-ID']).toBe(`2026-11-23:weekly:digest:${sender}`);
  },
);

test('a site in a folder has the token alone in the subject', () => {
  const value = headersOf({ siteUrl: 'https://example.org/tide' })['List-Unsubscribe'];
  expect(value).toBe(
    `<https://example.org/tide/u/${TOKEN}>, <mailto:tide@tide.example?subject=unsubscribe%20${TOKEN}>`,
  );
});
