import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test, vi, type Mock } from 'vitest';
import { TOGETHER_MS, watchFiles } from '../../src/preview/watch.ts';

test('changes that come together are told once, and not to who has stopped listening', async () => {
  const root = await mkdtemp(join(tmpdir(), 'watch-'));
  await mkdir(join(root, 'emails', '_parts'), { recursive: true });
  const watching = watchFiles(root, ['emails', 'no-such-folder']);
  const listener = vi.fn<() => void>();
  const stopped = vi.fn<() => void>();
  watching.listen(listener);
  watching.listen(stopped)();
  await writeFile(join(root, 'emails', '_parts', 'story.tsx'), '1');
  await writeFile(join(root, 'emails', '_parts', 'footer.tsx'), '2');
  await vi.waitFor(() => expect(listener).toHaveBeenCalled(), 5000);
  await setTimeout(3 * TOGETHER_MS);
  expect(listener).toHaveBeenCalledTimes(1);
  expect(stopped).not.toHaveBeenCalled();
  watching.close();
  await rm(root, { recursive: true });
});

test.each([
  ['in a folder', 'digest.tsx'],
  ['in a folder of a folder', join('_parts', 'story.tsx')],
  ['in a folder that is new', join('letters', 'welcome.tsx')],
])('a file %s is watched however often another one is put in its place', async (_where, name) => {
  const root = await mkdtemp(join(tmpdir(), 'watch-'));
  await mkdir(join(root, 'emails', '_parts'), { recursive: true });
  await writeFile(join(root, 'emails', 'digest.tsx'), '0');
  await writeFile(join(root, 'emails', '_parts', 'story.tsx'), '0');
  const watching = watchFiles(root, ['emails']);
  const listener = vi.fn<() => void>();
  watching.listen(listener);
  await mkdir(dirname(join(root, 'emails', name)), { recursive: true });
  await setTimeout(3 * TOGETHER_MS);
  listener.mockClear();
  await replacedThrice(join(root, 'emails', name), listener);
  watching.close();
  await rm(root, { recursive: true });
});

test('a file outside the root is watched, and its neighbours are not', async () => {
  const root = await mkdtemp(join(tmpdir(), 'watch-'));
  const elsewhere = await mkdtemp(join(tmpdir(), 'watch-elsewhere-'));
  const file = join(elsewhere, 'broadside.config.json');
  await writeFile(file, '{}');
  const watching = watchFiles(root, [file]);
  const listener = vi.fn<() => void>();
  watching.listen(listener);
  await writeFile(join(elsewhere, 'notes.txt'), 'Not of the configuration.');
  await setTimeout(3 * TOGETHER_MS);
  expect(listener).not.toHaveBeenCalled();
  await replacedThrice(file, listener);
  watching.close();
  await rm(root, { recursive: true });
  await rm(elsewhere, { recursive: true });
});

/** As careful editors save: a new file takes the place of the old one. */
async function replacedThrice(file: string, listener: Mock): Promise<void> {
  for (const times of [1, 2, 3]) {
    await writeFile(`${file}.new`, String(times));
    await rename(`${file}.new`, file);
    await vi.waitFor(() => expect(listener).toHaveBeenCalledTimes(times), 5000);
    await setTimeout(3 * TOGETHER_MS);
  }
  expect(listener).toHaveBeenCalledTimes(3);
}
