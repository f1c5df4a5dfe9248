import type { Db } from '../../db/client.ts';
import { getEdition, listEditionFragments, listEditionStories } from '../../db/edition.ts';
import type { Composer } from '../shared/ports.ts';
import { linksFor } from './links.ts';
import { join, openPieces, planFor } from './personalise.ts';

/**
 * Make the port through which `deliver` gets each reader's mail, without knowing how one is put together.
 */
export function createComposer({ db, secret }: { db: Db; secret: string }): Composer {
  return {
    async open(editionId) {
      const edition = await getEdition(db, editionId);
      const { frame } = edition;
      const stories = await listEditionStories(db, editionId);
      const pieces = openPieces(await listEditionFragments(db, editionId), {
        nonce: frame.nonce,
        categories: frame.categories.map(({ slug }) => slug),
        stories,
        bytesMax: frame.bytesMax,
      });
      return {
        day: edition.day,
        from: frame.from,
        replyTo: frame.replyTo,
        composedAt: edition.composedAt,
        mailFor(reader) {
          const links = linksFor(reader, { secret, siteUrl: frame.siteUrl });
          const plan = planFor(pieces, reader, links);
          if (!plan) return undefined;
          return {
            subject: edition.subject,
            html: join(pieces.html, plan, links),
            text: join(pieces.text, plan, links),
            headers: headersOf(frame.listId, links.unsubscribe),
            stories: plan.categories.reduce((sum, { stories, more }) => sum + stories.length + more, 0),
          };
        },
      };
    },
  };
}

/**
 * What a mail to many says of itself to programs.
 *
 * Source: RFC 2369 and RFC 8058 (unsubscribing), RFC 2919 (list id), RFC 3834 section 2 (no automatic answers).
 */
function headersOf(listId: string, unsubscribe: string): Record<string, string> {
  return {
    'List-Unsubscribe': `<${unsubscribe}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'List-Id': listId,
    Precedence: 'bulk',
  };
}
