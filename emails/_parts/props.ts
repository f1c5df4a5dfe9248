/** Everything that one digest says; the words around it come from the strings of its language. */
export interface DigestProps {
  language: string;
  dir: 'ltr' | 'rtl';
  /** The sample newsroom: the mail says that its news is invented. */
  sample: boolean;
  /** A weekly edition says that it is the best of the week. */
  cadence: 'daily' | 'weekly';
  masthead: {
    name: string;
    tagline: string;
    /** A picture of any shape; the mail reads as well without it. */
    logoUrl: string | null;
    dayInWords: string;
    number: number;
  };
  subject: string;
  preheader: string;
  greeting: string | null;
  categories: DigestCategory[];
  links: { web: string; home: string; preferences: string; unsubscribe: string };
  postalAddress: string;
  /** "You get this because …". */
  why: string;
  howMade: string;
  /** Put around each piece that may be left out or moved; nothing by default. */
  mark?: Mark;
}

export type Mark = (edge: 'open' | 'close', key: string) => string;

export interface DigestCategory {
  slug: string;
  name: string;
  color: { light: string; dark: string };
  /** Shown in the contents; may be a placeholder. */
  count: string;
  /** "{count} more on the web". */
  more: { count: string; url: string };
  stories: DigestStory[];
}

export interface DigestStory {
  id: string;
  title: string;
  /** Our article page. */
  url: string;
  sourceTitle: string;
  dateInWords: string;
  language: string | null;
  kind: 'text' | 'video' | 'audio';
  excerpt: string;
  /** Paragraphs stand apart by an empty line. */
  opinion: string | null;
  action: string | null;
  todos: { text: string; url: string | null }[];
  /** Who wrote opinion and action. */
  label: string | null;
  petition: { title: string; url: string; signed: number; goal: number } | null;
  related: { title: string; url: string; sourceTitle: string }[];
  /** What an earlier edition told, when this story goes on from there. */
  update: { title: string; url: string; dayInWords: string } | null;
  form: 'full' | 'brief';
}

/** What the parts of one digest share. */
export interface DigestFrame {
  language: string;
  dir: 'ltr' | 'rtl';
  mark: Mark;
}
