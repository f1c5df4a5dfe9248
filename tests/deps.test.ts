import { expect, test } from 'vitest';
import { carrierOf } from '../src/deps.ts';
import { readEnv } from '../src/shared/env.ts';
import { readersConfig } from './helpers/readers.ts';

const carrier = (variables: NodeJS.ProcessEnv, sample = false) =>
  carrierOf(readEnv(variables), readersConfig({ sample }));

test('nothing is sent without a key', () => {
  expect(carrier({})).toBe('outbox');
});

test('a key of Resend is enough to send for real', () => {
  expect(carrier({ RESEND_API_KEY: 're_1' })).toBe('resend');
});

test('the sample newsroom sends nothing for a key alone', () => {
  expect(carrier({ RESEND_API_KEY: 're_1' }, true)).toBe('outbox');
});

test('what MAILER says holds before everything else', () => {
  expect(carrier({ MAILER: 'outbox', RESEND_API_KEY: 're_1' })).toBe('outbox');
  expect(carrier({ MAILER: 'resend', RESEND_API_KEY: 're_1' }, true)).toBe('resend');
});
