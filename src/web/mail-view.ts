import type { Composer } from '../shared/ports.ts';

/** The mail of an edition as a page, by the edition's id. */
export type MailView = (editionId: string) => Promise<string>;

/**
 * Keep the mails that were looked at last, so that only the first look at one reads and parses its pieces.
 *
 * Shape: an edition's pieces never change (composing again makes another edition), so what is kept stays true. One that
 * could not be made is tried again.
 * Units: `keptMax` mails of some 100 kB.
 */
export function keepMailViews({ open }: Pick<Composer, 'open'>, keptMax = 8): MailView {
  const kept = new Map<string, Promise<string>>();
  return (editionId) => {
    const view = kept.get(editionId) ?? open(editionId).then((edition) => edition.webView());
    kept.delete(editionId);
    kept.set(editionId, view);
    const [oldest] = kept.keys();
    if (kept.size > keptMax && oldest !== undefined) kept.delete(oldest);
    view.catch(() => kept.delete(editionId));
    return view;
  };
}
