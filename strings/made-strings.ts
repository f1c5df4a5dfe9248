/** What is said of how a paper and each of its texts came about. */
export interface MadeStrings {
  /** Why somebody gets the digest. */
  why: (newsroom: string) => string;
  /** How the paper is made. */
  howMade: string;
  howMadeSample: (newsroom: string) => string;
  /** A story that nobody has written an opinion on. */
  excerptOnly: string;
  /** The parts of a story as they stand inside a sentence. */
  parts: { opinion: string; action: string; todo: string };
  authorship: AuthorshipStrings;
  /** A to-do list that nobody wrote: what the registry alone has to say. */
  registryTodo: RegistryTodoStrings;
}

/** Words of the to-do list that is put together from petitions and officials. */
export interface RegistryTodoStrings {
  readWhole: string;
  readWholeDetail: (source: string) => string;
  talk: string;
  talkDetail: string;
  /** Why a petition is there, by whom it asks. */
  asks: (target: string) => string;
  sign: (petition: string) => string;
  writeTo: (office: string) => string;
  letterSubject: (title: string) => string;
  /** Its paragraphs, with what the reader has to fill in between square brackets. */
  letter: (story: { title: string; source: string }) => string[];
}

/** Who made a text, and why there is none. */
export interface AuthorshipStrings {
  /** Several parts in one sentence: "opinion and action". */
  list: (names: readonly string[]) => string;
  person: string;
  sample: { none: string; edited: string };
  registry: { none: string; edited: string };
  /** `name` of the model; null when it has none. */
  model: (name: string | null) => { none: string; approved: string; edited: string };
  absence: {
    /** Nothing is known but that there is none. */
    none: string;
    waiting: string;
    rejected: string;
    /** What was written did not pass the gates. */
    failed: string;
    ceiling: string;
  };
  /** Reasons that lie with the article; null where the rooms' own sentences, which are English, say it best. */
  article: { unfit: string; changed: string; nothing: string } | null;
}
