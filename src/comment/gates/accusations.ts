import type { AccusationWords } from './accusations-list.ts';
import { accusationWordsOf } from './accusations-words.ts';
import { dateWordsOf } from './dates-words.ts';
import { sentencesOf } from './names-sentences.ts';
import { baseLanguage } from '../../shared/language.ts';

/**
 * The sentences of a text that accuse somebody of a crime; undefined for languages whose words we do not have.
 *
 * What a court has decided, or somebody is charged with, is told only where the source has the same word of a crime;
 * without a source it always is. Letters that are spaced out or parted by hyphens are drawn together.
 *
 * Shape: a sentence accuses when it holds a crime's word and somebody who can be accused: a name, a pronoun such as "she",
 * an office or a body such as "the council". In our own words that is allowed only to tell what a court has decided or
 * somebody has pleaded ("was convicted of", "the court found", "pleaded guilty to"), and that somebody is charged or
 * suspected where the same sentence tells who says so ("according to the prosecutor"). Bare "allegedly" or "is accused of"
 * is not enough. In quotation marks a crime's word is allowed where this sentence, or the one before or after it, tells
 * who says it. Denials and sentences about nobody ("Fraud costs us all") accuse nobody; questions and conditions are
 * judged like statements, since they accuse in the same way.
 */
export function accusationsIn(given: string, language: string, source?: string): string[] | undefined {
  const words = accusationWordsOf(language);
  if (words === undefined) return undefined;
  const text = drawnTogether(given, words);
  if (!has(words.crimes, text)) return [];
  const borne = source === undefined ? undefined : crimeWordsIn(source, words);
  const masked = text.replace(QUOTED, (quote) => quote.replace(/[^\s]/gu, MASK));
  const sentences = sentencesOf(masked).map(({ text: own, at }) => ({
    own,
    whole: text.slice(at, at + own.length),
  }));
  return sentences
    .filter(({ own, whole }, i) => {
      if (accuses(own, words, { language, borne })) return true;
      const isQuoted = own !== whole && hasCrime(quotesOf(own, whole), words);
      const around = sentences.slice(Math.max(0, i - 1), i + 2).map((one) => one.own);
      return (
        isQuoted && !around.some((one) => has(words.attributions, one)) && hasSubject(whole, words, language)
      );
    })
    .map(({ whole }) => whole);
}

/** "s t o l e", and "st-ole" where only both halves together are a crime's word. */
function drawnTogether(text: string, { crimes }: AccusationWords): string {
  return text
    .replace(SPACED, (run) => run.replace(/[^\p{L}]/gu, ''))
    .replace(HYPHENED, (word) => {
      const whole = word.replaceAll('-', '');
      return has(crimes, whole) && !has(crimes, word) ? whole : word;
    });
}

const SPACED = /(?<![\p{L}\p{N}])\p{L}(?:[ .*_-]{1,3}\p{L}){3,}(?![\p{L}\p{N}])/gu;
const HYPHENED = /(?<![\p{L}-])\p{L}{1,8}(?:-\p{L}{1,8}){1,5}(?![\p{L}-])/gu;

/** The beginnings of the words of crimes that a text has, by which their forms are the same. */
function crimeWordsIn(text: string, { crimes }: AccusationWords): Set<string> {
  return new Set([...text.matchAll(crimes)].map(([word]) => beginningOf(word)));
}

const beginningOf = (word: string) => word.toLowerCase().slice(0, BEGINNING_LETTERS);
const BEGINNING_LETTERS = 4;

