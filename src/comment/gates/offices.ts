import type { Ground } from './ground.ts';
import { OPENERS } from './names-words.ts';

/**
 * Make the gate that asks whether somebody is called by an office that they hold.
 *
 * Shape: every `Mayor Ida Quill`, `The mayor (Ida Quill)`, `Ida Quill, our mayor` and `Ida Quill is the mayor` that neither
 * the registry nor the article bears out, as the text writes it. Borne out: an official of that name whose office has the
 * word, or the word in a sentence of the article that has the surname.
 */
export function createOfficeGate({ source, officials }: Ground): (text: string) => string[] {
  const sentences = source.text.toLowerCase().split(/(?<=[.!?][”"’»)]?)\s+|\n+/u);
  const holds = (title: string, name: string): boolean => {
    const surname = (name.split(/\s+/).at(-1) ?? name).toLowerCase();
    const word = stemOf(title);
    if (officials.some((one) => endsWith(one.name, surname) && one.office.toLowerCase().includes(word)))
      return true;
    return sentences.some((sentence) => sentence.includes(word) && hasWord(sentence, surname));
  };
  return (text) =>
    FORMS.flatMap((form) => [...text.matchAll(form)])
      .filter(({ groups }) => isName(groups?.['name'] ?? ''))
      .filter(({ groups }) => !holds(groups?.['title'] ?? '', groups?.['name'] ?? ''))
      .map(([whole]) => whole);
}

const TITLES = [
  'mayor|mayoress|councill?or|alderman|senator|governor|minister|president|premier|chancellor|commissioner',
  'superintendent|director|chair(?:man|woman|person)?|secretary|judge|representative|congress(?:man|woman)',
  'sheriff|warden|ambassador|treasurer|attorney general|bishop|general|chief',
  'bürgermeister(?:in)?|minister(?:in)?|präsident(?:in)?|maire|ministre|président(?:e)?|alcalde(?:sa)?|ministr[oa]',
  'doctor|captain|queen|king|professor|prime minister|archbishop|colonel|admiral|prince|princess|pope|rabbi|imam',
  'president[ea]|prefeit[oa]|sindaco|sindaca|vereador(?:a)?|député(?:e)?',
].join('|');
const WORD = String.raw`\p{Lu}[\p{L}’'-]+`;
const NAME = String.raw`(?<name>${WORD}(?:\s+${WORD}){0,2})`;

/** The first letter of an office may be large, or all are; a name's first is. */
const LARGE = TITLES.replace(/\p{L}+/gu, (letters) => letters.toUpperCase());
const TITLE = `(?<![\\p{L}])(?<title>${eitherCase(TITLES)}|${LARGE})(?![\\p{L}])`;
const THE = String.raw`(?:(?:the|a|our|your|their|its|der|die|unser|unsere|le|la|notre|el|o|a|il|nosso|nossa|nuestro|nuestra)\s+)`;
const WORDS = String.raw`(?:\p{Ll}+\s+){0,2}`;
/** "of the harbour board" */
const OF = String.raw`(?:\s+(?:of|de|von|des|der|du|do|da|del|di)\s+(?:\p{L}+\s+){0,3}?\p{L}+)?`;
const IS =
  '(?:is|was|became|becomes|remains|serves as|acts as|ist|war|wurde|bleibt|est|était|devient|es|era|fue|é|foi|è|fu)';
const FORMS = [
  // Mayor Ida Quill; the mayor, Ida Quill; the mayor (Ida Quill); the mayor – Ida Quill.
  TITLE + String.raw`\s+` + NAME,
  `(?<!\\p{L})(?:[Tt]he|[Oo]ur|[Dd]er|[Dd]ie|[Ll]e|[Ll]a|[Ee]l|[Oo]|[Ii]l)\\s+${WORDS}${TITLE}${OF}(?:,\\s|\\s?\\(|\\s[–—-]\\s)${NAME}(?=[,).!?–—]|\\s[–—-]|\\s\\p{Ll})`,
  // Ida Quill, the mayor; Ida Quill (mayor); Ida Quill, who is mayor; Ida Quill, mayor of Port Ellin.
  `${NAME}(?:,\\s+|\\s\\(|\\s[–—-]\\s)(?:who\\s+${IS}\\s+)?${THE}?${WORDS}${TITLE}(?!\\s+\\p{Lu})`,
  // Ida Quill is the mayor; the mayor is Ida Quill; as mayor, Ida Quill.
  `${NAME}\\s+${IS}\\s+(?:not\\s+)?${THE}?${WORDS}${TITLE}(?!['’])`,
  `(?:[Tt]he|[Oo]ur)\\s+${WORDS}${TITLE}${OF}\\s+${IS}\\s+${NAME}`,
  `(?<!\\p{L})[Aa]s\\s+${THE}?${WORDS}${TITLE}${OF},\\s+${NAME}`,
].map((form) => new RegExp(form, 'gu'));

/** What a sentence begins with, or a day. */
function isName(name: string): boolean {
  const words = name.toLowerCase().split(/\s+/u);
  if (words[0] === 'the') return false;
  return words.some((word) => !OPENERS.has(word) && !STOPS.has(word)) && !DAYS.test(name);
}

const STOPS = new Set('the a an our your their its der die das le la les el los il o os i'.split(' '));
const DAYS =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)$/u;

function eitherCase(words: string): string {
  return words
    .split('|')
    .map((word) => word.replace(/^\p{L}/u, (letter) => `[${letter}${letter.toUpperCase()}]`))
    .join('|');
}

/** What a title and an office have in common, whatever the form: "councillor", "councilor", "chairwoman". */
const stemOf = (word: string) => word.toLowerCase().slice(0, STEM_LETTERS);
const STEM_LETTERS = 5;

const endsWith = (name: string, surname: string) => name.toLowerCase().split(/\s+/).at(-1) === surname;

function hasWord(sentence: string, word: string): boolean {
  const at = sentence.indexOf(word);
  if (at < 0) return false;
  return !isLetter(sentence[at - 1]) && !isLetter(sentence[at + word.length]);
}

const isLetter = (character: string | undefined) => character !== undefined && /\p{L}/u.test(character);
