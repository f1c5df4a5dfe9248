import { plainLine } from '../markup.ts';

/**
 * Who wrote it, from a byline or a field: "By Ana Field and Bo Quay | 3 May" becomes "Ana Field, Bo Quay".
 *
 * Shape: at most `AUTHORS_MAX` names, joined by commas; undefined when nothing is left that could be one: an address, a
 * number, a sentence, a role.
 */
export function authorOf(byline: string | undefined): string | undefined {
  const line = plainLine((byline ?? '').slice(0, BYLINE_MAX)).replace(BY, '');
  const names = line.split(SEPARATORS).map(nameFrom).filter(isSome);
  return [...new Set(names)].slice(0, AUTHORS_MAX).join(', ') || undefined;
}

/** Whether a line is only a byline: it begins with "By", and every word of it is one of a name. */
export function isBylineLine(line: string): boolean {
  if (line.length > LINE_MAX || !BY.test(line)) return false;
  return line
    .replace(BY, '')
    .split(/[\s,&]+/)
    .every((word) => NAME_WORD.test(word));
}

const BYLINE_MAX = 1_000;
const LINE_MAX = 90;
const NAME_MAX = 60;
const WORDS_MAX = 7;
const AUTHORS_MAX = 5;

const BY = /^\W*(?:(?:\p{L}+ )?by|von|par|por|af|av|door)\b:?\s+(?=\p{L})/iu;
const SEPARATORS = /\s*(?:[,;|•·]|\s(?:and|und|et|y|e|og|och|en|&)\s|\s[-–—]\s|\s(?=\d))\s*/iu;
const NAME_WORD = /^(?:\p{Lu}[\p{L}.'’-]*|and|und|et|y|e|de|del|la|van|von|der|den|di|da|for|)$/u;
const NO_NAME =
  /https?:|www\.|@|\.(?:com|org|net)\b|[\d/\\{}[\]<>=]|\badmin|^(?:by|author|staff|editor|guest|user|unknown|none|null|undefined|[ap]\.?m\.?|[a-z]{2,12})$|\b(?:updated|published|posted|print|read|share|follow|comments?|article|story|editor|reporter|writer|correspondent|columnist|contributor)\b/u;
const WHEN =
  /^(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*|(?:mon|tues|wednes|thurs|fri|satur|sun)day|e[sd]?t|gmt|utc)\.?$/i;

const isSome = (name: string | undefined) => name !== undefined;

function nameFrom(part: string): string | undefined {
  const name = part.replace(/^[^\p{L}]+|[^\p{L}\p{M}.)”"']+$/gu, '');
  const isName = name.length > 1 && name.length <= NAME_MAX && name.split(' ').length <= WORDS_MAX;
  return isName && !NO_NAME.test(withoutCase(name)) && !WHEN.test(name) ? name : undefined;
}

/** A single word in lower case is a user's name; words in capitals are as good as others. */
function withoutCase(name: string): string {
  return name.includes(' ') ? name.toLowerCase() : name;
}