const MASK = '\u25cc';
const QUOTED = /[“„«"]([^“”„«»"]+)[”“»"]|(?<![\p{L}\p{N}])[‘‚]([^‘’‚]|’(?=\p{L}))+’(?![\p{L}\p{N}])/gu;
/** How many words before a crime's word a "not" still denies it. */
const DENIED_WORDS = 5;
const CLAUSE_MAX = 200;
/** What sounds like a denial and affirms. English only. */
const NO_DENIAL =
  /\b(?:not (?:only|just|merely)|no doubt|without (?:a |any )?doubt|no question|nothing (?:but|less than|short of)|no (?:better|less) than|(?:nobody|no one) (?:can )?(?:doubt|den)\p{L}*|(?:cannot|can['’]t) (?:be denied|deny|doubt)|never (?:mind that|stop(?:s|ped)?|ceased?|tire[sd]? of|failed to|hesitated to|one to \p{L}+,?)|not (?:innocent of|once,? but|stop(?:ped)?|ceased?)|n['’]t (?:stop(?:ped)?|ceased?)|not? (?:wonder|surprise|secret)|without (?:any )?(?:shame|remorse|scruples?|fear|hesitation|pause)|(?:nobody|no one|nothing) (?:stopped|stops|hindered|prevented|could stop))/giu;
/** Says how a court has decided; what about is another word. */
const VERDICT_ONLY =
  /^(?:guilty|guilt|schuldig|coupables?|culpables?|culpad[oa]s?|colpevol[ei]|crimes?|criminals?)$/giu;
/** A denial does not reach over these. */
const CLAUSES = /[;:,()–—]\s|\s(?:but|aber|sondern|mais|pero|sino|mas|ma)\s/u;
/** A verdict in one half of a sentence excuses nothing in the other. */
const HALVES = /[;—–]|,\s(?:but|and|yet|aber|und|mais|et|pero|y|mas|e|ma)\s/u;

function has(pattern: RegExp, text: string): boolean {
  return text.search(pattern) >= 0;
}

/** What the quotation marks of a sentence hold. */
function quotesOf(own: string, whole: string): string {
  return Array.from({ length: whole.length }, (_, i) => (own[i] === MASK ? (whole[i] ?? '') : ' ')).join('');
}

function hasCrime(text: string, words: AccusationWords): boolean {
  return crimesIn(text, words).length > 0;
}

/** The words of crimes that nobody denies. */
function crimesIn(text: string, { crimes, harmless, negations }: AccusationWords): string[] {
  const rest = text.replace(harmless, (phrase) => phrase.replace(/[^\s]/gu, MASK));
  return [...rest.matchAll(crimes)]
    .filter(({ index: at }) => {
      const before = rest.slice(Math.max(0, at - CLAUSE_MAX), at).replace(NO_DENIAL, ' ');
      const clause = before.split(CLAUSES).at(-1) ?? '';
      const near = clause.split(/\s+/u).slice(-DENIED_WORDS - 1);
      return !has(negations, near.join(' '));
    })
    .map(([word]) => word);
}

function accuses(
  sentence: string,
  words: AccusationWords,
  { language, borne }: { language: string; borne: ReadonlySet<string> | undefined },
): boolean {
  if (!hasCrime(sentence, words) || !hasSubject(sentence, words, language)) return false;
  return sentence.split(HALVES).some((half) => {
    const crimes = crimesIn(half, words).filter((word) => !has(VERDICT_ONLY, word));
    const isTold = has(words.verdicts, half) || (has(words.charges, half) && has(words.attributions, half));
    const isBorne = crimes.every((word) => borne?.has(beginningOf(word)) ?? true);
    return hasCrime(half, words) && !(isTold && isBorne);
  });
}

/** A name inside the sentence, a name that begins it, or a word for somebody. */
function hasSubject(sentence: string, { subjects, crimes }: AccusationWords, language: string): boolean {
  if (has(subjects, sentence)) return true;
  const dates = dateWordsOf(language);
  const isName = (word: string) =>
    !has(crimes, word) && !/^I(?:$|['’])/u.test(word) && word.replace(dates?.pattern ?? /$/u, '') !== '';
  const pattern = baseLanguage(language) === 'de' ? TWO_CAPITALS : INNER_CAPITAL;
  const inner = [...sentence.matchAll(pattern)].some(([name]) => isName(name));
  return inner || (FIRST_NAME.test(sentence) && !has(crimes, FIRST_NAME.exec(sentence)?.[1] ?? ''));
}

const INNER_CAPITAL = /(?<=[\p{L}\p{N},;’'”)]\s+["“(‘]?)\p{Lu}[\p{L}\p{M}’'-]*/gu;
const TWO_CAPITALS = /\p{Lu}\p{L}+\s\p{Lu}\p{L}+(?=\s\p{Ll})/gu;
/** A sentence's first word is a name where a verb follows that somebody does. */
const FIRST_NAME =
  /^["“(‘]?(?!(?:It|This|That|There|What|Who|Which|Nobody|Nothing|Everything|One|We|You|I|Here|Silence|To|Such|Those|These|\p{L}*(?:ing|ion|ty|ness|ism|ment|nce|ure|age|ling))\s)(\p{Lu}\p{Ll}+)\s(?:has|had|never|always|also|once|again|did|stole|lied|took|bribed|murdered|killed|covered|broke|committed|raped|assaulted|defrauded|embezzled|pocketed|laundered|extorted|forged|falsified|hat|stahl|betrog|a volé|robó|roubou|ha rubato|ist|war|est|es|é|è|is|was)\s/u;
