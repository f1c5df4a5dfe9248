import type { Reading } from '../../../db/commentary.ts';
import type {
  Prose,
  SectionContents,
  SectionKind,
  TodoList,
  Verdict,
} from '../../../db/commentary-section.ts';
import type { Config } from '../../shared/config.ts';
import type { Day } from '../../shared/day.ts';
import { officialId, petitionId } from '../candidates.ts';
import { sourceOf } from '../body.ts';
import { groundFor } from '../ground.ts';
import type { Registry } from '../registry.ts';
import type { SectionAnswer, TodoAnswer } from '../commentary.ts';
import { gateNames, type Finding } from '../gates/gates.ts';
import { createJudge } from '../gates/judge.ts';
import type { Judged } from '../gates/judged.ts';
import { EDITED_BY } from './verdicts.ts';

/** What a person's text is held against. */
export interface PersonGround {
  article: { title: string; summary: string | null; body: string; language: string | null };
  reading: Reading | null;
  registry: Registry;
  config: Config;
  day: Day;
}

/**
 * Ask the gates about what a person wrote: they only warn, the person decides.
 *
 * Shape: one verdict per gate that says something about a person's text, and one that names the person.
 */
export function judgePerson(
  sections: { [Kind in SectionKind]?: SectionContents[Kind] },
  ground: PersonGround,
  reviewer: string,
): { kind: SectionKind; verdicts: Verdict[]; findings: Finding[] }[] {
  const judge = judgeFor(ground);
  const { opinion, action, todo } = sections;
  const judged: [SectionKind, Judged][] = [
    ...(opinion ? [['opinion', judge.opinion(proseAnswer(opinion))] as [SectionKind, Judged]] : []),
    ...(action ? [['action', judge.action(proseAnswer(action))] as [SectionKind, Judged]] : []),
    ...(todo ? [['todo', judge.todo(todoAnswer(todo))] as [SectionKind, Judged]] : []),
  ];
  return judged.map(([kind, { findings, unjudged }]) => ({
    kind,
    findings: findings.filter(({ gate }) => !FOR_MODELS.has(gate)),
    verdicts: verdictsOf({ findings, unjudged }, reviewer),
  }));
}

/** They say how well a model did what it was told. */
const FOR_MODELS = new Set<string>(['shape', 'canary', 'minimum']);

function verdictsOf(
  { findings, unjudged }: Pick<Judged, 'findings' | 'unjudged'>,
  reviewer: string,
): Verdict[] {
  const asked = gateNames.filter((gate) => !FOR_MODELS.has(gate));
  return [
    { gate: EDITED_BY, verdict: 'pass', evidence: [reviewer] },
    ...asked.map((gate): Verdict => {
      const evidence = findings.filter((one) => one.gate === gate).map((one) => `${one.at} ${one.evidence}`);
      if (evidence.length > 0) return { gate, verdict: 'fail', evidence };
      return { gate, verdict: unjudged.includes(gate) ? 'unjudged' : 'pass', evidence: [] };
    }),
  ];
}

function judgeFor({ article, reading, registry, config, day }: PersonGround) {
  const { petitions, officials } = registry;
  const source = sourceOf(article);
  return createJudge(groundFor(source, registry, { config, day }), {
    reading: reading ?? { language: null, claims: [], quotes: [], dropped: [] },
    ids: new Set([...petitions.map(petitionId), ...officials.map(officialId)]),
  });
}

const proseAnswer = ({ short, paragraphs }: Prose): SectionAnswer => ({ short, paragraphs });

function todoAnswer({ petitions, officials, ...list }: TodoList): TodoAnswer {
  return {
    intro: list.intro ?? '',
    personal: itemAnswers(list.personal),
    petitions: petitions.map(({ slug, why }) => ({ id: petitionId({ slug }), why })),
    officials: {
      ids: officials?.slugs.map((slug) => officialId({ slug })) ?? [],
      subject: officials?.letter.subject ?? '',
      body: officials?.letter.body ?? '',
    },
    community: itemAnswers(list.community),
    conclusion: list.conclusion ?? '',
    short: list.short.map(({ text, link }) => ({ text, link: link ?? '' })),
  };
}

const itemAnswers = (all: TodoList['personal']) =>
  all.map((item) => ({
    ...item,
    minutes: item.minutes ?? 0,
    deadline: item.deadline ?? '',
    link: item.link ?? '',
  }));
