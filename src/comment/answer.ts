import { z } from 'zod';
import { commentaryAnswer, type CommentaryAnswer } from './commentary.ts';

/**
 * Read a model's answer: fences and thinking around the JSON are stripped, then the strict schema judges it.
 *
 * Shape: the answer, or what is wrong with it in sentences that a model can mend by.
 */
export function readAnswer(text: string): { answer: CommentaryAnswer } | { faults: string[] } {
  const json = outermostObject(text.replace(/<think>[\s\S]*?<\/think>/gi, ''));
  if (json === undefined) return { faults: ['the answer holds no JSON object'] };
  const result = commentaryAnswer.safeParse(parse(json));
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

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return 'not JSON';
  }
}
