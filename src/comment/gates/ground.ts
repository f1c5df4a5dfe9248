import type { Day } from '../../shared/day.ts';

/** An article as it is compared with: made once, asked many times. */
export interface SourceText {
  /** Title, an empty line and the text, without anything that no reader sees. */
  text: string;
  /** BCP 47; undefined where nobody can tell. */
  language: string | undefined;
  /** Where a passage stands, and how the source itself writes it; typographic differences do not count. */
  find(passage: string): { at: number; slice: string } | undefined;
}

/** What a text is held against. */
export interface Ground {
  source: SourceText;
  /** What else may be named: petitions and officials of the registry, the newsroom's own names and categories. */
  known: readonly string[];
  /** Who holds which office, of the registry. */
  officials: readonly { name: string; office: string }[];
  /** In which language the text must be. */
  language: string;
  day: Day;
}
