import { listTextsToPrint, listUnprintedIds, upsertPrints, type TextToPrint } from '../../../db/story.ts';
import { failure } from '../../shared/errors.ts';
import { forEachLimited } from '../../shared/retry.ts';
import type { CollectDeps } from '../deps.ts';
import { createPrints, PRINT_VERSION, packPrint, TEXT_CHARACTERS_MAX, type Print } from './print.ts';

/** The print of a text as it stood when its row was `rowVersion`. */
export interface FreshPrint {
  print: Print;
  rowVersion: string;
  embedding: Float32Array | undefined;
}

/**
 * Print what is new or has changed, and what was published since and has no print, and keep the prints.
 *
 * Safe to repeat: a print depends on its text only. When the embedder fails the texts are compared by their words, which
 * `notes` then says.
 */
export async function printUnsettled(
  deps: Pick<CollectDeps, 'db' | 'config' | 'embedder'>,
  since: Date,
): Promise<{ fresh: Map<string, FreshPrint>; notes: string[] }> {
  const printOf = createPrints(deps.config.newsroom.language);
  const embed = createEmbedding(deps.embedder);
  const fresh = new Map<string, FreshPrint>();
  const ids = await listUnprintedIds(deps.db, { since, version: PRINT_VERSION, limit: UNPRINTED_MAX });
  const slices = Array.from({ length: Math.ceil(ids.length / TEXTS_AT_ONCE) }, (_, i) =>
    ids.slice(i * TEXTS_AT_ONCE, (i + 1) * TEXTS_AT_ONCE),
  );
  // Two at a time: while the database works for one, we work for the other.
  await forEachLimited(slices, 2, async (wanted) => {
    const texts = await listTextsToPrint(deps.db, wanted, { charactersMax: TEXT_CHARACTERS_MAX });
    const embeddings = await embed.all(texts);
    const prints = texts.map((text, i) => ({
      id: text.id,
      rowVersion: text.rowVersion,
      print: printOf(text),
      embedding: embeddings[i],
    }));
    await upsertPrints(
      deps.db,
      prints.map((one) => rowOf(one, deps.embedder?.name)),
    );
    for (const { id, ...print } of prints) fresh.set(id, print);
  });
  return { fresh, notes: embed.notes };
}

const UNPRINTED_MAX = 30_000;
const TEXTS_AT_ONCE = 100;
const EMBEDDED_MAX = 2_000;
const EMBEDDED_CHARACTERS_MAX = 1_500;

function rowOf(
  { id, print, embedding }: Omit<FreshPrint, 'rowVersion'> & { id: string },
  name: string | undefined,
) {
  return {
    articleId: id,
    version: PRINT_VERSION,
    ...packPrint(print),
    embedding: embedding ? Buffer.from(embedding.buffer, embedding.byteOffset, embedding.byteLength) : null,
    embeddedBy: embedding ? (name ?? null) : null,
  };
}

/** Asks no more once it has failed. */
function createEmbedding(embedder: CollectDeps['embedder']) {
  let left = embedder ? EMBEDDED_MAX : 0;
  const notes: string[] = [];
  return {
    notes,
    async all(texts: readonly TextToPrint[]): Promise<Float32Array[]> {
      if (!embedder || left <= 0) return [];
      left -= texts.length;
      try {
        return await embedder.embed(
          texts.map(({ title, text }) => `${title}\n\n${text}`.slice(0, EMBEDDED_CHARACTERS_MAX)),
        );
      } catch (error) {
        left = 0;
        notes.push(`Articles were compared by their words only: ${failure(error).reason}`);
        return [];
      }
    },
  };
}
