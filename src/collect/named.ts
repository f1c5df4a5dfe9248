import { sourceKey } from '../shared/source-key.ts';

/** Whether a person who says `name` means this source: by its title, or by any spelling of its address. */
export function isCalled(name: string, { url, title }: { url: string; title: string }): boolean {
  return title.toLowerCase() === name.trim().toLowerCase() || sourceKey(url) === sourceKey(name);
}
