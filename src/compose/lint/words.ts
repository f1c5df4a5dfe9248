import { visibleText } from '../../shared/html.ts';
import type { FrozenStory } from '../edition.ts';

/**
 * What is left of a text when white space and all that no reader sees are taken away: HTML and plain text break lines
 * in other places, and so they can be compared.
 */
export function squeezed(text: string): string {
  return visibleText(text).replace(/[\s\u0085\ufffd]+/gu, '');
}

/** Every text of a story that comes from outside, squeezed: what looks like ours may be theirs. */
export function storyWords({ snapshot }: FrozenStory): string {
  return stringsIn(snapshot).map(squeezed).join('\n');
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}
