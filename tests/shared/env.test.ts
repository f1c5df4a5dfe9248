import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { describeEnv, readEnv } from '../../src/shared/env.ts';
import { ConfigError, type Fault } from '../../src/shared/errors.ts';

const folder = mkdtempSync(join(tmpdir(), 'broadside env '));
afterAll(() => rmSync(folder, { recursive: true }));

const SECRET = 'a secret of tests that is long enough';

function faultsOf(variables: NodeJS.ProcessEnv): Fault[] {
  try {
    readEnv(variables);
  } catch (error) {
    if (error instanceof ConfigError) return [...error.faults];
    throw error;
  }
  return [];
}

test('nothing has to be set', () => {
  expect(readEnv({})).toMatchObject({
    BROADSIDE_DATA: './data',
    BROADSIDE_CONFIG: './broadside.config.ts',
    HOST: '127.0.0.1',
    PORT: 3000,
    MAILER: undefined,
    DATABASE_URL: undefined,
  });
});

test('an empty value counts as absent', () => {
  expect(readEnv({ PORT: '', DATABASE_URL: '', OPENAI_API_KEY: '' })).toMatchObject({
    PORT: 3000,
    DATABASE_URL: undefined,
    OPENAI_API_KEY: undefined,
  });
});

describe('a secret', () => {
  const file = join(folder, 'secret');

  test('may stand in a file, whose last line end is not part of it', () => {
    writeFileSync(file, `${SECRET}\n`);
    expect(readEnv({ BROADSIDE_SECRET_FILE: file }).BROADSIDE_SECRET).toBe(SECRET);
  });

  test('in the environment goes before the file', () => {
    expect(readEnv({ OPENAI_API_KEY: 'here', OPENAI_API_KEY_FILE: '/nowhere' }).OPENAI_API_KEY).toBe('here');
  });

  test('in a file that cannot be read is a fault of its path only', () => {
    expect(
      faultsOf({ NODE_ENV: 'production', RESEND_API_KEY_FILE: '/nowhere', BROADSIDE_SECRET: SECRET }),
    ).toEqual([
      {
        path: 'RESEND_API_KEY_FILE',
        problem: 'names a file that cannot be read',
        remedy: 'Check the path and its rights.',
      },
    ]);
  });

  test('in a file is judged like one in the environment', () => {
    writeFileSync(file, 'short');
    expect(faultsOf({ BROADSIDE_SECRET_FILE: file })).toMatchObject([{ path: 'BROADSIDE_SECRET' }]);
  });

  test('a file is read for every secret, and for nothing else', () => {
    writeFileSync(file, SECRET);
    const secrets = [
      'DATABASE_URL',
      'BROADSIDE_SECRET',
      'RESEND_API_KEY',
      'RESEND_WEBHOOK_SECRET',
      'SMTP_URL',
      'OPENAI_API_KEY',
    ];
    const named = describeEnv().filter(({ name }) => name.includes('_FILE'));
    expect(named.map(({ name }) => name.split(' ')[0])).toEqual(expect.arrayContaining(secrets));
    expect(readEnv({ HOST_FILE: file }).HOST).toBe('127.0.0.1');
  });
});

describe('in production', () => {
  test('a secret must be set', () => {
    expect(faultsOf({ NODE_ENV: 'production' })).toEqual([
      {
        path: 'BROADSIDE_SECRET',
        problem: 'is needed in production',
        remedy: expect.stringContaining('openssl rand') as string,
      },
    ]);
  });

  test('one that is too short is one fault, not two', () => {
    expect(faultsOf({ NODE_ENV: 'production', BROADSIDE_SECRET: 'short' })).toMatchObject([
      { path: 'BROADSIDE_SECRET', problem: 'has less than 32 characters' },
    ]);
  });

  test('with a secret nothing is missing', () => {
    expect(faultsOf({ NODE_ENV: 'production', BROADSIDE_SECRET: SECRET })).toEqual([]);
  });
});

test.each([
  [{ DATABASE_URL: 'mysql://ana:hunter2@db/x' }, 'DATABASE_URL'],
  [{ SITE_URL: 'tide.example' }, 'SITE_URL'],
  [{ PORT: 'hunter2' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ LOG_LEVEL: 'hunter2' }, 'LOG_LEVEL'],
  [{ MAILER: 'hunter2' }, 'MAILER'],
  [{ MAILER: 'resend' }, 'RESEND_API_KEY'],
  [{ MAILER: 'smtp' }, 'SMTP_URL'],
  [{ MAILER: 'smtp', SMTP_URL: 'http://ana:hunter2@mail' }, 'SMTP_URL'],
  [{ OPENAI_BASE_URL: 'hunter2' }, 'OPENAI_BASE_URL'],
])('%j is a fault of %s, with a remedy and without the value', (variables, path) => {
  const faults = faultsOf(variables);
  expect(faults).toMatchObject([{ path }]);
  expect(faults[0]?.remedy).not.toBe('');
  expect(JSON.stringify(faults)).not.toContain('hunter2');
});

test('every fault is named at once', () => {
  const paths = faultsOf({ PORT: 'x', MAILER: 'resend', NODE_ENV: 'production' }).map(({ path }) => path);
  expect(paths).toEqual(['PORT', 'RESEND_API_KEY', 'BROADSIDE_SECRET']);
});

test.each([
  [{ PORT: 'abc' }, 'is not a number'],
  [{ PORT: '3000.5' }, 'is not a whole number'],
  [{ PORT: '70000' }, 'is above 65535'],
  [{ MAILER: 'pigeon' }, 'is not a mailer'],
  [{ LOG_LEVEL: 'loud' }, 'is not a level of the log'],
])('what is wrong with %j is said in words', (variables, problem) => {
  expect(faultsOf(variables)).toMatchObject([{ problem }]);
});
