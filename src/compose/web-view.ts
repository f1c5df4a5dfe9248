import type { ReaderLinks } from './links.ts';
import type { EditionPieces } from './pieces.ts';
import { layOutChoice } from './splice.ts';
import { resized } from './template.ts';

/**
 * The whole edition as a page: the bytes of the digest of somebody who chose everything and has room for it, with the
 * site's own addresses where a reader's links would be.
 *
 * Shape: empty when the edition has no story.
 */
export function webViewOf(pieces: EditionPieces, links: ReaderLinks): string {
  const { categories } = pieces;
  const common = layOutChoice({ ...pieces, bytesMax: Infinity }, { categories });
  return common ? resized(common.layout('html'), links).toString() : '';
}

/** Where the links of everybody's view lead: to subscribing, and to the petition's own page. */
export function webLinks(
  siteUrl: string,
  stories: readonly { snapshot: { petition: { id: string; slug: string } | null } }[],
): ReaderLinks {
  const slugs = new Map(
    stories.flatMap(({ snapshot: { petition } }) => (petition ? [[petition.id, petition.slug]] : [])),
  );
  const subscribe = `${siteUrl}/subscribe`;
  return {
    preferences: subscribe,
    unsubscribe: subscribe,
    sign: (petitionId) => `${siteUrl}/petitions/${slugs.get(petitionId) ?? ''}`,
  };
}
