import type { z } from 'zod';

/** What stands before and after the generated part of the README. */
export const MARKS = { start: '<!-- config:start -->', end: '<!-- config:end -->' };

/** A JSON Schema, as zod prints one. */
export type Schema = z.core.JSONSchema.BaseSchema;

export interface SettingRow {
  /** As it is written in the file: `digest.cron`, `sources[].url`. */
  path: string;
  doc: string;
  allowed: string;
  /** Empty where nothing is assumed; `required` where it must be given. */
  default: string;
}

/** Put both tables between the marks of a README; what stands outside them stays as it is. Errors: the marks are missing. */
export function withTables(readme: string, tables: { env: string; file: string }): string {
  const from = readme.indexOf(MARKS.start);
  const to = readme.indexOf(MARKS.end);
  if (from < 0 || to < from) throw new Error(`README.md has no ${MARKS.start} … ${MARKS.end}`);
  const generated = [
    MARKS.start,
    '### Environment',
    tables.env,
    '### Configuration file',
    tables.file,
    MARKS.end,
  ].join('\n\n');
  return readme.slice(0, from) + generated + readme.slice(to + MARKS.end.length);
}

/** The settings of the environment as a Markdown table. */
export function envTable(rows: readonly { name: string; doc: string; default: string }[]): string {
  const cells = rows.map(({ name, doc, default: value }) => [
    name.replaceAll(/\b[A-Z][A-Z_]+\b/g, '`$&`'),
    doc,
    code(value),
  ]);
  return table(['Variable', 'What it is for', 'Default'], cells);
}

/** The settings of the configuration file as a Markdown table. */
export function fileTable(rows: readonly SettingRow[]): string {
  const cells = rows.map((row) => [
    code(row.path),
    row.doc,
    row.allowed,
    row.default === 'required' ? row.default : code(row.default),
  ]);
  return table(['Setting', 'What it is for', 'Allowed', 'Default'], cells);
}

/** Every setting in a schema that is not itself a group of settings, in the order of the schema. */
export function settingsOf(schema: Schema, prefix = ''): SettingRow[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    if (typeof property === 'boolean') return [];
    const path = `${prefix}${name}`;
    const items = itemOf(property);
    if (property.properties) return settingsOf(property, `${path}.`);
    if (items?.properties) return settingsOf(items, `${path}[].`);
    const required = schema.required?.includes(name) ?? false;
    const { description: doc = '', default: value } = property;
    return [{ path, doc, allowed: allowedBy(property), default: required ? 'required' : defaultOf(value) }];
  });
}

function itemOf({ items }: Schema): Schema | undefined {
  return typeof items === 'object' && !Array.isArray(items) ? items : undefined;
}

function allowedBy(schema: Schema): string {
  const { type, properties = {} } = schema;
  if (schema.enum) return schema.enum.map((value) => code(String(value))).join(', ');
  if (schema.anyOf) return schema.anyOf.map(allowedBy).join(' or ');
  if (type === 'array') return `list of ${allowedBy(itemOf(schema) ?? {})}`;
  if (type === 'object') return code(`{ ${Object.keys(properties).join(', ')} }`);
  if (type === 'boolean') return '`true`, `false`';
  return type === 'integer' || type === 'number' ? boundsOf(schema) : 'text';
}

function boundsOf({ minimum, maximum }: Schema): string {
  const most = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? figure(maximum) : undefined;
  if (minimum === undefined) return most === undefined ? 'number' : `at most ${most}`;
  return most === undefined ? `at least ${figure(minimum)}` : `${figure(minimum)} to ${most}`;
}

const figure = (value: number) => value.toLocaleString('en-US');

function defaultOf(value: unknown): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const code = (text: string) => (text === '' ? '' : `\`${text}\``);

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
}
