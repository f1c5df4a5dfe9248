import { sectionKinds } from '../db/commentary-section.ts';
import type { Official } from '../db/official.ts';
import type { Petition } from '../db/petition.ts';
import { candidatesFor } from '../src/comment/candidates.ts';
import type { Registry } from '../src/comment/registry.ts';
import type { Answered, Question } from '../src/comment/ask.ts';
import { idsOf, textsOf } from '../src/comment/explain/texts.ts';
import { createSourceText } from '../src/comment/gates/source-text.ts';
import { loadPrompts } from '../src/comment/prompts/load.ts';
import { readArticle } from '../src/comment/read.ts';
import { answerTo } from '../src/comment/sample.ts';
import { writeSections, type WrittenSection } from '../src/comment/write.ts';
import type { Config } from '../src/shared/config.ts';
import type { Golden } from './golden.ts';
import { slugsIn } from '../src/shared/registry-id.ts';

/** Gives an answer to a question about one article, and what it took. */
export type Answerer = (
  article: Golden,
  question: Question,
) => Promise<{ text: string; truncated: boolean; inputTokens: number; outputTokens: number }>;

/** What was printed about one article. */
export interface Printed {
  article: Golden;
  categories: string[];
  sections: WrittenSection[];
  /** Every text of it that a reader would see. */
  texts: string[];
  officials: string[];
  inputTokens: number;
  outputTokens: number;
  /** Why nothing was written, in words. */
  failed: string | null;
}

/** Have one article written about as the newsroom would, both steps and every gate included; nothing is kept. */
export async function printOf(
  article: Golden,
  answer: Answerer,
  { config, day }: { config: Config; day: string },
): Promise<Printed> {
  const used = { inputTokens: 0, outputTokens: 0 };
  const ask = async (question: Question): Promise<Answered> => {
    const { text, truncated, inputTokens, outputTokens } = await answer(article, question);
    used.inputTokens += inputTokens;
    used.outputTokens += outputTokens;
    return { text, truncated, usage: undefined, callIds: [], accept: () => Promise.resolve() };
  };
  const { title, text: body, language } = article;
  const source = createSourceText({ title, body, language });
  const writing = {
    config,
    day,
    source,
    ask,
    prompts: await loadPrompts(undefined),
    article: { url: `https://golden.example/${article.slug}`, outlet: article.outlet },
  };
  try {
    const read = await readArticle(writing, { title, body, language });
    if (!read) throw new Error('nothing was read');
    const candidates = candidatesFor(registryOf(config, day), {
      categories: read.categories,
      text: source.text,
    });
    const written = await writeSections(writing, {
      reading: read.reading,
      candidates,
      wanted: sectionKinds,
    });
    return {
      article,
      ...used,
      ...contentsOf(written?.sections ?? []),
      categories: read.categories,
      failed: null,
    };
  } catch (error) {
    const failed = error instanceof Error ? error.message : String(error);
    return { article, ...used, ...contentsOf([]), categories: [], failed };
  }
}

/** The day on which the recorded answers were given: the ends of terms since do not change what they come to. */
export const RECORDED_DAY = '2026-11-25';

/** The answers that were recorded with the golden set; tokens are estimated. */
export const recorded: Answerer = ({ reading, commentary, repair }, { request }) => {
  const again = request.repair ? repair : null;
  const whole = {
    opinion: again?.opinion ?? commentary.opinion,
    action: again?.action ?? commentary.action,
    todo: again?.todo ?? commentary.todo,
  };
  const text = JSON.stringify(answerTo(request.schema.name, { reading, commentary: whole }));
  return Promise.resolve({ text, truncated: false, ...estimated(request, text) });
};

/** What a question and its answer take, by their bytes. */
export function estimated({ system, user, schema, repair }: Question['request'], text: string) {
  const sent = system + user + JSON.stringify(schema.json) + (repair ? repair.answer + repair.faults : '');
  return { inputTokens: tokensOf(sent), outputTokens: tokensOf(text) };
}

/** The quotations of three words or more in what was printed, and whether they stand in the article letter by letter. */
export function quotationsOf({
  article,
  texts,
}: Pick<Printed, 'article' | 'texts'>): { words: string; isExact: boolean }[] {
  const source = `${article.title}\n\n${article.text}`;
  const quoted = texts.flatMap((text) =>
    [...text.matchAll(QUOTED)].map(([, curly, straight]) => curly ?? straight ?? ''),
  );
  return quoted
    .map((words) => words.trim().replace(/[.,;:!?…]+$/, ''))
    .filter((words) => words.split(/\s+/).length >= WORDS_MIN)
    .map((words) => ({ words, isExact: words.split(' … ').every((part) => source.includes(part)) }));
}

/** Whether a text holds what looks like a contact. */
export function looksLikeContact(text: string): boolean {
  const plain = text.normalize('NFKC').toLowerCase();
  return [
    /@|https?:|www\.|\bdot (?:com|org|net|example)\b/,
    /\b[a-z-]+\.(?:com|org|net|example|info)\b/,
    /\d(?:[ ().-]?\d){6,}/,
    /\b(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)[ ,-]+){4}/,
  ].some((sign) => sign.test(plain));
}

const QUOTED = /“([^”]*)”|"([^"]*)"/g;
const WORDS_MIN = 3;
const tokensOf = (text: string) => Math.ceil(Buffer.byteLength(text) / 3.5);

function contentsOf(sections: WrittenSection[]): Pick<Printed, 'sections' | 'texts' | 'officials'> {
  const contents = sections.flatMap(({ content }) => (content === null ? [] : [content]));
  return {
    sections,
    texts: contents.flatMap((content) => textsOf(content).map(({ text }) => text)),
    officials: slugsIn('official', contents.flatMap(idsOf)),
  };
}

/** The registry of a configuration as it is in force on a day, without a database. */
function registryOf({ petitions, officials }: Config, day: string): Registry {
  const createdAt = new Date(`${day}T00:00:00Z`);
  return {
    petitions: petitions.map((one): Petition => ({
      ...one,
      id: one.slug,
      opensAt: null,
      closesAt: null,
      active: true,
      createdAt,
    })),
    officials: officials
      .filter(({ termEndsOn }) => termEndsOn === undefined || termEndsOn >= day)
      .map(({ slug, name, office, jurisdiction, party, termEndsOn, asOf, ...one }): Official => ({
        slug,
        name,
        office,
        jurisdiction: jurisdiction ?? null,
        party: party ?? null,
        id: slug,
        termEndsDay: termEndsOn ?? null,
        addresses: one.addresses,
        phones: one.phones,
        formUrl: one.formUrl ?? null,
        email: one.email ?? null,
        categories: one.categories,
        source: one.source,
        asOfDay: asOf,
        active: true,
      })),
  };
}
