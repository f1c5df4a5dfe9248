import type { SectionContents, SectionKind, SectionRow } from '../../../db/commentary-section.ts';
import { cleanText } from '../../shared/html.ts';
import { textsOf } from '../explain/texts.ts';

/** Who made a section, and with what. */
export type Author = Pick<SectionRow, 'origin' | 'model' | 'promptVersion' | 'callIds' | 'createdAt'>;

type Content = SectionContents[SectionKind];

/**
 * Who made a section once a person has changed it.
 *
 * Shape: a text that a model or the sample gave stays theirs, edited; so does the registry's list while any of its texts
 * is left. Where there was no text a person is the author.
 */
export function authorOf(
  before: SectionRow | undefined,
  { content, now }: { content: Content | undefined; now: Date },
): Author {
  if (before?.content && before.origin !== 'person' && !isRewritten(before, content)) {
    const { origin, model, promptVersion, callIds, createdAt } = before;
    return { origin, model, promptVersion, callIds, createdAt };
  }
  return { origin: 'person', model: null, promptVersion: null, callIds: [], createdAt: now };
}

function isRewritten({ origin, content: before }: SectionRow, after: Content | undefined): boolean {
  if (origin !== 'registry' || !before || !after) return false;
  const left = new Set(textsOf(after).map(({ text }) => cleanText(text)));
  return !textsOf(before).some(({ text }) => left.has(cleanText(text)));
}
