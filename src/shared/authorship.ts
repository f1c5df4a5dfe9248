/** Who made a text, and what a person has done with it since. */
export interface Authorship {
  /** `registry`: put together from the newsroom's register, written by no one. */
  origin: 'model' | 'sample' | 'person' | 'registry';
  /** The model's name. */
  model: string | null;
  review: 'none' | 'approved' | 'edited';
}

/** The words of one language for who made a text; they stand with the other strings. */
export interface AuthorshipWords {
  list: (names: readonly string[]) => string;
  person: string;
  sample: { none: string; edited: string };
  registry: { none: string; edited: string };
  model: (name: string | null) => Record<Authorship['review'], string>;
  absence: { none: string; waiting: string; rejected: string; failed: string; ceiling: string };
  article: { unfit: string; changed: string; nothing: string } | null;
}

/**
 * Who made a text, in words that a reader cannot misread; goes on after "Opinion:" or stands alone.
 *
 * Source: Regulation (EU) 2024/1689 (AI Act), article 50(4).
 */
export function authorWords({ origin, model, review }: Authorship, words: AuthorshipWords): string {
  switch (origin) {
    case 'person':
      return words.person;
    case 'sample':
    case 'registry':
      return words[origin][review === 'edited' ? review : 'none'];
    case 'model':
      return words.model(model)[review];
  }
}

/**
 * Who made several parts, those made alike named together: "Opinion and action: written by a person."
 *
 * Shape: sentences in the order of the parts; what is not there has no author; empty without any.
 */
export function authorSentences(
  given: readonly { name: string; by: Authorship | null | undefined }[],
  words: AuthorshipWords,
): string {
  const groups = new Map<string, string[]>();
  for (const { name, by } of given) {
    if (!by) continue;
    const said = authorWords(by, words);
    groups.set(said, [...(groups.get(said) ?? []), name]);
  }
  return [...groups].map(([said, names]) => `${capital(words.list(names))}: ${said}.`).join(' ');
}

/**
 * Why an opinion or action is absent, in words for readers.
 *
 * Shape: the newsroom's own reason may name settings, servers and what a model wrote, so only reasons that lie with the
 * article are told: as they are, or, where the language has its own words for them, with those.
 */
export function absenceWords(
  { reasonCode, reason }: { reasonCode: string | null; reason: string | null },
  { absence, article }: AuthorshipWords,
): string {
  const code = reasonCode ?? '';
  const kind = ARTICLE_REASONS.get(code);
  if (kind && article) return article[kind];
  if (kind && reason !== null) return reason;
  return absence[ABSENCES.get(code) ?? 'none'];
}

const ARTICLE_REASONS: ReadonlyMap<string, 'unfit' | 'changed' | 'nothing'> = new Map([
  ['article.unfit', 'unfit'],
  ['article.changed', 'changed'],
  ['model.nothing', 'nothing'],
]);

const ABSENCES: ReadonlyMap<string, keyof AuthorshipWords['absence']> = new Map([
  ['review.waiting', 'waiting'],
  ['review.rejected', 'rejected'],
  ['model.rejected', 'failed'],
  ['model.canary', 'failed'],
  ['model.declined', 'failed'],
  ['model.ceiling', 'ceiling'],
]);

/**
 * What programs are told of how a text was made.
 *
 * Source: IPTC digital source type NewsCodes; schema.org `digitalSourceType`.
 */
export function digitalSourceType({ origin, review }: Authorship): string {
  const kind =
    origin === 'model'
      ? review === 'edited'
        ? 'compositeWithTrainedAlgorithmicMedia'
        : 'trainedAlgorithmicMedia'
      : origin === 'registry'
        ? 'dataDrivenMedia'
        : 'digitalCreation';
  return `http://cv.iptc.org/newscodes/digitalsourcetype/${kind}`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
