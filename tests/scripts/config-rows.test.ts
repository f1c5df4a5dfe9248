import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { envTable, fileTable, MARKS, settingsOf, withTables } from '../../scripts/config-rows.ts';
import { configSchema } from '../../src/shared/config.ts';

const schemaOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });

describe('the settings of a schema', () => {
  test('stand with their path, purpose, bounds and default', () => {
    const rows = settingsOf(
      schemaOf(
        z.object({
          name: z.string().describe('Its name.'),
          digest: z.object({
            storiesMax: z.int().min(1).max(1000).default(24),
            bytesMax: z.int().min(20_000).optional(),
          }),
          sources: z.array(z.object({ licence: z.enum(['full', 'link']).default('link') })),
        }),
      ),
    );
    expect(rows).toEqual([
      { path: 'name', doc: 'Its name.', allowed: 'text', default: 'required' },
      { path: 'digest.storiesMax', doc: '', allowed: '1 to 1,000', default: '24' },
      { path: 'digest.bytesMax', doc: '', allowed: 'at least 20,000', default: '' },
      { path: 'sources[].licence', doc: '', allowed: '`full`, `link`', default: 'link' },
    ]);
  });

  test('a list says of what, and a choice between shapes names each', () => {
    const rows = settingsOf(
      schemaOf(
        z.object({
          hosts: z.array(z.string()).default([]),
          color: z.union([z.string(), z.object({ light: z.string(), dark: z.string() })]).optional(),
        }),
      ),
    );
    expect(rows.map(({ allowed, default: value }) => [allowed, value])).toEqual([
      ['list of text', ''],
      ['text or `{ light, dark }`', ''],
    ]);
  });

  test('of the real configuration each say what they are for', () => {
    const silent = settingsOf(schemaOf(configSchema)).filter(({ doc }) => doc === '');
    expect(silent).toEqual([]);
  });
});

describe('the tables', () => {
  test('a bar in a cell does not end the cell', () => {
    expect(envTable([{ name: 'MAILER', doc: 'a | b', default: 'outbox' }])).toBe(
      ['| Variable | What it is for | Default |', '| --- | --- | --- |']
        .concat([String.raw`| ${'`MAILER`'} | a \| b | ${'`outbox`'} |`])
        .join('\n'),
    );
  });

  test('a setting without a default leaves its cell empty, and a required one says so', () => {
    const rows = ['', 'required'].map((value) => ({ path: 'a', doc: 'b', allowed: 'text', default: value }));
    expect(fileTable(rows).split('\n').slice(2)).toEqual([
      '| `a` | b | text |  |',
      '| `a` | b | text | required |',
    ]);
  });
});

describe('writing into the README', () => {
  const tables = { env: 'ENV', file: 'FILE' };

  test('only what stands between the marks is replaced, and a second time nothing changes', () => {
    const once = withTables(`before\n${MARKS.start}\nold\n${MARKS.end}\nafter\n`, tables);
    expect(once).toMatch(/^before\n.*ENV.*FILE.*\nafter\n$/s);
    expect(once).not.toContain('old');
    expect(withTables(once, tables)).toBe(once);
  });

  test('a README without the marks is refused', () => {
    expect(() => withTables('no marks', tables)).toThrow('has no');
  });
});
