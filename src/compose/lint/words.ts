import { visibleText } from '../../shared/html.ts';
import type { FrozenStory } from '../edition.ts';
import type { LintInput, Piece } from './looked.ts';

/**
 * What is left of a text when white space and all that no reader sees are taken away: HTML and plain text break lines
 * in other places, and so they can be compared.
 */
export function squeezed(text: string): string {
  return visibleText(text).replace(/[\s\u0085\ufffd]+/gu, '');
}

/**
 * Tell what of a piece is not the templates', squeezed: the newsroom's own words and slugs, and every text of its story
 * that comes from outside. What looks like a defect may be theirs.
 */
export function createTold(input: LintInput): (piece: Pick<Piece, 'story'>) => string {
  const own = ownWords(input);
  const known = new Map(input.stories.map((story) => [story, `${own}\n${storyWords(story)}`]));
  return ({ story }) => (story && known.get(story)) ?? own;
}

/** What the newsroom itself says around stories, and where it lives. */
export function ownWords({ newsroom, frame }: Pick<LintInput, 'newsroom' | 'frame'>): string {
  const { categories, siteUrl } = frame;
  const said = [newsroom ?? {}, siteUrl, categories.map(({ name, slug }) => [name, slug])];
  return said.flatMap(stringsIn).map(squeezed).join('\n');
}

const storyWords = ({ snapshot }: FrozenStory): string => stringsIn(snapshot).map(squeezed).join('\n');

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}
