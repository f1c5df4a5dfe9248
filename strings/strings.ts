import { arabic } from './ar.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import type { MadeStrings } from './made-strings.ts';
import type { PageStrings } from './page-strings.ts';

/** Every fixed word that mails and subscribers' pages say, in one language. */
export interface Strings {
  digest: DigestStrings;
  letters: LetterStrings;
  made: MadeStrings;
  pages: PageStrings;
}

/** The words of the digest. */
export interface DigestStrings {
  /** Stands in the masthead beside the date. */
  edition: (number: number) => string;
  readOnWeb: string;
  sample: string;
  contents: string;
  opinion: string;
  action: string;
  todo: string;
  petition: string;
  /** Both are written as numbers of the language. */
  signed: (signed: string, goal: string) => string;
  related: string;
  video: string;
  audio: string;
  /** Link of a story in brief form. */
  brief: string;
  /** The same of a story that nobody has written an opinion on. */
  briefTodo: string;
  /** `count` may be a placeholder, so no plural can depend on it. */
  more: (count: string, category: string) => string;
  preferences: string;
  unsubscribe: string;
  home: (newsroom: string) => string;
  /** Stands before the title of a story that goes on. */
  update: string;
  /** Link to what was told of it before; the day as the language writes it. */
  before: (day: string) => string;
  /** What a weekly edition is. */
  weekly: string;
}

/** The words of one letter; what only some letters have may be missing. */
export interface LetterWords {
  subject: string;
  heading: string;
  paragraphs: string[];
  button: string;
  /** What stands below the button, in smaller print. */
  notes: string[];
}

export interface LetterStrings {
  sample: string;
  categories: string;
  unsubscribe: string;
  petitionPage: string;
  /** Stands before the address of the button, for who cannot press it. */
  address: string;
  confirm: (newsroom: string) => LetterWords;
  welcome: (newsroom: string) => LetterWords;
  known: (newsroom: string) => LetterWords;
  freshLink: (newsroom: string) => LetterWords;
  confirmSignature: (signing: {
    newsroom: string;
    title: string;
    target: string;
    signer: string;
  }) => LetterWords;
  receipt: (signing: { newsroom: string; title: string; target: string }) => LetterWords;
}

/** The words of a language by its tag: the tag itself, then its first part, then English. */
export function stringsFor(language: string): Strings {
  return tableOf(language) ?? english;
}

/** The first of these languages that has words here, as it was given; English when none has. */
export function spokenOf(...wanted: readonly (string | null | undefined)[]): string {
  return wanted.find((language) => language && tableOf(language)) ?? 'en';
}

/** The languages that have words here, by their tags. */
export const languages = (): string[] => [...TABLES.keys()];

/** One tag for each language that has words here: the first of the known ones that gets its words, else its own. */
export function languagesSpoken(...known: readonly (string | undefined)[]): string[] {
  return [...TABLES].map(
    ([tag, table]) => known.find((language) => language && tableOf(language) === table) ?? tag,
  );
}

function tableOf(language: string): Strings | undefined {
  const tag = language.toLowerCase();
  return TABLES.get(tag) ?? TABLES.get(tag.split(/[-_]/)[0] ?? '');
}

const TABLES: ReadonlyMap<string, Strings> = new Map([
  ['en', english],
  ['de', german],
  ['ar', arabic],
]);
