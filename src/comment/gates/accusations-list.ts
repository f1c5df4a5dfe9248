/** What a language says of crimes, of those who may be accused of them, and of those who speak of it. */
export interface AccusationWords {
  /** Nouns, verbs and adjectives that call something a crime or somebody a criminal. */
  crimes: RegExp;
  /** Phrases with such words that accuse nobody. */
  harmless: RegExp;
  /** Who can be accused: pronouns, offices and bodies. */
  subjects: RegExp;
  /** Says no. */
  negations: RegExp;
  /** Says that a court has decided, or somebody has pleaded. */
  verdicts: RegExp;
  /** Says that somebody is charged or suspected. */
  charges: RegExp;
  /** Says who says it. */
  attributions: RegExp;
}

/** Whole words and phrases; a list is written on several lines, parted by `|`. */
export function any(...lists: string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${lists.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}
