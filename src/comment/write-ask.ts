import type { Reading } from '../../db/commentary.ts';
import { sectionKinds, type SectionKind } from '../../db/commentary-section.ts';
import { wireSchema } from './answer.ts';
import type { Answered } from './ask.ts';
import { officialId, petitionId, type Candidates } from './candidates.ts';
import { contextFor, estimatedTokens } from './limits.ts';
import { createFresh, LASTING, refuseCanary, type Fresh } from './prompts/fresh.ts';
import type { Prompts, WriteInput } from './prompts/prompt.ts';
import type { Writing } from './write.ts';

/** What is to be written, and from what. */
export interface Wanted {
  reading: Reading;
  candidates: Candidates;
  sections: readonly SectionKind[];
}

/**
 * Ask for sections.
 *
 * Errors: what `ask` of the writing throws; AppError `model.canary`.
 */
export async function askFor(
  writing: Writing,
  part: Wanted,
  repair?: { answer: string; faults: string },
): Promise<Answered | undefined> {
  const { prompts, article, config } = writing;
  const schema = wireSchema(part.sections);
  const fresh = createFresh();
  const input = inputFor(writing, part);
  const { system, user } = rendered(prompts, input, fresh);
  const lasting = rendered(prompts, input, LASTING);
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
  refuseCanary(answered, fresh);
  return answered;
}

function rendered({ write }: Prompts, input: Omit<WriteInput, keyof Fresh>, fresh: Fresh) {
  const whole = { ...input, ...fresh };
  return { system: write.system(whole), user: write.user(whole) };
}

function inputFor(
  { config, day, article }: Writing,
  { reading, candidates, sections }: Wanted,
): Omit<WriteInput, keyof Fresh> {
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

/** Which sections are asked for in which call: all in one where question and answers fit, else one in each. */
export function callsFor(writing: Writing, part: Wanted): SectionKind[][] {
  const wanted = sectionKinds.filter((kind) => part.sections.includes(kind));
  const { system, user } = rendered(writing.prompts, inputFor(writing, part), LASTING);
  const { contextTokens } = writing.config.comment.provider;
  const needed = estimatedTokens(system + user) + ANSWER_TOKENS * wanted.length;
  return needed <= contextTokens ? [wanted] : wanted.map((kind) => [kind]);
}

/** About what one section takes, with its form. */
const ANSWER_TOKENS = 1_500;
