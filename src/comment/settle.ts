import { upsertCommentary } from '../../db/commentary.ts';
import { listSections, sectionKinds, upsertSections, type SectionRow } from '../../db/commentary-section.ts';
import type { Uncommented } from '../../db/uncommented.ts';
import { addDays, dayOf, instantOf } from '../shared/day.ts';
import { AppError, failure } from '../shared/errors.ts';
import { bodyOf } from './body.ts';
import type { CommentDeps, Run } from './comment.ts';
import { alarmsIn } from './gates/alarms.ts';
import { registrySection } from './registry.ts';
import { absenceOf, faultOf, isUnjudged, stateOf, UNWRITTEN, writtenProse } from './states.ts';

/** Why something could not be written; `isFailure`: it belongs in the report of the run. */
export interface Failed {
  code: string;
  reason: string;
  isFailure: boolean;
}

/** What became of one article in a run. */
export type Outcome =
  /** `failed`: not all of it, and why. */
  | { kind: 'written'; waitsForReview: boolean; failed: Failed | undefined }
  | ({ kind: 'without' } & Failed)
  /** Nothing was missing: its article has changed, and what was written still stands. */
  | { kind: 'unchanged' };

/** What nobody has decided on, and no model has written yet in a form that passed. */
export function isWanted(section: SectionRow | undefined): boolean {
  if (!section) return true;
  if (section.reviewer !== null || section.state === 'generated') return false;
  return section.state === 'rejected' || section.origin === 'registry';
}

/** Decide what is generated, put the registry's list where there is none, and note how far the article has come. */
export async function settle(
  deps: CommentDeps,
  run: Run,
  article: Uncommented,
  { attempts: before, failed }: { attempts: number; failed: unknown },
): Promise<Outcome> {
  const { db, config, clock } = deps;
  const now = clock.now();
  const { language } = config.newsroom;
  const alarms = alarmsIn(`${article.sourceTitle}\n\n${article.title}\n\n${bodyOf(article)}`);
  const rows = await listSections(db, article.id);
  const decided = rows
    .filter(({ state }) => state === 'generated')
    .map((row) => decide(row, config.comment.review, alarms));
  const rest = rows.filter(({ state }) => state !== 'generated');
  const all = [...rest, ...decided];
  const todo = all.find(({ kind }) => kind === 'todo');
  const list = todo?.content ? [] : [listOf(run, article, { now, language, rejected: todo })];
  const isKept = ({ kind }: SectionRow) => kind !== 'todo' || list.length === 0;
  await upsertSections(db, [...decided.filter(isKept), ...list]);
  const sections = [...all.filter(isKept), ...list];
  const outcome = failed !== undefined || decided.length > 0 ? outcomeOf(sections, failed) : UNCHANGED;
  const [author] = writtenProse(sections);
  const absent = absenceOf(sections, failed === undefined ? UNWRITTEN : failedOf(failed));
  const attempts = before + (isInVain(failed, sections) ? 1 : 0);
  const isMissing = sections.some((section) => isWanted(section)) || sections.length < sectionKinds.length;
  await upsertCommentary(db, {
    articleId: article.id,
    origin: author?.origin ?? 'registry',
    model: author?.model ?? null,
    alarms,
    reason: absent?.reason ?? null,
    reasonCode: absent?.code ?? null,
    attempts,
    isOpen: isMissing && attempts < config.comment.attempts && !isUnfit(failed),
    parkedUntil: parkedUntil(deps, failed, now),
    articleUpdatedAt: article.updatedAt,
    createdAt: now,
    categories: [],
  });
  return outcome;
}

const UNCHANGED: Outcome = { kind: 'unchanged' };

function decide(row: SectionRow, review: 'auto' | 'required', alarms: readonly string[]): SectionRow {
  const hasText = row.content !== null;
  const state = stateOf({ hasText, isUnjudged: isUnjudged(row.verdicts) }, { review, alarms });
  const reason = hasText ? (state === 'needs_review' ? whyReview(row, alarms) : null) : faultOf(row.verdicts);
  return { ...row, state, reason };
}

function whyReview({ verdicts }: SectionRow, alarms: readonly string[]): string {
  const [alarm] = alarms;
  if (alarm !== undefined) return `The article speaks to a model: "${alarm}".`;
  const unjudged = verdicts.filter(({ verdict }) => verdict === 'unjudged').map(({ gate }) => gate);
  if (unjudged.length > 0) return `These gates cannot tell: ${unjudged.join(', ')}.`;
  return 'Every text is to be reviewed.';
}

/** The registry's own to-do list; with what the gates had against a model's, where there was one. */
function listOf(
  run: Run,
  article: Uncommented,
  { now, language, rejected }: { now: Date; language: string; rejected: SectionRow | undefined },
) {
  const section = registrySection(run.registry, article, { now, language });
  if (!rejected) return section;
  const { reason, verdicts, callIds } = rejected;
  return { ...section, reason, verdicts, callIds };
}

function outcomeOf(sections: readonly SectionRow[], error: unknown): Outcome {
  const texts = writtenProse(sections);
  const failed = error === undefined ? undefined : failedOf(error);
  if (texts.length > 0) {
    const waitsForReview = texts.some(({ state }) => state === 'needs_review');
    return { kind: 'written', waitsForReview, failed };
  }
  const [rejected] = sections.filter(({ state }) => state === 'rejected');
  const reason = rejected?.reason ?? 'Nothing of it passed the gates.';
  return { kind: 'without', ...(failed ?? { code: 'model.rejected', reason, isFailure: true }) };
}

function failedOf(error: unknown): Failed {
  const { code, reason } = failure(error);
  return { code, reason, isFailure: !QUIET_CODES.has(code) };
}

/** What lies with the settings or the article is no failure of the run. */
const QUIET_CODES = new Set(['model.none', 'model.nothing', 'article.unfit']);
/** What lies with the server or the settings is not held against the article. */
const BLAMELESS = new Set([
  'model.none',
  'model.refused',
  'model.parked',
  'model.ceiling',
  'prompt.unreadable',
]);

function isInVain(failed: unknown, sections: readonly SectionRow[]): boolean {
  if (failed !== undefined) return !BLAMELESS.has(failure(failed).code);
  return sections.some(({ state, reviewer }) => state === 'rejected' && reviewer === null);
}

const isUnfit = (failed: unknown) => failed instanceof AppError && failed.code === 'article.unfit';

function parkedUntil({ config }: CommentDeps, failed: unknown, now: Date): Date | null {
  if (!(failed instanceof AppError)) return null;
  if (failed.retryAfterSeconds !== undefined)
    return new Date(now.getTime() + failed.retryAfterSeconds * 1000);
  if (failed.code !== 'model.ceiling') return null;
  const { timezone } = config.newsroom;
  return instantOf(addDays(dayOf(now, timezone), 1), '00:00', timezone);
}
