import type { Reading } from '../../db/commentary.ts';
import type { SectionContents, SectionKind, Verdict } from '../../db/commentary-section.ts';
import type { Config } from '../shared/config.ts';
import type { Day } from '../shared/day.ts';
import { AppError } from '../shared/errors.ts';
import { readSections } from './answer.ts';
import type { Answered, Question } from './ask.ts';
import type { Candidates } from './candidates.ts';
import { gatesOf, type Finding } from './gates/gates.ts';
import type { SourceText } from './gates/ground.ts';
import { createJudge, type Judge } from './gates/judge.ts';
import type { Judged } from './gates/judged.ts';
import { groundFor } from './ground.ts';
import { contextFor, mendable } from './limits.ts';
import type { Prompts } from './prompts/prompt.ts';
import { askFor, callsFor, type Wanted } from './write-ask.ts';

/** Everything that writing about one article takes; who asks decides how it is paid for. */
export interface Writing {
  config: Config;
  prompts: Prompts;
  day: Day;
  article: { url: string; outlet: string };
  source: SourceText;
  ask: (question: Question) => Promise<Answered | undefined>;
}

/** One section as it was written and judged. */
export interface WrittenSection {
  kind: SectionKind;
  /** What passed the gates; null when that is too little. */
  content: SectionContents[SectionKind] | null;
  verdicts: Verdict[];
  callIds: string[];
  promptVersion: string;
}

/** What came of writing; `failed` where a call failed after something had been written. */
export interface Written {
  sections: WrittenSection[];
  failed: unknown;
}

/**
 * Have the sections of a commentary written from what was read in an article, and judge them; what fails is mended once
 * and then left out.
 *
 * Shape: all sections in one call where the model can hold them, else a call for each; a repair asks for those at fault
 * alone. Undefined when this model has nothing for the article.
 * Errors: what the first call throws; `model.canary` of any; a defect. A later call that fails leaves what was written.
 */
export async function writeSections(
  writing: Writing,
  from: { reading: Reading; candidates: Candidates; wanted: readonly SectionKind[] },
): Promise<Written | undefined> {
  const { reading, candidates, wanted } = from;
  const ground = groundFor(writing.source, candidates, writing);
  const judge = createJudge(ground, { reading, ids: candidates.ids });
  const written: Written = { sections: [], failed: undefined };
  for (const sections of callsFor(writing, { reading, candidates, sections: wanted })) {
    try {
      const done = await writeOnce(writing, { reading, candidates, sections, judge });
      if (!done) return undefined;
      written.sections.push(...done.sections);
      written.failed = done.failed;
    } catch (error) {
      if (written.sections.length === 0 || !isOfTheCall(error)) throw error;
      written.failed = error;
    }
    if (written.failed !== undefined) return written;
  }
  return written;
}

interface Part extends Wanted {
  judge: Judge;
}

async function writeOnce(writing: Writing, part: Part): Promise<Written | undefined> {
  const { sections, judge } = part;
  const first = await askFor(writing, part);
  if (!first) return undefined;
  const judged = judgeAnswer(first, sections, judge);
  const faulty = sections.filter((kind) => judged[kind].findings.length > 0);
  const { answered: second, failed } =
    faulty.length > 0 ? await mend(writing, { ...part, sections: faulty }, { first, judged }) : NOT_MENDED;
  const again = second && judgeAnswer(second, faulty, judge);
  if (sections.every((kind) => judged[kind].content !== null)) await first.accept();
  if (second && faulty.every((kind) => again?.[kind].content !== null)) await second.accept();
  return {
    failed,
    sections: sections.map((kind) => ({
      ...settled(kind, judged[kind], again?.[kind]),
      callIds: [...first.callIds, ...(second && faulty.includes(kind) ? second.callIds : [])],
      promptVersion: writing.prompts.write.version,
    })),
  };
}

/**
 * The repair. That it fails leaves what the first answer came to; a failure that concerns more than this article (the
 * server, the ceiling, the account) is told.
 */
async function mend(
  writing: Writing,
  part: Part,
  { first, judged }: { first: Answered; judged: Record<SectionKind, Judged> },
): Promise<{ answered?: Answered | undefined; failed: unknown }> {
  const faults = part.sections
    .flatMap((kind) => judged[kind].findings)
    .slice(0, FAULTS_MAX)
    .map(({ at, evidence }) => `- ${at} ${evidence}`);
  const lines = first.truncated ? ['- the answer was cut off before its end; be shorter', ...faults] : faults;
  try {
    const { output } = contextFor(writing.config.comment.provider);
    const answer = mendable(first.text, output);
    return { answered: await askFor(writing, part, { answer, faults: lines.join('\n') }), failed: undefined };
  } catch (error) {
    if (!isOfTheCall(error)) throw error;
    return { failed: CONCERNS_ALL.has(error.code) ? error : undefined };
  }
}

const NOT_MENDED = { answered: undefined, failed: undefined };
const FAULTS_MAX = 40;
const CONCERNS_ALL = new Set(['model.refused', 'model.parked', 'model.ceiling']);

/** A call that came to nothing, and not a defect of ours or an answer that was led astray. */
const isOfTheCall = (error: unknown): error is AppError =>
  error instanceof AppError && error.kind === 'upstream' && error.code !== 'model.canary';

/** What is judged of a section that could not even be read. */
const unread = (kind: SectionKind, faults: readonly string[]): Judged => ({
  content: null,
  unjudged: [],
  findings: faults.map((evidence) => ({ gate: 'shape', at: kind, evidence })),
});

function judgeAnswer(
  { text }: Answered,
  sections: readonly SectionKind[],
  judge: Judge,
): Record<SectionKind, Judged> {
  const { opinion, action, todo } = readSections(text, sections);
  return {
    opinion:
      opinion && 'answer' in opinion
        ? judge.opinion(opinion.answer)
        : unread('opinion', opinion?.faults ?? []),
    action:
      action && 'answer' in action ? judge.action(action.answer) : unread('action', action?.faults ?? []),
    todo: todo && 'answer' in todo ? judge.todo(todo.answer) : unread('todo', todo?.faults ?? []),
  };
}

/** What is kept of a section's two answers, and what every gate said in the end. */
function settled(
  kind: SectionKind,
  first: Judged,
  second: Judged | undefined,
): Omit<WrittenSection, 'callIds' | 'promptVersion'> {
  const kept = second?.content ? second : first.content ? first : (second ?? first);
  const verdicts = gatesOf[kind].flatMap((gate): Verdict[] => {
    const now = evidenceOf(kept.findings, gate);
    const before = evidenceOf(first.findings, gate);
    if (now.length > 0) return [{ gate, verdict: kept.content ? 'dropped' : 'fail', evidence: now }];
    if (kept.unjudged.includes(gate)) return [{ gate, verdict: 'unjudged', evidence: [] }];
    if (before.length > 0) return [{ gate, verdict: 'repaired', evidence: before }];
    return [{ gate, verdict: 'pass', evidence: [] }];
  });
  return { kind, content: kept.content, verdicts };
}

const evidenceOf = (findings: readonly Finding[], wanted: string) =>
  findings.filter(({ gate }) => gate === wanted).map(({ at, evidence }) => `${at} ${evidence}`);
