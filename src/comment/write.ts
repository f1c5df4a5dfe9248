import { randomBytes } from 'node:crypto';
import type { Reading } from '../../db/commentary.ts';
import {
  sectionKinds,
  type SectionContents,
  type SectionKind,
  type Verdict,
} from '../../db/commentary-section.ts';
import type { Config } from '../shared/config.ts';
import type { Day } from '../shared/day.ts';
import { upstream } from '../shared/errors.ts';
import { readSections, wireSchema } from './answer.ts';
import type { Answered, Question } from './ask.ts';
import { officialId, petitionId, type Candidates } from './candidates.ts';
import { gateNames, type Finding } from './gates/gates.ts';
import type { SourceText } from './gates/ground.ts';
import { createJudge, type Judge } from './gates/judge.ts';
import type { Judged } from './gates/judged.ts';
import { contextFor, estimatedTokens, mendable } from './limits.ts';
import { groundFor } from './ground.ts';
import type { Prompts, WriteInput } from './prompts/prompt.ts';

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
  /** A gate could not tell, so that a person has to look. */
  isUnjudged: boolean;
  callIds: string[];
  promptVersion: string;
}

/**
 * Have the sections of a commentary written from what was read in an article, and judge them; what fails is mended once
 * and then left out.
 *
 * Shape: all sections in one call where the model can hold them, else a call for each; a repair asks for those at fault
 * alone. Undefined when this model has nothing for the article.
 * Errors: what `ask` throws before anything was written; later failures leave what was written before.
 */
export async function writeSections(
  writing: Writing,
  from: { reading: Reading; candidates: Candidates; wanted: readonly SectionKind[] },
): Promise<WrittenSection[] | undefined> {
  const judge = createJudge(groundFor(writing.source, from.candidates, writing), {
    reading: from.reading,
    ids: from.candidates.ids,
  });
  const written: WrittenSection[] = [];
  for (const sections of callsFor(writing, from)) {
    const done = await writeOnce(writing, { ...from, sections, judge });
    if (!done) return undefined;
    written.push(...done);
  }
  return written;
}

interface Part {
  reading: Reading;
  candidates: Candidates;
  sections: readonly SectionKind[];
  judge: Judge;
}

async function writeOnce(writing: Writing, part: Part): Promise<WrittenSection[] | undefined> {
  const { sections, judge } = part;
  const first = await ask(writing, part);
  if (!first) return undefined;
  const judged = judgeAnswer(first, sections, judge);
  const faulty = sections.filter((kind) => isFaulty(judged[kind]));
  const second =
    faulty.length > 0 ? await mend(writing, { ...part, sections: faulty, first, judged }) : undefined;
  const again = second && judgeAnswer(second.answered, faulty, judge);
  const result = sections.map((kind) => settle(kind, judged[kind], again?.[kind]));
  if (sections.every((kind) => judged[kind].content !== null)) await first.accept();
  if (second && faulty.every((kind) => again?.[kind].content !== null)) await second.answered.accept();
  return result.map((one) => ({
    ...one,
    callIds: [...first.callIds, ...(second && faulty.includes(one.kind) ? second.answered.callIds : [])],
    promptVersion: writing.prompts.write.version,
  }));
}

/** The repair: a failure of the call leaves what the first answer came to. */
async function mend(
  writing: Writing,
  part: Part & { first: Answered; judged: Record<SectionKind, Judged> },
): Promise<{ answered: Answered } | undefined> {
  const { first, judged, sections } = part;
  const faults = sections
    .flatMap((kind) => judged[kind].findings)
    .slice(0, FAULTS_MAX)
    .map(({ at, evidence }) => `- ${at} ${evidence}`);
  const lines = first.truncated ? ['- the answer was cut off before its end; be shorter', ...faults] : faults;
  try {
    const { output } = contextFor(writing.config.comment.provider);
    const answer = mendable(first.text, output);
    const answered = await ask(writing, part, { answer, faults: lines.join('\n') });
    return answered && { answered };
  } catch (error) {
    if (isStop(error)) throw error;
    return undefined;
  }
}

const FAULTS_MAX = 40;

const isStop = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'model.refused';

