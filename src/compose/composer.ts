import type { WithDb } from '../../db/client.ts';
import { getEdition, listEditionFragments, listEditionStories } from '../../db/edition.ts';
import type { ComposedMail, Composer, Escaped, Ports, Take } from '../shared/ports.ts';
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
          return mail && new SplicedMail(mail, subject, headersOf(mail.links.unsubscribe));
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
class SplicedMail implements ComposedMail {
  readonly subject: string;
  readonly headers: Record<string, string>;
  readonly escaped: ComposedMail['escaped'];
  readonly #mail: Spliced;

  constructor(mail: Spliced, subject: string, headers: Record<string, string>) {
    this.#mail = mail;
    this.subject = subject;
    this.headers = headers;
    this.escaped = {
      html: new EscapedPart(mail, 'escapedHtml'),
      text: new EscapedPart(mail, 'escapedText'),
    };
  }

  get stories(): number {
    return this.#mail.stories;
  }

  get html(): string {
    return this.#mail.put('html').toString();
  }

  get text(): string {
    return this.#mail.put('text').toString();
  }
}

class EscapedPart implements Escaped {
  readonly bytes: number;
  readonly #mail: Spliced;
  readonly #guise: Guise;

  constructor(mail: Spliced, guise: Guise) {
    this.bytes = mail.bytesOf(guise);
    this.#mail = mail;
    this.#guise = guise;
  }

  write(take: Take): void {
    this.#mail.put(this.#guise, take);
  }
}
