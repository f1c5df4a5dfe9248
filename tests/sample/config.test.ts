import { expect, test } from 'vitest';
import input from '../../broadside.config.ts';
import { outlets, originOf } from '../../sample/outlets.ts';
import { sampleSubscribers } from '../../sample/subscribers.ts';
import { parseAddress } from '../../src/shared/address.ts';
import { parseConfig } from '../../src/shared/config.ts';
import { isTimezone } from '../../src/shared/day.ts';

const config = parseConfig(input);
const known = new Set(config.categories.map(({ slug }) => slug));

test('the configuration that ships is valid and says that it is a sample', () => {
  expect(config.sample).toBe(true);
  expect(config.categories.length).toBeGreaterThanOrEqual(6);
  expect(config.petitions.length).toBeGreaterThanOrEqual(2);
  expect(config.officials.length).toBeGreaterThanOrEqual(6);
});

test('every outlet is a source, and every source may be fetched from loopback', () => {
  expect(config.sources.map(({ url }) => url)).toEqual(
    outlets.map(({ slug, feedPath }) => `${originOf(slug)}${feedPath}`),
  );
  for (const { url } of config.sources) expect(config.collect.allowHosts).toContain(new URL(url).host);
});

test('the sources are of every licence', () => {
  expect(new Set(config.sources.map(({ licence }) => licence))).toEqual(new Set(['full', 'excerpt', 'link']));
});

test('every category has a petition or an official, and one official’s term is over', () => {
  const served = new Set([...config.petitions, ...config.officials].flatMap(({ categories }) => categories));
  expect(served).toEqual(known);
  expect(config.officials.filter(({ termEndsOn }) => (termEndsOn ?? '9') < '2026-11-01')).toHaveLength(1);
});

test('contact data is fictional', () => {
  for (const { phones, formUrl, email } of config.officials) {
    for (const phone of phones) expect(phone).toMatch(/^555-01\d\d$/);
    if (formUrl !== undefined) expect(new URL(formUrl).hostname).toMatch(/\.example$/);
    if (email !== undefined) expect(email).toMatch(/\.example$/);
  }
});

test('five readers with different choices among the newsroom’s categories', () => {
  const choices = sampleSubscribers.map(({ categories }) => categories.join());
  expect(new Set(choices).size).toBe(5);
  for (const { address, categories, timezone } of sampleSubscribers) {
    expect(parseAddress(address)).toMatch(/\.example$/);
    expect(isTimezone(timezone)).toBe(true);
    expect(categories.length).toBeGreaterThan(0);
    for (const category of categories) expect(known).toContain(category);
  }
});
