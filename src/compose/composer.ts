import type { WithDb } from '../../db/client.ts';
import { getEdition, listEditionFragments, listEditionStories } from '../../db/edition.ts';
import type { ComposedMail, Composer, Ports } from '../shared/ports.ts';
import { createHeaders } from './headers.ts';
import { lapsedIn } from './lint/force.ts';
import { openPieces } from './pieces.ts';
import { registryAt } from './registry.ts';
import { createSplicer } from './splice.ts';
import { webLinks, webViewOf } from './web-view.ts';

/**
 * Make the port through which `deliver` gets each reader's mail, without knowing how one is put together.
 */
export function createComposer(deps: WithDb<Ports>): Composer {
  const { db, secret } = deps;
  return {
    async open(editionId) {
      const edition = await getEdition(db, editionId);
      const { day, composedAt, subject, frame } = edition;
      const { from, replyTo, siteUrl, nonce, bytesMax } = frame;
      const stories = await listEditionStories(db, editionId);
      const pieces = openPieces(await listEditionFragments(db, editionId), {
        nonce,
        siteUrl,
        categories: frame.categories.map(({ slug }) => slug),
        stories,
        bytesMax,
      });
      const splice = createSplicer(pieces, { secret, siteUrl });
      const headersOf = createHeaders(edition);
      return {
        day,
        from,
        replyTo,
        composedAt,
        mailFor(reader, room) {
          const mail = splice(reader, room?.take);
          if (!mail) return undefined;
          const { html, text, links } = mail;
          const headers = headersOf(links.unsubscribe);
          return composedMail({ subject, headers, stories: mail.stories, htmlBytes: html, textBytes: text });
        },
        webView: () => webViewOf(pieces, webLinks(siteUrl, stories)),
      };
    },
    async findLapsed(editionId) {
      const { frame } = await getEdition(db, editionId);
      const { inForce } = await registryAt(deps, deps.clock.now());
      return lapsedIn({ frame, inForce, stories: await listEditionStories(db, editionId) });
    },
  };
}

/** The strings are made when somebody asks for them: reading 40 kB of UTF-8 takes longer than splicing them. */
function composedMail(mail: Omit<ComposedMail, 'html' | 'text'>): ComposedMail {
  return {
    ...mail,
    get html() {
      return mail.htmlBytes.toString();
    },
    get text() {
      return mail.textBytes.toString();
    },
  };
}
