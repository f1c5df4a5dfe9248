import { existsSync, readdirSync, statSync, watch, type FSWatcher } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Tells when a file has changed that mails are made of. */
export interface Watch {
  /** Call back after changes; what comes back ends that. */
  listen(changed: () => void): () => void;
  close(): void;
}

/**
 * Watch folders with all that is in them, and files; what does not exist is left out.
 *
 * Shape: a path that is not absolute is one of `root`. Changes that come together are told once. Every folder is watched by
 * itself, and anew after each change: a watch on a file, which Node's own `recursive` is made of, stays with the file that an
 * editor has put another one in the place of.
 */
export function watchFiles(root: string, paths: readonly string[]): Watch {
  const listeners = new Set<() => void>();
  let later: NodeJS.Timeout | undefined;
  const open = () => paths.flatMap((path) => watchersOf(resolve(root, path), changed));
  let watchers = open();
  const close = () => {
    clearTimeout(later);
    for (const watcher of watchers) watcher.close();
  };
  function changed() {
    clearTimeout(later);
    later = setTimeout(() => {
      close();
      watchers = open();
      for (const listener of listeners) listener();
    }, TOGETHER_MS);
  }
  return {
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close,
  };
}

/** An editor writes a file in several steps. */
export const TOGETHER_MS = 120;

function watchersOf(path: string, changed: () => void): FSWatcher[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isDirectory()) return foldersOf(path).flatMap((folder) => watchFolder(folder, changed));
  return watchFolder(dirname(path), (name) => {
    if (name === basename(path)) changed();
  });
}

const foldersOf = (path: string): string[] => [
  path,
  ...readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name)),
];

function watchFolder(folder: string, changed: (name: string | null) => void): FSWatcher[] {
  try {
    return [watch(folder, (_event, name) => changed(name)).on('error', () => changed(null))];
  } catch (error) {
    // It has just gone, as its own folder's watcher will tell.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
