import type { WithDb } from '../../db/client.ts';
import type { Ports, PublicHttp } from '../shared/ports.ts';

/** What collecting needs of the world. */
export type CollectDeps = WithDb<Ports & { http: PublicHttp }>;
