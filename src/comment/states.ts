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

/** Why readers see no opinion or no action: as a code, and in words for the newsroom. */
export interface Absence {
  code: string;
  reason: string;
}

/** Why opinion or action are absent; undefined when readers see both. `otherwise` where their sections do not say. */
export function absenceOf(
  sections: readonly Pick<SectionRow, 'kind' | 'state' | 'reason' | 'reviewer'>[],
  otherwise: Absence,
): Absence | undefined {
  const missing = (['opinion', 'action'] as const)
    .map((kind) => sections.find((section) => section.kind === kind))
    .filter((section) => section?.state !== 'approved' && section?.state !== 'edited');
  if (missing.length === 0) return undefined;
  if (missing.some((section) => section?.state === 'needs_review')) return WAITING;
  if (missing.some((section) => section?.state === 'rejected' && section.reviewer !== null))
    return { code: 'review.rejected', reason: 'The newsroom chose not to print it.' };
  const [told] = missing.flatMap((section) => section?.reason ?? []);
  if (told === undefined) return otherwise;
  return { code: told === STALE ? 'article.changed' : 'model.rejected', reason: told };
}

/** Where a person has to look first. */
export const WAITING: Absence = { code: 'review.waiting', reason: 'It has not been reviewed yet.' };

/** Where nothing says why. */
export const UNWRITTEN: Absence = { code: 'commentary.unwritten', reason: 'Nobody has written it.' };

/** The opinion and the action that somebody has written, whatever has been decided about them. */
export const writtenProse = (sections: readonly SectionRow[]): SectionRow[] =>
  sections.filter(({ kind, content, origin }) => kind !== 'todo' && content && origin !== 'registry');

/** Why a text was taken back. */
export const STALE = 'The article has changed since, and some of what this rests on no longer stands in it.';
