import input from '../broadside.config.ts';
import { createOpenAIModel } from '../src/comment/openai.ts';
import { costOf } from '../src/comment/purse.ts';
import { parseConfig, type Config } from '../src/shared/config.ts';
import { dayOf, type Day } from '../src/shared/day.ts';
import { readEnv } from '../src/shared/env.ts';
import { retry } from '../src/shared/retry.ts';
import { categoryScores, macroF1 } from './eval-categories.ts';
import {
  estimated,
  looksLikeContact,
  printOf,
  quotationsOf,
  recorded,
  RECORDED_DAY,
  type Answerer,
  type Printed,
} from './eval-commentary.ts';
import { readGolden, type Golden } from './golden.ts';

/** How good what was printed is; null where there was nothing to measure by. */
export interface Measured {
  /** How many quotations were printed. */
  quotations: number;
  /** Of the quotations printed, the part that stands in the article letter by letter. */
  quoteExactness: number | null;
  /** Of the articles, the part whose print holds a contact. */
  inventedContactRate: number | null;
  /** Of the officials printed, the part that is not in office or does not answer for the story. */
  wrongOfficialRate: number | null;
  /** Of the sections written, the part that passed every gate at the first answer. */
  gatePassRate: number | null;
  /** Of the sections wanted, the part that could be printed in the end. */
  printedRate: number | null;
}

/**
 * How good commentary is, on the golden set: with the answers recorded there, and with a live server where
 * OPENAI_API_KEY or OPENAI_BASE_URL names one.
 */
export interface Evaluation extends Measured {
  answers: string;
  articles: number;
  /** Of what the reading step said. */
  categoryMacroF1: number;
  /** Of keywords and what was learned from the other half of the set; no model. */
  categoryMacroF1WithoutModel: number;
  tokensPerArticle: number;
  /** US dollars. */
  costPerArticle: number;
  /** Prices that the configuration does not give are those of gpt-5-mini: $0.25 and $2 a million. */
  isPriceAssumed: boolean;
  failures: { article: string; reason: string }[];
}

/** Evaluate one way of answering, as of a day: terms of office end. */
export async function evaluate(
  articles: readonly Golden[],
  { name, answer, config, day }: { name: string; answer: Answerer; config: Config; day: Day },
): Promise<Evaluation> {
  const printed: Printed[] = [];
  for (const article of articles) printed.push(await printOf(article, answer, { config, day }));
  const priced = pricesOf(config);
  const input = sum(printed.map(({ inputTokens }) => inputTokens));
  const output = sum(printed.map(({ outputTokens }) => outputTokens));
  return {
    answers: name,
    articles: articles.length,
    ...measure(printed),
    categoryMacroF1: macroF1(
      printed.map(({ article, categories }) => ({ filed: categories, labels: article.labels.categories })),
      config.categories,
    ),
    categoryMacroF1WithoutModel: categoryScores(articles, config).learned.mean,
    tokensPerArticle: Math.round((input + output) / articles.length),
    costPerArticle: costOf(priced.provider, { input, output }) / 1e6 / articles.length,
    isPriceAssumed: priced.isAssumed,
    failures: printed.flatMap(({ article, failed }) =>
      failed ? [{ article: article.slug, reason: failed }] : [],
    ),
  };
}

/** Measure what was printed, by plainer signs than the gates go by. */
export function measure(printed: readonly Printed[]): Measured {
  const quotes = printed.flatMap(quotationsOf);
  const officials = printed.flatMap(({ article, officials: named }) =>
    named.map((slug) => article.labels.officials.includes(slug)),
  );
  const sections = printed.flatMap((one) => one.sections);
  const passed = sections.filter(({ verdicts }) => verdicts.every(({ verdict }) => verdict === 'pass'));
  const withContact = printed.filter(({ texts }) => texts.some(looksLikeContact));
  const kept = sections.filter(({ content }) => content !== null);
  return {
    quotations: quotes.length,
    quoteExactness: share(quotes.filter(({ isExact }) => isExact).length, quotes.length),
    inventedContactRate: share(withContact.length, printed.length),
    wrongOfficialRate: share(officials.filter((isRight) => !isRight).length, officials.length),
    gatePassRate: share(passed.length, sections.length),
    printedRate: share(kept.length, SECTIONS * printed.length),
  };
}

/** A live server's answers; what it does not say that it used is estimated. Shape: undefined when none is set. */
function liveAnswerer(config: Config): { name: string; answer: Answerer } | undefined {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: model } = readEnv(process.env);
  if (!apiKey && !baseUrl) return undefined;
  const { timeoutMs, provider, attempts } = config.comment;
  const driver = createOpenAIModel({ ...provider, apiKey: apiKey ?? 'none', baseUrl, model, timeoutMs });
  const answer: Answerer = async (_article, { request }) => {
    const answered = await retry(() => driver.complete(request), { attempts: attempts + 6, delayMs: 1_000 });
    if (!answered) throw new Error('the server gave no answer');
    const { text, truncated, usage } = answered;
    return { text, truncated, ...(usage ?? estimated(request, text)) };
  };
  return { name: model, answer };
}

function pricesOf({ comment: { provider } }: Config) {
  const isAssumed = provider.inputUsdPerMillion === 0 && provider.outputUsdPerMillion === 0;
  return {
    isAssumed,
    provider: isAssumed ? { ...provider, inputUsdPerMillion: 0.25, outputUsdPerMillion: 2 } : provider,
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

const SECTIONS = 3;

/** A rate of nothing is none: it must not look like a good one. */
const share = (part: number, all: number) => (all === 0 ? null : part / all);

function linesOf({ answers, articles, failures, ...figures }: Evaluation): string[] {
  return [
    `${answers}: ${String(articles)} articles`,
    ...Object.entries(figures).map(([name, value]) => `  ${name.padEnd(28)} ${figure(value)}`),
    ...failures.map(({ article, reason }) => `  failed: ${article}: ${reason}`),
  ];
}

function figure(value: number | boolean | null): string {
  if (value === null) return 'n/a';
  return typeof value === 'number' ? String(Number(value.toFixed(4))) : String(value);
}

if (process.argv[1]?.endsWith('eval.ts')) {
  const config = parseConfig(input);
  const articles = await readGolden();
  const live = liveAnswerer(config);
  const today = dayOf(new Date(), config.newsroom.timezone);
  for (const way of [
    { name: 'recorded answers', answer: recorded, day: RECORDED_DAY },
    ...(live ? [{ ...live, day: today }] : []),
  ]) {
    const evaluation = await evaluate(articles, { ...way, config });
    const lines = process.argv.includes('--json') ? [JSON.stringify(evaluation)] : linesOf(evaluation);
    process.stdout.write(`${lines.join('\n')}\n`);
  }
  if (!live) process.stderr.write('No live server: set OPENAI_API_KEY or OPENAI_BASE_URL to evaluate one.\n');
}
