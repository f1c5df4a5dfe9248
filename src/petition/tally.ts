import type { Db } from '../../db/client.ts';
import { countSignatures, listShownSignatures } from '../../db/signature.ts';
import { shownName } from './signer.ts';

export interface Tally {
  signed: number;
  /** When it was counted: pages say so beside the number. */
  countedAt: Date;
}

/** Count the signatures in force of one petition. */
export async function tally(db: Db, petitionId: string, now: Date): Promise<Tally> {
  const counts = await countSignatures(db, [petitionId]);
  return { signed: counts.get(petitionId) ?? 0, countedAt: now };
}

/** Who signed last, newest first, each as they chose to be shown; who is hidden is left out. */
export async function listRecentSigners(
  db: Db,
  petitionId: string,
  { limit }: { limit: number },
): Promise<{ name: string; signedAt: Date }[]> {
  const rows = await listShownSignatures(db, petitionId, { limit });
  return rows.flatMap(({ name, display, confirmedAt }) => {
    const shown = shownName(name, display);
    return shown === undefined || confirmedAt === null ? [] : [{ name: shown, signedAt: confirmedAt }];
  });
}
