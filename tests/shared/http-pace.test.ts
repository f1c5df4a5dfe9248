import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { readBody } from '../../src/shared/http-body.ts';

const read = (body: PassThrough) =>
  readBody(body, { host: 'slow.example', encoding: undefined, bytesMax: 100_000, paceMs: 40 });

test('a body that drips is given up, and its connection with it', async () => {
  const body = new PassThrough();
  const timer = setInterval(() => body.write(' '), 5);
  await expect(read(body)).rejects.toMatchObject({
    code: 'fetch.too_slow',
    message: expect.stringContaining('slow.example'),
    retryable: true,
  });
  clearInterval(timer);
  expect(body.destroyed).toBe(true);
});

test('a body that stops in the middle is given up too; one that has not begun is waited for', async () => {
  const body = new PassThrough();
  setTimeout(() => body.write('a beginning'), 100);
  await expect(read(body)).rejects.toMatchObject({ code: 'fetch.too_slow' });
});

test('a body that comes steadily is read, however long it takes', async () => {
  const body = new PassThrough();
  let left = 40;
  const timer = setInterval(() => {
    body.write('x'.repeat(500));
    if ((left -= 1) > 0) return;
    clearInterval(timer);
    body.end();
  }, 5);
  expect((await read(body)).length).toBe(20_000);
});
