import type { Db, WithDb } from '../../db/client.ts';
import type { Embedder, Ports, PublicHttp } from '../shared/ports.ts';
import type { Categorised } from './categorize.ts';
import type { PageReader } from './page/reader.ts';
import type { Robots } from './robots.ts';

/** What collecting needs of the world. */
export type CollectDeps = WithDb<
  Ports & {
    http: PublicHttp;
    /** Reads pages in threads of their own. */
    pages: PageReader;
    /** Knows which pages programs may read. */
    robots: Robots;
    /** Tells better than words do how near texts are; optional. */
    embedder?: Embedder | undefined;
  }
>;

/** The same, with what is made ready once for a whole run. */
export type CollectRun = CollectDeps & {
  /** The categories of an article, first heading first; `db` is the connection that the caller holds. */
  file: (db: Db, article: Categorised) => Promise<string[]>;
  /** Told when a whole site asks to be left alone; written down once the row in hand is done. */
  onHold: (url: string, until: Date) => void;
};
