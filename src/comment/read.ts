import type { Reading } from '../../db/commentary.ts';
import { upstream } from '../shared/errors.ts';
import { readReading, wireSchema } from './answer.ts';
import type { Answered } from './ask.ts';
import type { ReadingAnswer } from './commentary.ts';
import { contactsIn } from './gates/contacts.ts';
import type { SourceText } from './gates/ground.ts';
import { contextFor, cutTo, estimatedTokens, mendable } from './limits.ts';
import { createFresh, LASTING, refuseCanary, type Fresh } from './prompts/fresh.ts';
import type { ReadInput } from './prompts/prompt.ts';
import type { Writing } from './write.ts';

/** What was found in an article, and under which categories it belongs. */
export interface ReadArticle {
  reading: Reading;
  /** Known to the newsroom, the first heading first, at most three. */
  categories: string[];
  callIds: string[];
}

/**
 * Have a model note what an article says, and keep what stands in it: claims and quotations whose words are not found in
 * the source are left out.
 *
 * Shape: undefined when this model has nothing for the article. An answer that is not fit is mended once.
 * Errors: what `ask` throws; `model.rejected` when the mended answer is not fit either.
 */
export async function readArticle(
  writing: Writing,
  article: { title: string; body: string; language: string | null },
): Promise<ReadArticle | undefined> {
  const first = await ask(writing, article);
  if (!first) return undefined;
  const judged = judge(first, writing);
  if ('read' in judged) return accepted(first, judged.read, first.callIds);
  const { output } = contextFor(writing.config.comment.provider);
  const faults = judged.faults.map((fault) => `- ${fault}`).join('\n');
  const repair = { answer: mendable(first.text, output), faults };
  const second = await ask(writing, article, repair);
  const again = second && judge(second, writing);
  if (second && again && 'read' in again)
    return accepted(second, again.read, [...first.callIds, ...second.callIds]);
  const left = again && 'faults' in again ? again.faults : judged.faults;
  throw upstream('model.rejected', `What the model read did not pass: ${left.slice(0, 3).join('; ')}.`);
}

async function accepted(
  answered: Answered,
  read: Omit<ReadArticle, 'callIds'>,
  callIds: string[],
): Promise<ReadArticle> {
  await answered.accept();
  return { ...read, callIds };
}

async function ask(
  { config, prompts, article: from, ask: askModel }: Writing,
  article: { title: string; body: string; language: string | null },
  repair?: { answer: string; faults: string },
): Promise<Answered | undefined> {
  const { newsroom, categories, comment } = config;
  const { input, output } = contextFor(comment.provider);
  const schema = wireSchema();
  const fresh = createFresh();
  const inputOf = (text: string, fresh: Fresh): ReadInput => ({
    newsroom,
    categories,
    article: { title: article.title, outlet: from.outlet, language: article.language, text },
    ...fresh,
  });
  const frame = inputOf('', LASTING);
  const room =
    input - estimatedTokens(prompts.read.system(frame) + prompts.read.user(frame) + (repair?.faults ?? ''));
  // A repair takes the answer along.
  const text = cutTo(article.body, Math.min(ARTICLE_TOKENS_MAX, repair ? room - output : room));
  const sent = inputOf(text, fresh);
  const lasting = inputOf(text, LASTING);
  const answered = await askModel({
    request: {
      articleUrl: from.url,
      system: prompts.read.system(sent),
      user: prompts.read.user(sent),
      schema,
      outputTokensMax: output,
      ...(repair ? { repair } : {}),
    },
    lasting: JSON.stringify([
      prompts.read.system(lasting),
      prompts.read.user(lasting),
      schema,
      output,
      prompts.read.version,
      repair ?? null,
    ]),
  });
  refuseCanary(answered, fresh);
  return answered;
}

/** Longer articles are cut for the model; a story says what it has to say well before. */
const ARTICLE_TOKENS_MAX = 8_000;
const CLAIMS_MAX = 24;
const QUOTES_MAX = 20;
const CLAIMS_MIN = 2;
const CATEGORIES_MAX = 3;

function judge(
  { text, truncated }: Answered,
  { source, config }: Writing,
): { read: Omit<ReadArticle, 'callIds'> } | { faults: string[] } {
  const read = readReading(text);
  if ('faults' in read)
    return { faults: truncated ? ['the answer was cut off before its end; be shorter'] : read.faults };
  const { answer } = read;
  const reading = standing(answer, source);
  if (reading.claims.length < CLAIMS_MIN)
    return {
      faults: [
        `only ${String(reading.claims.length)} of the claims have a quote that stands in the article letter by letter`,
      ],
    };
  const known = new Set(config.categories.map(({ slug }) => slug));
  const categories = [...new Set(answer.categories)].filter((slug) => known.has(slug));
  return { read: { reading, categories: categories.slice(0, CATEGORIES_MAX) } };
}

/** What stands in the source, as the source writes it; each keeps the number that the model knows it by. */
function standing({ language, claims, quotes }: ReadingAnswer, source: SourceText): Reading {
  const lookedUp = <T extends { speaker: string }>(all: readonly T[], passageOf: (one: T) => string) =>
    all.map((one, i) => ({
      one,
      number: String(i + 1),
      passage: passageOf(one),
      found: source.find(passageOf(one)),
      speaker: standingName(one.speaker, source),
    }));
  const said = lookedUp(claims, ({ quote }) => quote);
  const quoted = lookedUp(quotes, ({ text }) => text);
  return {
    language: language || null,
    claims: said
      .flatMap(({ one: { text }, number, found, speaker }) =>
        found && contactsIn(text).length === 0
          ? [{ id: `c${number}`, text, quote: found.slice, at: found.at, speaker }]
          : [],
      )
      .slice(0, CLAIMS_MAX),
    quotes: quoted
      .flatMap(({ number, found, speaker }) =>
        found ? [{ id: `q${number}`, text: found.slice, at: found.at, speaker }] : [],
      )
      .slice(0, QUOTES_MAX),
    dropped: [...said, ...quoted].filter(({ found }) => !found).map(({ passage }) => passage),
  };
}

/** A speaker whose every word stands in the article; else nobody, since it would be invented. */
function standingName(speaker: string, { text }: SourceText): string | null {
  const words = speaker.match(/[\p{L}\p{N}'’-]+/gu) ?? [];
  const there = text.toLowerCase();
  return words.length > 0 && words.every((word) => there.includes(word.toLowerCase())) ? speaker : null;
}
