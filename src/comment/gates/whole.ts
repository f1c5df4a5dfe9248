import type { SectionKind } from '../../../db/commentary-section.ts';
import type { Finding, GateName } from './gates.ts';
import type { Ground } from './ground.ts';
import type { Judged, WholeGates } from './judged.ts';
import { overlapWith } from './overlap.ts';
import { isInLanguage } from './tongue.ts';

/**
 * How much of its words a section must share with its article: texts about other stories share less.
 *
 * Measured on 71 articles: opinions share 0.47 and more with their own article, and at most 0.30 with another. Advice is
 * about what to do and shares less, 0.20 and more; of advice about another story 99 of 100 share less than 0.17.
 */
const OVERLAP_MIN: Record<SectionKind, number> = { opinion: 0.34, action: 0.18, todo: 0.18 };

/** Make the gates that look at a section as a whole: is it about this article, is it in the right language. */
export function createWholeGates(ground: Ground): WholeGates {
  const overlap = overlapWith(ground.source, ground.language);
  return (kind, texts) => wholeOf(kind, texts.join('\n'), { ground, overlap });
}

function wholeOf(
  kind: SectionKind,
  text: string,
  { ground, overlap }: { ground: Ground; overlap: (text: string) => number | undefined },
): Pick<Judged, 'findings' | 'unjudged'> {
  const findings: Finding[] = [];
  const unjudged: GateName[] = [];
  if (isInLanguage(text, ground.language) === false)
    findings.push({ gate: 'language', at: kind, evidence: `is not written in "${ground.language}"` });
  const shared = overlap(text);
  if (shared === undefined) unjudged.push('overlap');
  else if (shared < OVERLAP_MIN[kind])
    findings.push({
      gate: 'overlap',
      at: kind,
      evidence: `shares ${Math.round(shared * 100)} % of its words with the article; it is about something else`,
    });
  return { findings, unjudged };
}
