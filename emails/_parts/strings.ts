import { english } from './strings-en.ts';

/** Every fixed word of the mails in one language. */
export interface MailStrings {
  digest: {
    /** Stands in the masthead beside the date. */
    edition: (number: number) => string;
    readOnWeb: string;
    sample: string;
    contents: string;
    opinion: string;
    action: string;
    todo: string;
    petition: string;
    signed: (signed: string, goal: string) => string;
    related: string;
    video: string;
    audio: string;
    /** Link of a story in brief form. */
    brief: string;
    /** `count` may be a placeholder, so no plural can depend on it. */
    more: (count: string, category: string) => string;
    preferences: string;
    unsubscribe: string;
    home: (newsroom: string) => string;
  };
  letters: LetterStrings;
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
export function stringsFor(language: string): MailStrings {
  const tag = language.toLowerCase();
  return TABLES[tag] ?? TABLES[tag.split('-')[0] ?? ''] ?? english;
}

const TABLES: Readonly<Record<string, MailStrings>> = { en: english };
