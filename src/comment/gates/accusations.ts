import type { AccusationWords } from './accusations-list.ts';
import { accusationWordsOf } from './accusations-words.ts';
import { dateWordsOf } from './dates-words.ts';
import { sentencesOf } from './names-sentences.ts';

/**
 * The sentences of a text that accuse somebody of a crime; undefined for languages whose words we do not have.
 *
 * Shape: a sentence accuses when it holds a crime's word and somebody who can be accused: a name, a pronoun such as "she",
 * an office or a body such as "the council". In our own words that is allowed only to tell what a court has decided or
 * somebody has pleaded ("was convicted of", "the court found", "pleaded guilty to"), and that somebody is charged or
 * suspected where the same sentence tells who says so ("according to the prosecutor"). Bare "allegedly" or "is accused of"
 * is not enough. In quotation marks a crime's word is allowed where this sentence, or the one before or after it, tells
 * who says it. Denials and sentences about nobody ("Fraud costs us all") accuse nobody; questions and conditions are
 * judged like statements, since they accuse in the same way.
 */
export function accusationsIn(text: string, language: string): string[] | undefined {
  const words = accusationWordsOf(language);
  if (words === undefined) return undefined;
  const masked = text.replace(QUOTED, (quote) => quote.replace(/[^\s]/gu, MASK));
  const sentences = sentencesOf(masked).map(({ text: own, at }) => ({
    own,
    whole: text.slice(at, at + own.length),
  }));
  return sentences
    .filter(({ own, whole }, i) => {
      if (accuses(own, words, language)) return true;
      const isQuoted = own !== whole && hasCrime(quotesOf(own, whole), words);
      const around = sentences.slice(Math.max(0, i - 1), i + 2).map((one) => one.own);
      return (
        isQuoted && !around.some((one) => has(words.attributions, one)) && hasSubject(whole, words, language)
      );
    })
    .map(({ whole }) => whole);
}

const MASK = '\u25cc';
const QUOTED = /[“„«"]([^“”„«»"]+)[”“»"]|(?<![\p{L}\p{N}])[‘‚]([^‘’‚]|’(?=\p{L}))+’(?![\p{L}\p{N}])/gu;
/** How many words before a crime's word a "not" still denies it. */
const DENIED_WORDS = 5;
const CLAUSE_MAX = 200;
/** What sounds like a denial and affirms. English only. */
const NO_DENIAL =
  /\b(?:not (?:only|just|merely)|no doubt|without (?:a |any )?doubt|no question|nothing (?:but|less than|short of)|no (?:better|less) than|(?:nobody|no one) (?:can )?(?:doubt|den)\p{L}*|(?:cannot|can['’]t) (?:be denied|deny|doubt)|never mind that)/giu;
/** A denial does not reach over these. */
const CLAUSES = /[;:,()–—]\s|\s(?:but|aber|sondern|mais|pero|sino|mas|ma)\s/u;
/** A verdict in one half of a sentence excuses nothing in the other. */
const HALVES = /[;—–]|,\s(?:but|and|yet|aber|und|mais|et|pero|y|mas|e|ma)\s/u;

function baseOf(language: string): string {
  return language.toLowerCase().split(/[-_]/)[0] ?? '';
}

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

/** Where a crime's word stands that nobody denies. */
function crimesIn(text: string, { crimes, harmless, negations }: AccusationWords): number[] {
  const rest = text.replace(harmless, (phrase) => phrase.replace(/[^\s]/gu, MASK));
  return [...rest.matchAll(crimes)]
    .map(({ index }) => index)
    .filter((at) => {
      const before = rest.slice(Math.max(0, at - CLAUSE_MAX), at).replace(NO_DENIAL, ' ');
      const clause = before.split(CLAUSES).at(-1) ?? '';
      const near = clause.split(/\s+/u).slice(-DENIED_WORDS - 1);
      return !has(negations, near.join(' '));
    });
}

function accuses(sentence: string, words: AccusationWords, language: string): boolean {
  if (!hasCrime(sentence, words) || !hasSubject(sentence, words, language)) return false;
  return sentence
    .split(HALVES)
    .some(
      (half) =>
        hasCrime(half, words) &&
        !has(words.verdicts, half) &&
        !(has(words.charges, half) && has(words.attributions, half)),
    );
}

/** A name inside the sentence, a name that begins it, or a word for somebody. */
function hasSubject(sentence: string, { subjects, crimes }: AccusationWords, language: string): boolean {
  if (has(subjects, sentence)) return true;
  const dates = dateWordsOf(language);
  const isName = (word: string) =>
    !has(crimes, word) && !/^I(?:$|['’])/u.test(word) && word.replace(dates?.pattern ?? /$/u, '') !== '';
  const pattern = baseOf(language) === 'de' ? TWO_CAPITALS : INNER_CAPITAL;
  const inner = [...sentence.matchAll(pattern)].some(([name]) => isName(name));
  return inner || (FIRST_NAME.test(sentence) && !has(crimes, FIRST_NAME.exec(sentence)?.[1] ?? ''));
}

const INNER_CAPITAL = /(?<=[\p{L}\p{N},;’'”)]\s+["“(‘]?)\p{Lu}[\p{L}\p{M}’'-]*/gu;
const TWO_CAPITALS = /\p{Lu}\p{L}+\s\p{Lu}\p{L}+(?=\s\p{Ll})/gu;
/** A sentence's first word is a name where a verb follows that somebody does. */
const FIRST_NAME =
  /^["“(‘]?(?!(?:It|This|That|There|What|Who|Which|Nobody|Nothing|Everything|One|We|You|I|Here|Silence|To|Such|Those|These|\p{L}*(?:ing|ion|ty|ness|ism|ment|nce|ure|age|ling))\s)(\p{Lu}\p{Ll}+)\s(?:has|had|stole|lied|took|bribed|murdered|killed|covered|broke|committed|raped|assaulted|defrauded|embezzled|pocketed|laundered|extorted|forged|falsified|hat|stahl|betrog|a volé|robó|roubou|ha rubato|ist|war|est|es|é|è|is|was)\s/u;
