import { z } from 'zod';
import { visibleText } from '../shared/html.ts';
import { commentaryAnswer, type CommentaryAnswer } from './commentary.ts';

/**
 * Read a model's answer: fences and thinking around the JSON are stripped, then the strict schema judges it.
 *
 * Shape: the answer, or what is wrong with it in sentences that a model can mend by.
 */
export function readAnswer(text: string): { answer: CommentaryAnswer } | { faults: string[] } {
  const json = outermostObject(withoutThinking(text));
  if (json === undefined) return { faults: ['the answer holds no JSON object'] };
  const read = parse(json);
  if (!read) return { faults: ['the answer is not valid JSON'] };
  const result = commentaryAnswer.safeParse(read.value);
  if (result.success) return { answer: result.data };
  return {
    faults: result.error.issues.map((issue) => `${issue.path.join('.') || 'the answer'}: ${issue.message}`),
  };
}

/**
 * The same shape as a plain JSON Schema for the wire: no lengths, formats or patterns, which many servers refuse.
 */
export function wireSchema(): Record<string, unknown> {
  return plain(z.toJSONSchema(commentaryAnswer, { target: 'draft-7' })) as Record<string, unknown>;
}

const REFUSED = new Set([
  '$schema',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'pattern',
  'format',
  'default',
]);

function plain(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(plain);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => !REFUSED.has(key))
      .map(([key, value]) => [key, plain(value)]),
  );
}

function outermostObject(text: string): string | undefined {
  const from = text.indexOf('{');
  const to = text.lastIndexOf('}');
  return from >= 0 && to > from ? text.slice(from, to + 1) : undefined;
}

/** Some servers leave out the tag at which the thinking begins. */
const withoutThinking = (text: string) => text.replace(/^[\s\S]*<\/think>/i, '');

/** Texts lose what no reader should see, and what PostgreSQL refuses in JSON. */
const clean = (_key: string, value: unknown) => (typeof value === 'string' ? visibleText(value) : value);

function parse(json: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(json, clean) as unknown };
  } catch {
    return undefined;
  }
}
