import { randomBytes } from 'node:crypto';
import type { Uncommented, WrittenCommentary } from '../../db/commentary.ts';
import type { Official } from '../../db/official.ts';
import type { Petition } from '../../db/petition.ts';
import { dayOf } from '../shared/day.ts';
import { upstream } from '../shared/errors.ts';
import { cleanText } from '../shared/html.ts';
import type { Model, ModelAnswer, ModelRequest, Ports } from '../shared/ports.ts';
import { retry } from '../shared/retry.ts';
import { readAnswer, wireSchema } from './answer.ts';
import type { CommentaryAnswer } from './commentary.ts';
import { faultsOf, type Ground } from './gates.ts';
import { PROMPT_VERSION, systemPrompt, userPrompt, type PromptInput } from './prompt.ts';
import { registryTodo } from './todo.ts';

/** What may be named in a commentary: open petitions and officials in office, those that fit the story first. */
export interface Registry {
  petitions: Petition[];
  officials: Official[];
}

/**
 * Have a model write about one article, mend its answer once if gates are red, and take it only when all are green.
 *
 * Shape: undefined when the model has nothing for this article.
 * Errors: AppError `model.*`; `model.rejected` with the faults when the mended answer is still not fit to print.
 */
export async function writeCommentary(
  ports: Ports & { model: Model },
  article: Uncommented,
  registry: Registry,
): Promise<WrittenCommentary | undefined> {
  const { model, config, clock } = ports;
  const request = requestFor(ports, article, registry);
  const first = await ask(ports, request);
  if (!first) return undefined;
  const ground = groundOf(article, registry);
  const judged = judge(first, ground);
  const final =
    'answer' in judged
      ? judged
      : judge(await askAgain(ports, request, { first, faults: judged.faults }), ground);
  if (!('answer' in final))
    throw upstream('model.rejected', `The answer did not pass: ${final.faults.slice(0, 3).join('; ')}.`);
  const { answer } = final;
  const known = new Set(config.categories.map(({ slug }) => slug));
  return {
    origin: model.origin,
    model: model.name,
    promptVersion: PROMPT_VERSION,
    opinion: answer.opinion,
    action: answer.action,
    todo: answer.todo,
    reason: null,
    attempts: 0,
    createdAt: clock.now(),
    categories: [...new Set(answer.categories)].filter((slug) => known.has(slug)),
  };
}

/** What stands in for a commentary that nobody wrote: the registry's to-do list, and the reason. */
export function withoutCommentary(
  { clock }: Ports,
  article: Uncommented,
  rest: { registry: Registry; reason: string; attempts: number },
): WrittenCommentary {
  const { petitions, officials } = rest.registry;
  const categories = new Set(article.categories);
  const fits = ({ categories: own }: { categories: string[] }) => own.some((slug) => categories.has(slug));
  return {
    origin: 'registry',
    model: null,
    promptVersion: null,
    opinion: null,
    action: null,
    todo: registryTodo(article, {
      petitions: petitions.filter(fits).slice(0, PETITIONS_MAX),
      officials: officials.filter(fits).slice(0, OFFICIALS_MAX),
    }),
    reason: rest.reason,
    attempts: rest.attempts,
    createdAt: clock.now(),
    categories: [],
  };
}

const PETITIONS_MAX = 2;
const OFFICIALS_MAX = 2;
/** Longer articles are cut for the model; a story says what it has to say well before. */
const ARTICLE_CHARACTERS_MAX = 24_000;

function requestFor({ config, clock }: Ports, article: Uncommented, registry: Registry): ModelRequest {
  const input: PromptInput = {
    config,
    day: dayOf(clock.now(), config.newsroom.timezone),
    article: { ...article, text: textOf(article).slice(0, ARTICLE_CHARACTERS_MAX) },
    ...registry,
    fence: `===== ${randomBytes(9).toString('base64url')} =====`,
  };
  return {
    articleUrl: article.url,
    system: systemPrompt(input),
    user: userPrompt(input),
    schema: { name: 'commentary', json: wireSchema() },
  };
}

async function ask(
  { model, config }: Ports & { model: Model },
  request: ModelRequest,
): Promise<ModelAnswer | undefined> {
  return retry(() => model.complete(request), { attempts: config.comment.attempts, delayMs: 1000 });
}

async function askAgain(
  ports: Ports & { model: Model },
  request: ModelRequest,
  { first, faults }: { first: ModelAnswer; faults: string[] },
): Promise<ModelAnswer> {
  const repair = { answer: first.text, faults: faults.map((fault) => `- ${fault}`).join('\n') };
  const second = await ask(ports, { ...request, repair });
  if (!second) throw upstream('model.failed', 'The model did not answer a second time.');
  return second;
}

function judge(
  { text, truncated }: ModelAnswer,
  ground: Ground,
): { answer: CommentaryAnswer } | { faults: string[] } {
  const read = readAnswer(text);
  if (!('answer' in read))
    return truncated ? { faults: ['the answer was cut off before its end; be shorter'] } : read;
  const faults = faultsOf(read.answer, ground);
  return faults.length > 0 ? { faults } : read;
}

function groundOf(article: Uncommented, { petitions, officials }: Registry): Ground {
  return {
    article: `${article.title}\n${textOf(article)}`,
    petitions: new Set(petitions.map(({ slug }) => slug)),
    officials: new Set(officials.map(({ slug }) => slug)),
  };
}

const textOf = ({ body, summary }: Uncommented) => (cleanText(body) === '' ? (summary ?? '') : body);
