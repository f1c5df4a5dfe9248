import type { EditionFault } from '../../db/edition.ts';
import type { Config } from '../shared/config.ts';
import { lintEdition, type LintInput } from './lint/lint.ts';

/** An edition as it is kept, with what may be named on its day. */
export type Composed = Omit<LintInput, 'siteUrl' | 'sourceUrls' | 'newsroom'>;

/** Look an edition over as the newsroom's own: what keeps it from being sent, in order; empty for one that may go out. */
export const lookOver = ({ newsroom, sources }: Config, edition: Composed): EditionFault[] =>
  lintEdition({
    ...edition,
    newsroom,
    siteUrl: edition.frame.siteUrl,
    sourceUrls: sources.map(({ url }) => url),
  });
