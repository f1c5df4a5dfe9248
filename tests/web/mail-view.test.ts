import { expect, test } from 'vitest';
import type { OpenEdition } from '../../src/shared/ports.ts';
import { keepMailViews } from '../../src/web/mail-view.ts';

/** A composer that counts what it opens, and fails where it is told to. */
function counted(fails: (opened: number) => boolean = () => false) {
  const opened: string[] = [];
  const at = new Date('2026-11-23T05:30:00Z');
  const open = async (id: string): Promise<OpenEdition> => {
    opened.push(id);
    if (fails(opened.length)) throw new Error('no such edition');
    const head = { day: '2026-11-23', from: 'tide@tide.example', replyTo: null, composedAt: at };
    return { ...head, mailFor: () => undefined, webView: () => `the mail of ${id}` };
  };
  return { opened, open };
}

test('a mail that many look at is opened once, also by those who come at once', async () => {
  const { opened, open } = counted();
  const viewOf = keepMailViews({ open });
  const views = await Promise.all(Array.from({ length: 20 }, () => viewOf('a')));
  expect(new Set([...views, await viewOf('a')])).toEqual(new Set(['the mail of a']));
  expect(opened).toEqual(['a']);
});

test('no more are kept than allowed: the one that was looked at longest ago goes', async () => {
  const { opened, open } = counted();
  const viewOf = keepMailViews({ open }, 2);
  for (const id of ['a', 'b', 'a', 'c', 'a', 'b']) expect(await viewOf(id)).toBe(`the mail of ${id}`);
  expect(opened).toEqual(['a', 'b', 'c', 'b']);
});

test('one that could not be opened is tried again', async () => {
  const { opened, open } = counted((times) => times === 1);
  const viewOf = keepMailViews({ open });
  await expect(viewOf('a')).rejects.toThrow('no such edition');
  expect(await viewOf('a')).toBe('the mail of a');
  expect(opened).toHaveLength(2);
});
