import type { Reading } from '../../../db/commentary.ts';
import type { SectionKind } from '../../../db/commentary-section.ts';
import type { Config } from '../../shared/config.ts';
import type { Day } from '../../shared/day.ts';
import type { Fresh } from './fresh.ts';

/**
 * A prompt: two pure functions and the version of their words, which is kept with everything written by them. Raise the
 * version with every change.
 */
export interface Prompt<Input> {
  version: string;
  /** Who the model is, what is wanted, and what must never be written. */
  system: (input: Input) => string;
  /** The material. */
  user: (input: Input) => string;
}

interface Common extends Fresh {
  newsroom: Pick<Config['newsroom'], 'name' | 'tagline' | 'language' | 'voice'>;
}

/** What the reading step is given. */
export interface ReadInput extends Common {
  categories: readonly { slug: string; name: string }[];
  article: { title: string; outlet: string; language: string | null; text: string };
}

/** What the writing step is given: never the article itself. */
export interface WriteInput extends Common {
  day: Day;
  story: { outlet: string };
  reading: Pick<Reading, 'claims' | 'quotes'>;
  /** Open petitions and officials in office that fit the story, by their ids. */
  petitions: readonly { id: string; title: string; target: string }[];
  officials: readonly { id: string; name: string; office: string }[];
  /** What is to be written in this call. */
  sections: readonly SectionKind[];
}

export interface Prompts {
  read: Prompt<ReadInput>;
  write: Prompt<WriteInput>;
}
