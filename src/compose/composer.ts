import type { WithDb } from '../../db/client.ts';
import { getEdition, listEditionFragments, listEditionStories } from '../../db/edition.ts';
import type { ComposedMail, Composer, Escaped, Ports } from '../shared/ports.ts';
import { createHeaders } from './headers.ts';
import { lapsedIn } from './lint/force.ts';
import { openPieces, type Guise } from './pieces.ts';
import { registryAt } from './registry.ts';
import { COMPOSER_REVISION, linkKeyId } from './revision.ts';
import { createSplicer, type Spliced } from './splice.ts';
import { webLinks, webViewOf } from './web-view.ts';

/**
 * Make the port through which `deliver` gets each reader's mail, without knowing how one is put together.
 */
export function createComposer(deps: WithDb<Ports>): Composer {
  const { db, secret } = deps;
  return {
    revision: `${COMPOSER_REVISION}.${linkKeyId(secret)}`,
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
        mailFor(reader) {
          const mail = splice(reader);
          return mail && composedMail(mail, { subject, headers: headersOf(mail.links.unsubscribe) });
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

/** Nothing is put together before somebody asks for it, and then in the guise that they need. */
function composedMail(
  mail: Spliced,
  { subject, headers }: Pick<ComposedMail, 'subject' | 'headers'>,
): ComposedMail {
  return {
    subject,
    headers,
    stories: mail.stories,
    escaped: { html: escapedPart(mail, 'escapedHtml'), text: escapedPart(mail, 'escapedText') },
    get html() {
      return mail.put('html').toString();
    },
    get text() {
      return mail.put('text').toString();
    },
  };
}

const escapedPart = (mail: Spliced, guise: Guise): Escaped => ({
  bytes: mail.bytesOf(guise),
  write: (take) => void mail.put(guise, take),
});
