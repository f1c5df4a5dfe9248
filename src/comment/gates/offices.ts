import type { Ground } from './ground.ts';

/**
 * Make the gate that asks whether somebody is called by an office that they hold.
 *
 * Shape: every `Mayor Ida Quill` and `Ida Quill, the mayor` that neither the registry nor the article bears out, as the text
 * writes it. Borne out: an official of that name whose office has the word, or the word in a sentence of the article that has the surname.
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
    [...text.matchAll(BEFORE), ...text.matchAll(AFTER)]
      .filter(({ groups }) => !holds(groups?.['title'] ?? '', groups?.['name'] ?? ''))
      .map(([whole]) => whole);
}

const TITLES = [
  'mayor|mayoress|councill?or|alderman|senator|governor|minister|president|premier|chancellor|commissioner',
  'superintendent|director|chair(?:man|woman|person)?|secretary|judge|representative|congress(?:man|woman)',
  'sheriff|warden|ambassador|treasurer|attorney general|bishop|general|chief',
  'bürgermeister(?:in)?|minister(?:in)?|präsident(?:in)?|maire|ministre|président(?:e)?|alcalde(?:sa)?|ministr[oa]',
  'president[ea]|prefeit[oa]|sindaco|sindaca|vereador(?:a)?|député(?:e)?',
].join('|');
const WORD = String.raw`\p{Lu}[\p{L}’'-]+`;
const NAME = String.raw`(?<name>${WORD}(?:\s+${WORD}){0,2})`;

/** The first letter of an office may be large; a name's is. */
const title = (end: string) => `(?<![\\p{L}])(?<title>${eitherCase(TITLES)})${end}`;
const BEFORE = new RegExp(title(String.raw`\s+`) + NAME, 'gu');
const AFTER = new RegExp(
  String.raw`${NAME},\s+(?:the|der|die|le|la|el|o|a|il)\s+(?:\p{Ll}+\s+){0,2}` + title('(?![\\p{L}])'),
  'gu',
);

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
  const isLetter = (character: string | undefined) => character !== undefined && /\p{L}/u.test(character);
  return !isLetter(sentence[at - 1]) && !isLetter(sentence[at + word.length]);
}
