import { z } from 'zod';
import { sectionKinds, type SectionKind } from '../../db/commentary-section.ts';
import { excerptOf, visibleText } from '../shared/html.ts';
import { commentaryAnswer, readingAnswer, type CommentaryAnswer, type ReadingAnswer } from './commentary.ts';

/** What was read, or what is wrong in sentences that a model can mend by. */
export type Read<T> = { answer: T } | { faults: string[] };

/** Read the answer of the reading step. */
export function readReading(text: string): Read<ReadingAnswer> {
  const read = objectIn(text);
  return 'faults' in read ? read : judged(readingAnswer, read.answer, '');
}

/**
 * Read the answer of the writing step, each section by itself: a fault in one leaves the others.
 *
 * Shape: one entry for each section that was wanted.
 */
export function readSections(
  text: string,
  wanted: readonly SectionKind[],
): { [Kind in SectionKind]?: Read<CommentaryAnswer[Kind]> } {
  const read = objectIn(text);
  const entries = wanted.map((kind) => {
    if ('faults' in read) return [kind, read] as const;
    if (!Object.hasOwn(read.answer, kind)) return [kind, { faults: [`${kind} is missing`] }] as const;
    return [kind, judged(commentaryAnswer.shape[kind], read.answer[kind], kind)] as const;
  });
  return Object.fromEntries(entries);
}

/**
 * What goes over the wire for a step: its name, and a JSON Schema that every server can hold to, without lengths,
 * formats, unions, defaults and empty enumerations.
 */
export function wireSchema(sections?: readonly SectionKind[]): {
  name: string;
  json: Record<string, unknown>;
} {
  if (!sections) return { name: 'reading', json: plainSchema(readingAnswer) };
  const whole = sections.length === sectionKinds.length;
  const shape = Object.fromEntries(sections.map((kind) => [kind, commentaryAnswer.shape[kind]]));
  return {
    name: whole ? 'commentary' : `commentary_${sections.join('_')}`,
    json: plainSchema(z.strictObject(shape)),
  };
}

function judged<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  at: string,
): Read<z.output<Schema>> {
  const result = schema.safeParse(value);
  if (result.success) return { answer: result.data };
  return {
    faults: result.error.issues.slice(0, FAULTS_MAX).map((issue) => {
      const path = [...(at ? [at] : []), ...issue.path].join('.') || 'the answer';
      return excerptOf(`${path}: ${issue.message}`, FAULT_CHARACTERS_MAX);
    }),
  };
}

/** More cannot be mended, and each is kept in a row. */
const FAULTS_MAX = 40;
/** Some list every key that should not be there. */
const FAULT_CHARACTERS_MAX = 300;

/** The outermost JSON object of an answer, without fences and thinking around it. */
function objectIn(text: string): Read<Record<string, unknown>> {
  const plain = text.replace(/^[\s\S]*<\/think(?:ing)?>/i, '');
  const from = plain.indexOf('{');
  const to = plain.lastIndexOf('}');
  if (from < 0 || to <= from) return { faults: ['the answer holds no JSON object'] };
  try {
    return { answer: JSON.parse(plain.slice(from, to + 1), clean) as Record<string, unknown> };
  } catch {
    return { faults: ['the answer is not valid JSON'] };
  }
}

/** Texts lose what no reader should see, and what PostgreSQL refuses in JSON. */
const clean = (_key: string, value: unknown) => (typeof value === 'string' ? visibleText(value) : value);

const PLAIN = new Set(['type', 'properties', 'required', 'additionalProperties', 'items', 'enum']);

const plainSchema = (schema: z.ZodType) =>
  plain(z.toJSONSchema(schema, { target: 'draft-7' })) as Record<string, unknown>;

function plain(schema: unknown): unknown {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return schema;
  const { anyOf, properties, ...rest } = schema as Record<string, unknown>;
  // The one union of ours is a text in two forms.
  if (Array.isArray(anyOf)) return { type: 'string' };
  const kept = Object.entries(rest)
    .filter(([key]) => PLAIN.has(key))
    .map(([key, value]) => [key, key === 'items' ? plain(value) : value] as const);
  if (typeof properties !== 'object' || properties === null) return Object.fromEntries(kept);
  const inner = Object.entries(properties).map(([key, value]) => [key, plain(value)] as const);
  return { ...Object.fromEntries(kept), properties: Object.fromEntries(inner) };
}
