import { describe, expect, test } from 'vitest';
import { readAnswer, wireSchema } from '../../src/comment/answer.ts';
import { goodAnswer, saying } from './answers.ts';

const good = JSON.stringify(goodAnswer());

describe('an answer is read out of what models put around it', () => {
  test.each([
    ['nothing', good],
    ['a fence', `\`\`\`json\n${good}\n\`\`\``],
    ['words', `Here it is:\n${good}\nI hope that it helps.`],
    ['thinking', `<think>Maybe {"opinion": 1}?</think>\n${good}`],
    ['thinking whose beginning the server left out', `Maybe {"opinion": 1}?\n</think>\n\n${good}`],
    ['a byte order mark', `\uFEFF${good}`],
  ])('%s', (_around, text) => {
    expect(readAnswer(text)).toEqual({ answer: goodAnswer() });
  });
});

describe('what is no answer comes back with what is wrong with it', () => {
  test.each([
    ['no object', 'I cannot help with that.', 'the answer holds no JSON object'],
    ['nothing', '', 'the answer holds no JSON object'],
    ['an object cut short', good.slice(0, -1), 'the answer is not valid JSON'],
    ['a field too few', good.replace('"categories":[],', ''), /^categories: /],
    ['a field too many', good.replace('{', '{"html": "<b>", '), /the answer: .*html/],
    ['an unknown kind', good.replace('"learn"', '"donate"'), /^todo\.personal\.0\.kind: /],
    ['a text without letters', JSON.stringify(saying(' ')), /^opinion\.paragraphs\.0: /],
    ['a deadline that is no day', good.replace('"deadline":null', '"deadline":"soon"'), /deadline: /],
    ['too few paragraphs', good.replace('"One.","Two.","Three."', '"One."'), /^opinion\.paragraphs: /],
  ])('%s', (_case, text, fault) => {
    const read = readAnswer(text);
    expect(read).toEqual({ faults: [expect.stringMatching(fault)] });
  });
});

test('a text keeps its lines but not what no reader should see and what no database takes', () => {
  const text = JSON.stringify(saying('Line one.\nLine two\u0000\u202E.')).replace(
    'two',
    String.raw`two\ud83d`,
  );
  const read = readAnswer(text);
  expect(read).toEqual({ answer: saying('Line one.\nLine two\uFFFD.') });
});

test('the schema for the wire names every field and forbids others, without limits that servers refuse', () => {
  const schema = wireSchema();
  const objects = objectsIn(schema);
  expect(objects.length).toBeGreaterThan(5);
  for (const { properties, required, additionalProperties } of objects) {
    expect(required).toEqual(Object.keys(properties as object));
    expect(additionalProperties).toBe(false);
  }
  expect(JSON.stringify(schema)).not.toMatch(/"(?:\$schema|(?:min|max)[A-Z]\w*|pattern|format)"/);
});

function objectsIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = value as Record<string, unknown>;
  return [...(own['type'] === 'object' ? [own] : []), ...Object.values(own).flatMap(objectsIn)];
}
