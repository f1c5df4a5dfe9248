import type { SectionContents, SectionKind } from '../../../db/commentary-section.ts';
import type { Finding, GateName } from './gates.ts';

/** What became of one section: what may be printed of it, and what was found. */
export interface Judged<Kind extends SectionKind = SectionKind> {
  /** Without the pieces that failed; null when too little is left. */
  content: SectionContents[Kind] | null;
  findings: Finding[];
  /** Gates that cannot tell. */
  unjudged: GateName[];
}

/** What the gates for whole sections find in the texts of one. */
export type WholeGates = (
  kind: SectionKind,
  texts: readonly string[],
) => Pick<Judged, 'findings' | 'unjudged'>;
