import { describe, expect, test } from 'vitest';
import { ceilingOn, fullDay } from '../../src/deliver/ceiling.ts';
import { readersConfig } from '../helpers/readers.ts';

const CEILINGS = [
  { day: 1, mails: 200 },
  { day: 3, mails: 600 },
];
const WARM_UP = { from: '2026-11-23', ceilings: CEILINGS, days: 5 };

describe('how many mails a day may have', () => {
  test('without a setting there is no end', () => {
    expect(ceilingOn({}, '2026-11-23')).toBeUndefined();
    expect(fullDay({}, { day: '2026-11-23', left: 0 })).toBeUndefined();
  });

  test.each([
    ['2026-11-01', 200],
    ['2026-11-22', 200],
    ['2026-11-23', 200],
    ['2026-11-24', 200],
    ['2026-11-25', 600],
    ['2026-11-27', 600],
    ['2026-11-28', undefined],
    ['2027-11-28', undefined],
  ])('on %s the warm-up allows %s', (day, mails) => {
    expect(ceilingOn({ warmUp: WARM_UP }, day)).toBe(mails);
  });

  test('steps out of order count by their days, and days before the first step by the first', () => {
    const warmUp = {
      from: '2026-11-23',
      ceilings: CEILINGS.map(({ day, mails }) => ({ day: day + 1, mails })),
      days: 30,
    };
    const deliver = { warmUp: { ...warmUp, ceilings: warmUp.ceilings.toReversed() } };
    const days = ['2026-11-23', '2026-11-24', '2026-11-26'];
    expect(days.map((day) => ceilingOn(deliver, day))).toEqual([200, 200, 600]);
  });

  test('of the setting and the warm-up the lower one counts', () => {
    const both = { mailsPerDay: 500, warmUp: WARM_UP };
    const days = ['2026-11-24', '2026-11-25', '2026-11-28'];
    expect(days.map((day) => ceilingOn(both, day))).toEqual([200, 500, 500]);
  });

  test('the steps that ship only rise, over a month that ends in daylight saving', () => {
    const { deliver } = readersConfig({ deliver: { warmUp: { from: '2026-03-01' } } });
    const days = Array.from({ length: 31 }, (_, i) => `2026-03-${String(i + 1).padStart(2, '0')}`);
    const mails = days.map((day) => ceilingOn(deliver, day) ?? Infinity);
    expect(mails).toEqual(mails.toSorted((a, b) => a - b));
    expect([mails[0], mails[1], mails[29], mails[30]]).toEqual([200, 400, 100_000, Infinity]);
  });
});

describe('why a day is full', () => {
  test('the warm-up is named with its day, and when it goes on', () => {
    expect(fullDay({ mailsPerDay: 500, warmUp: WARM_UP }, { day: '2026-11-24', left: 0 })).toEqual({
      until: new Date('2026-11-25T00:00:00Z'),
      reason:
        'At most 200 mails may go out on 2026-11-24 (day 2 of 5 of the warm-up), and they have gone out. It goes on at 00:00 UTC on 2026-11-25.',
    });
  });

  test('the setting is named, with what is left where that is too little', () => {
    expect(fullDay({ mailsPerDay: 500, warmUp: WARM_UP }, { day: '2026-12-31', left: 40 })?.reason).toBe(
      'At most 500 mails may go out on 2026-12-31 (deliver.mailsPerDay), and the 40 that are left are too few for the next call. It goes on at 00:00 UTC on 2027-01-01.',
    );
  });
});
