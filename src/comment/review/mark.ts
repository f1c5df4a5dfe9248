import { createHash } from 'node:crypto';
import type { SectionRow } from '../../../db/commentary-section.ts';
import { conflict } from '../../shared/errors.ts';

/** A short mark of all texts of a commentary: other texts have another one. */
export function markOf(sections: readonly Pick<SectionRow, 'kind' | 'content'>[]): string {
  const texts = sections.map(({ kind, content }) => [kind, content]);
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, MARK_DIGITS);
}

/** Refuse a decision about texts that are no longer those that were seen. Errors: AppError `commentary.overtaken`. */
export function refuseUnseen(
  sections: readonly Pick<SectionRow, 'kind' | 'content'>[],
  { seen, slug }: { seen: string | undefined; slug: string },
): void {
  if (seen === undefined) return;
  const now = markOf(sections);
  if (seen.trim().toLowerCase() === now) return;
  throw conflict(
    'commentary.overtaken',
    `The texts about ${slug} are not those with the mark ${seen}: their mark is ${now}. Nothing was approved. ` +
      `Read them again: npm run broadside -- review show ${slug}`,
  );
}

const MARK_DIGITS = 8;
