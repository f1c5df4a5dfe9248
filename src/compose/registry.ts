import type { WithDb } from '../../db/client.ts';
import { listOfficials } from '../../db/official.ts';
import { listActivePetitions } from '../../db/petition.ts';
import { countSignatures } from '../../db/signature.ts';
import { dayOf } from '../shared/day.ts';
import { isOpenAt } from '../shared/open.ts';
import type { Ports } from '../shared/ports.ts';
import { registryId } from '../shared/registry-id.ts';
import type { OpenPetition } from './snapshot.ts';

/** What of the newsroom's registry an edition may name. */
export interface RegistryOfDay {
  petitions: OpenPetition[];
  /** Open petitions and officials in office, as ids of the registry. */
  inForce: ReadonlySet<string>;
}

/** What is open and who is in office at an instant. */
export async function registryAt({ db, config }: WithDb<Ports>, now: Date): Promise<RegistryOfDay> {
  const active = await listActivePetitions(db, { limit: PETITIONS_MAX });
  const open = active.filter((petition) => isOpenAt(petition, now));
  const counts = await countSignatures(
    db,
    open.map(({ id }) => id),
  );
  const day = dayOf(now, config.newsroom.timezone);
  const officials = await listOfficials(db, { day, limit: OFFICIALS_MAX });
  return {
    petitions: open.map((petition) => ({ ...petition, signed: counts.get(petition.id) ?? 0 })),
    inForce: new Set([
      ...open.map(({ slug }) => registryId('petition', slug)),
      ...officials.map(({ slug }) => registryId('official', slug)),
    ]),
  };
}

const PETITIONS_MAX = 1000;
const OFFICIALS_MAX = 10_000;
