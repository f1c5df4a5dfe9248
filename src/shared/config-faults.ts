import type { z } from 'zod';
import type { Fault } from './errors.ts';

/** One thing that the schema finds wrong, said to the operator: where, what, and what to do about it. */
export function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  const path = pathOf(issue.path);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: path ? `${path}.${key}` : key,
      problem: 'is not a setting',
      remedy: 'Check the spelling against the README’s table, or remove it.',
    }));
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  const problem = missing ? 'is missing' : sentenceOf(issue);
  return [{ path: path || '(the whole file)', problem, remedy: remedyOf(issue, path, missing) }];
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value')
    return `must be one of ${issue.values.map((value) => `"${String(value)}"`).join(', ')}`;
  if (issue.code === 'too_small')
    return issue.origin === 'string' || issue.origin === 'array'
      ? issue.message
      : `must be at least ${issue.minimum}`;
  if (issue.code === 'too_big')
    return `must be at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`;
  if (issue.code === 'invalid_type') return `must be ${KINDS[issue.expected] ?? issue.expected}`;
  return issue.message;
}

/** What a reader calls the types. */
const KINDS: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

function remedyOf(issue: z.core.$ZodIssue, path: string, missing: boolean): string {
  const own: unknown = issue.code === 'custom' ? issue.params?.['remedy'] : undefined;
  if (typeof own === 'string') return own;
  const last =
    path
      .replace(/\[\d+\]$/, '')
      .split('.')
      .at(-1) ?? '';
  if (last === 'timezone') return 'Use an IANA name such as "Europe/Lisbon" or "America/New_York".';
  if (last === 'language') return 'Use a tag such as "en", "pt-BR" or "ar".';
  if (last === 'url' || last === 'formUrl')
    return 'Write the whole address, such as "https://example.org/feed.xml".';
  if (last === 'from' || last === 'replyTo' || last === 'email')
    return 'Write it as "Name <news@example.org>" or "news@example.org"; a name with @ : ; ( or ) stands in double quotes.';
  if (last === 'cron') return 'Five fields: minute hour day month weekday, such as "30 6 * * *".';
  if (last === 'allowHosts') return 'Write a host or host:port, such as "127.0.0.1:8099".';
  if (missing) return 'Add it; `broadside.config.ts` as it ships shows an example.';
  return 'Change it; the README’s table says what is allowed.';
}

function pathOf(path: PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}
