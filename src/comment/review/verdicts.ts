import type { Verdict } from '../../../db/commentary-section.ts';
import { wrapped } from './wrap.ts';

/** In the verdicts of a section: a person has changed its words. */
export const EDITED_BY = 'edited_by';

/** What gates had to say beyond a plain pass. */
export function verdictLines(verdicts: readonly Verdict[], width: number): string[] {
  return verdicts
    .filter(({ gate, verdict }) => verdict !== 'pass' && gate !== EDITED_BY)
    .flatMap(({ gate, verdict, evidence }) => [
      ...wrapped(`Gate ${gate}: ${VERDICTS[verdict]}`, { width }),
      ...evidence.flatMap((one) => wrapped(`- ${one}`, { width, indent: '  ', hang: '    ' })),
    ]);
}

const VERDICTS = {
  pass: 'passed',
  repaired: 'failed at first; the mended text passed',
  dropped: 'failed; the piece was left out',
  fail: 'failed',
  unjudged: 'cannot tell',
} satisfies Record<Verdict['verdict'], string>;