async function ask(
  writing: Writing,
  part: Part,
  repair?: { answer: string; faults: string },
): Promise<Answered | undefined> {
  const { prompts, article, config } = writing;
  const schema = wireSchema(part.sections);
  const canary = freshWord();
  const { system, user } = rendered(prompts, inputFor(writing, part), { fence: freshFence(), canary });
  const lasting = rendered(prompts, inputFor(writing, part), LASTING);
  const outputTokensMax = contextFor(config.comment.provider).output;
  const answered = await writing.ask({
    request: {
      articleUrl: article.url,
      system,
      user,
      schema,
      outputTokensMax,
      ...(repair ? { repair } : {}),
    },
    lasting: JSON.stringify([
      lasting,
      schema,
      outputTokensMax,
      prompts.write.version,
      part.candidates.version,
      repair ?? null,
    ]),
  });
  if (answered?.text.includes(canary))
    throw upstream(
      'model.canary',
      'The answer repeats what must never come back; it may have been led astray by the article.',
    );
  return answered;
}

function rendered(
  { write }: Prompts,
  input: Omit<WriteInput, 'fence' | 'canary'>,
  fresh: { fence: string; canary: string },
) {
  const whole = { ...input, ...fresh };
  return { system: write.system(whole), user: write.user(whole) };
}

/** In the place of what is fresh in each call. */
export const LASTING = { fence: '=====', canary: 'canary' };

export const freshFence = () => `===== ${randomBytes(9).toString('base64url')} =====`;
export const freshWord = () => `k${randomBytes(6).toString('hex')}`;

function inputFor(
  { config, day, article }: Writing,
  { reading, candidates, sections }: Pick<Part, 'reading' | 'candidates' | 'sections'>,
): Omit<WriteInput, 'fence' | 'canary'> {
  return {
    newsroom: config.newsroom,
    day,
    story: { outlet: article.outlet },
    reading,
    petitions: candidates.petitions.map((one) => ({
      id: petitionId(one),
      title: one.title,
      target: one.target,
    })),
    officials: candidates.officials.map((one) => ({
      id: officialId(one),
      name: one.name,
      office: one.office,
    })),
    sections,
  };
}

/** All sections in one call where question and answers fit, else one call for each. */
function callsFor(
  writing: Writing,
  from: { reading: Reading; candidates: Candidates; wanted: readonly SectionKind[] },
): SectionKind[][] {
  const wanted = sectionKinds.filter((kind) => from.wanted.includes(kind));
  const { system, user } = rendered(
    writing.prompts,
    inputFor(writing, { ...from, sections: wanted }),
    LASTING,
  );
  const { contextTokens, outputTokensMax } = writing.config.comment.provider;
  const needed = estimatedTokens(system + user) + Math.min(outputTokensMax, ANSWER_TOKENS * wanted.length);
  return needed <= contextTokens ? [wanted] : wanted.map((kind) => [kind]);
}

/** About what one section takes, with its form. */
const ANSWER_TOKENS = 1_500;

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

const isFaulty = ({ findings }: Judged) => findings.length > 0;

/** What is kept of a section's two answers, and what every gate said in the end. */
function settle(
  kind: SectionKind,
  first: Judged,
  second: Judged | undefined,
): Omit<WrittenSection, 'callIds' | 'promptVersion'> {
  const kept = second?.content ? second : first.content ? first : (second ?? first);
  const verdicts = gateNames.flatMap((gate): Verdict[] => {
    const now = evidenceOf(kept.findings, gate);
    const before = evidenceOf(first.findings, gate);
    if (now.length > 0) return [{ gate, verdict: kept.content ? 'dropped' : 'fail', evidence: now }];
    if (kept.unjudged.includes(gate)) return [{ gate, verdict: 'unjudged', evidence: [] }];
    if (before.length > 0) return [{ gate, verdict: 'repaired', evidence: before }];
    return [{ gate, verdict: 'pass', evidence: [] }];
  });
  return { kind, content: kept.content, verdicts, isUnjudged: kept.unjudged.length > 0 };
}

const evidenceOf = (findings: readonly Finding[], wanted: string) =>
  findings.filter(({ gate }) => gate === wanted).map(({ at, evidence }) => `${at} ${evidence}`);
