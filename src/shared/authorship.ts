/** Who made a text, and what a person has done with it since. */
export interface Authorship {
  /** `registry`: put together from the newsroom's register, written by no one. */
  origin: 'model' | 'sample' | 'person' | 'registry';
  /** The model's name. */
  model: string | null;
  review: 'none' | 'approved' | 'edited';
}

/**
 * Who made a text, in words that a reader cannot misread; goes on after "Opinion:" or stands alone.
 *
 * Source: Regulation (EU) 2024/1689 (AI Act), article 50(4).
 */
export function authorWords({ origin, model, review }: Authorship): string {
  switch (origin) {
    case 'person':
      return 'written by a person';
    case 'sample':
      return review === 'edited'
        ? 'sample text, written by hand and edited by a person'
        : 'sample text, written by hand';
    case 'registry':
      return `put together from our registry of petitions and officials${REVIEWED[review === 'edited' ? review : 'none']}`;
    case 'model':
      return `written by a language model (${model ?? 'unnamed'})${REVIEWED[review]}`;
  }
}

/**
 * Who made several parts, those made alike named together: "Opinion and action: written by a person."
 *
 * Shape: sentences in the order of the parts; what is not there has no author; empty without any.
 */
export function authorSentences(
  given: readonly { name: string; by: Authorship | null | undefined }[],
): string {
  const groups = new Map<string, string[]>();
  for (const { name, by } of given) {
    if (!by) continue;
    const words = authorWords(by);
    groups.set(words, [...(groups.get(words) ?? []), name]);
  }
  const list = new Intl.ListFormat('en', { type: 'conjunction' });
  return [...groups].map(([words, names]) => `${capital(list.format(names))}: ${words}.`).join(' ');
}

/**
 * Why an opinion or action is absent, in words for readers.
 *
 * Shape: the newsroom's own reason may name settings, servers and what a model wrote, so only reasons that lie with the
 * article are told as they are.
 */
export function absenceWords({
  reasonCode,
  reason,
}: {
  reasonCode: string | null;
  reason: string | null;
}): string {
  if (reasonCode !== null && reason !== null && TOLD_AS_IT_IS.has(reasonCode)) return reason;
  return ABSENCES[reasonCode ?? ''] ?? 'None has been written yet.';
}

const TOLD_AS_IT_IS = new Set(['article.unfit', 'article.changed', 'model.nothing']);

const ABSENCES: Record<string, string> = {
  'review.waiting': 'It has not been reviewed yet.',
  'review.rejected': 'The newsroom chose not to print it.',
  'model.rejected': 'What was written did not pass our checks.',
  'model.canary': 'What was written did not pass our checks.',
  'model.declined': 'What was written did not pass our checks.',
  'model.ceiling': 'What the newsroom spends on commentary in a day was used up.',
};

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

const REVIEWED = {
  none: '',
  approved: ' and reviewed by a person',
  edited: ' and edited by a person',
} satisfies Record<Authorship['review'], string>;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
