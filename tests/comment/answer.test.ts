import { describe, expect, test } from 'vitest';
import { readReading, readSections, wireSchema } from '../../src/comment/answer.ts';
import { goodAnswer, goodReading, saying } from './answers.ts';

const good = JSON.stringify(goodAnswer());
const ALL = ['opinion', 'action', 'todo'] as const;

describe('an answer is read out of what models put around it', () => {
  test.each([
    ['nothing', good],
    ['a fence', `\`\`\`json\n${good}\n\`\`\``],
    ['words', `Here it is:\n${good}\nI hope that it helps.`],
    ['thinking', `<think>Maybe {"opinion": 1}?</think>\n${good}`],
    ['thinking whose beginning the server left out', `Maybe {"opinion": 1}?\n</think>\n\n${good}`],
    ['a byte order mark', `\uFEFF${good}`],
  ])('%s', (_around, text) => {
    expect(readSections(text, ALL).opinion).toEqual({ answer: goodAnswer().opinion });
    expect(readSections(text, ALL).todo).toEqual({ answer: goodAnswer().todo });
  });
});

describe('what is no answer comes back with what is wrong with it', () => {
  test.each([
    ['no object', 'I cannot help with that.', 'the answer holds no JSON object'],
    ['nothing', '', 'the answer holds no JSON object'],
    ['an object cut short', good.slice(0, -1), 'the answer is not valid JSON'],
    ['a section too few', JSON.stringify({ action: goodAnswer().action }), 'opinion is missing'],
    ['a field too many', good.replace('"short":', '"html":"<b>","short":'), /^opinion: .*html/],
    ['a text without letters', JSON.stringify(saying(' ')), /^opinion\.paragraphs\.0\.text: /],
    [
      'a field of another kind',
      good.replace('"view":false', '"view":"no"'),
      /^opinion\.paragraphs\.0\.view: /,
    ],
  ])('%s', (_case, text, fault) => {
    expect(readSections(text, ALL).opinion).toEqual({ faults: [expect.stringMatching(fault)] });
  });

  test('a fault in one section leaves the others', () => {
    const read = readSections(good.replace('"learn"', '"donate"'), ALL);
    expect(read.todo).toEqual({ faults: [expect.stringMatching(/^todo\.personal\.0\.kind: /)] });
    expect(read.opinion).toEqual({ answer: goodAnswer().opinion });
  });

  test('a deadline that is no day is one', () => {
    const read = readSections(good.replace('"deadline":""', '"deadline":"soon"'), ALL);
    expect(read.todo).toEqual({ faults: [expect.stringMatching(/deadline: /)] });
  });
});

test('a reading is read alike', () => {
  expect(readReading(`Sure!\n${JSON.stringify(goodReading())}`)).toEqual({ answer: goodReading() });
  expect(readReading('{"claims": []}')).toMatchObject({ faults: expect.arrayContaining([]) as string[] });
});

test('a text keeps its lines but not what no reader should see and what no database takes', () => {
  const text = JSON.stringify(saying('Line one.\nLine two\u0000\u202E.')).replace(
    'two',
    String.raw`two\ud83d`,
  );
  const { opinion } = readSections(text, ALL);
  expect(opinion).toEqual({ answer: saying('Line one.\nLine two\uFFFD.').opinion });
});

describe.each([
  ['reading', wireSchema()],
  ['commentary', wireSchema(ALL)],
  ['commentary_opinion_todo', wireSchema(['opinion', 'todo'])],
])('the schema for the wire called %s', (name, schema) => {
  test('has that name, names every field and forbids others, and has nothing that servers refuse', () => {
    expect(schema.name).toBe(name);
    const objects = objectsIn(schema.json);
    expect(objects.length).toBeGreaterThan(2);
    for (const { properties, required, additionalProperties } of objects) {
      expect(required).toEqual(Object.keys(properties as object));
      expect(additionalProperties).toBe(false);
    }
    const keys = new Set(keysIn(schema.json));
    for (const key of [
      'minLength',
      'maxLength',
      'minItems',
      'maxItems',
      'minimum',
      'maximum',
      'pattern',
      'format',
    ])
      expect(keys).not.toContain(key);
    for (const key of ['anyOf', 'oneOf', 'allOf', 'default', '$schema', '$ref'])
      expect(keys).not.toContain(key);
    expect(JSON.stringify(schema.json)).not.toMatch(/"enum":\[\]|"type":\[/);
  });
});

function objectsIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = value as Record<string, unknown>;
  return [...(own['type'] === 'object' ? [own] : []), ...Object.values(own).flatMap(objectsIn)];
}

/** The keywords of a schema, without the names of fields. */
function keysIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'properties' ? Object.values(inner as object).flatMap(keysIn) : [key, ...keysIn(inner)],
  );
}
