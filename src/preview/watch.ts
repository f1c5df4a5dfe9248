import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Tells when a file has changed that mails are made of. */
export interface Watch {
  /** Call back after changes; what comes back ends that. */
  listen(changed: () => void): () => void;
  close(): void;
}

/**
 * Watch folders and files, with all that is in them; what does not exist is left out.
 *
 * Shape: changes that come together are told once.
 */
export function watchFiles(root: string, paths: readonly string[]): Watch {
  const listeners = new Set<() => void>();
  let later: NodeJS.Timeout | undefined;
  const changed = () => {
    clearTimeout(later);
    later = setTimeout(() => {
      for (const listener of listeners) listener();
    }, TOGETHER_MS);
  };
  const watchers = paths
    .map((path) => join(root, path))
    .filter((path) => existsSync(path))
    .map((path) => watch(path, { recursive: true }, changed));
  return {
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      clearTimeout(later);
      for (const watcher of watchers) watcher.close();
    },
  };
}

/** An editor writes a file in several steps. */
const TOGETHER_MS = 120;
