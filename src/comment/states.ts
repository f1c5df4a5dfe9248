import type { SectionRow, SectionState, Verdict } from '../../db/commentary-section.ts';
import type { Config } from '../shared/config.ts';

/**
 * The state that a section gets once its gates have been asked.
 *
 * Shape: `rejected` without a text; `needs_review` where every text is to be reviewed, where the article speaks to a
 * model, or where a gate could not tell; else `approved`, by the gates alone.
 */
export function stateOf(
  section: { hasText: boolean; isUnjudged: boolean },
  { review, alarms }: { review: Config['comment']['review']; alarms: readonly string[] },
): SectionState {
  if (!section.hasText) return 'rejected';
  return review === 'required' || alarms.length > 0 || section.isUnjudged ? 'needs_review' : 'approved';
}

/** Whether a gate could not tell. */
export const isUnjudged = (verdicts: readonly Verdict[]) =>
  verdicts.some(({ verdict }) => verdict === 'unjudged');

/** Why a section without a text has none, in words. */
export function faultOf(verdicts: readonly Verdict[]): string {
  const failed = verdicts.filter(({ verdict }) => verdict === 'fail');
  const [first] = failed.flatMap(({ gate, evidence }) => evidence.map((one) => `${gate}: ${one}`));
  return `It did not pass the gates (${first ?? 'too little was left'}).`;
}

/** Why readers see no opinion or no action, in words for them; null when they see both. */
export function reasonOf(
  sections: readonly Pick<SectionRow, 'kind' | 'state' | 'reason' | 'reviewer'>[],
  otherwise: string | null,
): string | null {
  const missing = (['opinion', 'action'] as const)
    .map((kind) => sections.find((section) => section.kind === kind) ?? { kind, state: undefined })
    .filter(({ state }) => state !== 'approved' && state !== 'edited');
  if (missing.length === 0) return null;
  if (missing.some(({ state }) => state === 'needs_review')) return 'It has not been reviewed yet.';
  if (missing.some((one) => 'reviewer' in one && one.reviewer !== null && one.state === 'rejected'))
    return 'The newsroom chose not to print it.';
  const told = missing.flatMap((one) => ('reason' in one && one.reason ? [one.reason] : []));
  return told[0] ?? otherwise;
}
