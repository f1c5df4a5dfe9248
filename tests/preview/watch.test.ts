import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { watchFiles } from '../../src/preview/watch.ts';

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
  expect(listener).toHaveBeenCalledTimes(1);
  expect(stopped).not.toHaveBeenCalled();
  watching.close();
  await rm(root, { recursive: true });
});
