import { sectionKinds, type SectionContents } from '../db/commentary-section.ts';
import type { Official } from '../db/official.ts';
import type { Petition } from '../db/petition.ts';
import { candidatesFor } from '../src/comment/candidates.ts';
import type { Registry } from '../src/comment/registry.ts';
import type { Answered, Question } from '../src/comment/ask.ts';
import { createSourceText } from '../src/comment/gates/source-text.ts';
import { quotesIn } from '../src/comment/gates/quotes.ts';
import { loadPrompts } from '../src/comment/prompts/load.ts';
import { readArticle } from '../src/comment/read.ts';
import { answerTo } from '../src/comment/sample.ts';
import { writeSections, type WrittenSection } from '../src/comment/write.ts';
import type { Config } from '../src/shared/config.ts';
import type { Golden } from './golden.ts';

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

/** The answers that were recorded with the golden set; tokens are estimated by bytes. */
export const recorded: Answerer = ({ reading, commentary, repair }, { request }) => {
  const again = request.repair ? repair : null;
  const whole = {
    opinion: again?.opinion ?? commentary.opinion,
    action: again?.action ?? commentary.action,
    todo: again?.todo ?? commentary.todo,
  };
  const text = JSON.stringify(answerTo(request.schema.name, { reading, commentary: whole }));
  const { system, user, schema, repair: turns } = request;
  const sent = system + user + JSON.stringify(schema.json) + (turns ? turns.answer + turns.faults : '');
  return Promise.resolve({
    text,
    truncated: false,
    inputTokens: tokensOf(sent),
    outputTokens: tokensOf(text),
  });
};

/** How exact the quotations of what was printed are: the part of them that stands in the article letter by letter. */
export function quotationsOf({ article, texts }: Printed): { all: number; exact: number } {
  const source = `${article.title}\n\n${article.text}`;
  const quotes = texts.flatMap((text) => quotesIn(text).map(({ words }) => words.replace(/[.,;:!?…]+$/, '')));
  const isExact = (words: string) => words.split(' … ').every((part) => source.includes(part));
  return { all: quotes.length, exact: quotes.filter(isExact).length };
}

/** Whether a text holds what looks like a contact, by plainer signs than the gates go by. */
export function looksLikeContact(text: string): boolean {
  const plain = text.normalize('NFKC').toLowerCase();
  return [
    /@|https?:|www\.|\bdot (?:com|org|net|example)\b/,
    /\b[a-z-]+\.(?:com|org|net|example|info)\b/,
    /\d(?:[ ().-]?\d){6,}/,
    /\b(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)[ ,-]+){4}/,
  ].some((sign) => sign.test(plain));
}

const tokensOf = (text: string) => Math.ceil(Buffer.byteLength(text) / 3.5);

function contentsOf(sections: WrittenSection[]): Pick<Printed, 'sections' | 'texts' | 'officials'> {
  const texts: string[] = [];
  const officials: string[] = [];
  for (const { kind, content } of sections) {
    if (content === null) continue;
    if (kind === 'todo') {
      const {
        intro,
        personal,
        petitions,
        officials: to,
        community,
        conclusion,
        short,
      } = content as SectionContents['todo'];
      texts.push(...[...personal, ...community].flatMap(({ title, detail }) => [title, detail]));
      texts.push(
        ...petitions.map(({ why }) => why),
        ...short.map(({ text }) => text),
        intro ?? '',
        conclusion ?? '',
      );
      texts.push(to?.letter.subject ?? '', to?.letter.body ?? '');
      officials.push(...(to?.slugs ?? []));
    } else {
      const { short, paragraphs } = content as SectionContents['opinion'];
      texts.push(short, ...paragraphs.map(({ text }) => text));
    }
  }
  return { sections, officials, texts: texts.filter((text) => text !== '') };
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
