import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayInWords,
  dayOf,
  instantInWords,
  instantOf,
  isDay,
  isTimezone,
  shortDate,
} from '../../src/shared/day.ts';

const iso = (at: Date) => at.toISOString();

describe('the day of an instant is the one on the wall of its zone', () => {
  test.each([
    ['2026-11-23T04:59:59Z', 'America/New_York', '2026-11-22'],
    ['2026-11-23T05:00:00Z', 'America/New_York', '2026-11-23'],
    ['2026-11-22T10:00:00Z', 'Pacific/Kiritimati', '2026-11-23'],
    ['2026-11-23T11:59:59Z', 'Etc/GMT+12', '2026-11-22'],
    ['2026-12-31T23:30:00Z', 'Europe/Lisbon', '2026-12-31'],
    ['2026-12-31T23:30:00Z', 'Europe/Berlin', '2027-01-01'],
  ])('%s in %s', (at, zone, day) => {
    expect(dayOf(new Date(at), zone)).toBe(day);
  });
});

describe('the instant of a wall clock', () => {
  test.each([
    ['in winter', '2026-11-23', '06:30', 'America/New_York', '2026-11-23T11:30:00.000Z'],
    ['in summer', '2026-07-01', '06:30', 'America/New_York', '2026-07-01T10:30:00.000Z'],
    ['before the gap', '2026-03-08', '01:59', 'America/New_York', '2026-03-08T06:59:00.000Z'],
    [
      'in the gap, moved on by an hour',
      '2026-03-08',
      '02:30',
      'America/New_York',
      '2026-03-08T07:30:00.000Z',
    ],
    ['after the gap', '2026-03-08', '03:00', 'America/New_York', '2026-03-08T07:00:00.000Z'],
    [
      'of the repeated hour, the first',
      '2026-11-01',
      '01:30',
      'America/New_York',
      '2026-11-01T05:30:00.000Z',
    ],
    ['after the repeated hour', '2026-11-01', '02:00', 'America/New_York', '2026-11-01T07:00:00.000Z'],
    ['at the midnight that is skipped', '2026-04-24', '00:00', 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
    ['in a gap of half an hour', '2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z'],
    ['with an offset of 45 minutes', '2026-11-23', '06:00', 'Asia/Kathmandu', '2026-11-23T00:15:00.000Z'],
    ['east of the date line', '2026-11-23', '00:00', 'Pacific/Kiritimati', '2026-11-22T10:00:00.000Z'],
    ['in UTC', '2026-11-23', '23:59', 'UTC', '2026-11-23T23:59:00.000Z'],
  ])('%s', (_when, day, time, zone, at) => {
    expect(iso(instantOf(day, time, zone))).toBe(at);
  });

  test.each(['America/New_York', 'Europe/Lisbon', 'Africa/Cairo', 'Australia/Lord_Howe', 'Asia/Kolkata'])(
    'noon of every day of a year is on that day, in %s',
    (zone) => {
      for (let day = '2026-01-01'; day < '2027-01-01'; day = addDays(day, 1))
        expect(dayOf(instantOf(day, '12:00', zone), zone)).toBe(day);
    },
  );
});

test('days are added across months, leap days and years', () => {
  expect(addDays('2026-11-30', 1)).toBe('2026-12-01');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
  // In New York this day has 23 hours.
  expect(addDays('2026-03-08', 1)).toBe('2026-03-09');
});

test.each([
  ['2026-02-28', true],
  ['2026-02-29', false],
  ['2028-02-29', true],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['2026-11-23T00:00', false],
  ['', false],
])('whether %j is a day: %s', (text, is) => {
  expect(isDay(text)).toBe(is);
});

test.each([
  ['Europe/Lisbon', true],
  ['UTC', true],
  ['Mars/Base', false],
  ['+01:00', false],
  ['', false],
])('whether %j is a time zone: %s', (name, is) => {
  expect(isTimezone(name)).toBe(is);
});

test('a day, an instant and a short date in words', () => {
  const at = new Date('2026-11-23T11:30:00Z');
  expect(dayInWords('2026-11-23', 'en-GB')).toMatch(/^Monday,? 23 November 2026$/);
  expect(instantInWords(at, 'America/New_York', 'en')).toMatch(/^Monday, November 23, 2026.*6:30.*E[SD]T$/);
  expect(shortDate(new Date('2026-11-23T04:00:00Z'), 'America/New_York', 'en-GB')).toBe('22 Nov 2026');
});
