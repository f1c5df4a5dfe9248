import { expect, test } from 'vitest';
import { testDatabase } from '../helpers/database.ts';
import { endOf, freePort, onLine, program } from '../helpers/program.ts';

const database = testDatabase();

test('preview serves every mail and ends in order when it is interrupted', async () => {
  const { start, cleanUp } = await program(database.url);
  const port = await freePort();
  const child = start('preview', '--port', String(port));
  const said = Promise.withResolvers<string>();
  onLine(child, said.resolve);
  try {
    expect(await said.promise).toBe(`Every mail is at http://127.0.0.1:${port} (Ctrl-C stops it)`);
    const index = await fetch(`http://127.0.0.1:${port}/`);
    const html = await index.text();
    expect(index.status).toBe(200);
    expect(html).toContain('no new story for one');
    expect(html).toContain('/mails/letter-en-welcome');
    // A page that waits for changes must not keep the program from ending.
    const waiting = await fetch(`http://127.0.0.1:${port}/changes`);
    const ended = endOf(child);
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    await waiting.body?.cancel().catch(() => {});
  } finally {
    child.kill('SIGKILL');
    await cleanUp();
  }
}, 60_000);

test('preview refuses a port that is none, and a day that is none', async () => {
  const { run, cleanUp } = await program(database.url);
  const port = await run('preview', '--port', '99999');
  expect([port.code, port.err]).toEqual([2, expect.stringContaining('This is not a port')]);
  const day = await run('preview', '--day', 'today');
  expect([day.code, day.err]).toEqual([2, expect.stringContaining('This is not a day')]);
  await cleanUp();
}, 60_000);
