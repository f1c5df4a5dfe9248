import { randomUUID } from 'node:crypto';
import type { WithDb } from '../../db/client.ts';
import { insertEditionLinks } from '../../db/edition-link.ts';
import { deleteUnsentEdition } from '../../db/edition-again.ts';
import { getNextEditionNumber, insertEdition, type Edition, type EditionFault } from '../../db/edition.ts';
import { conflict } from '../shared/errors.ts';
import type { Ports } from '../shared/ports.ts';
import { createClickLinks, destinationsOf } from './click-links.ts';
import type { Occasion } from './daily.ts';
import { fragmentsOf, frameOf, type EditionContent, type FrozenStory } from './edition.ts';
import { lookOver } from './look-over.ts';
import { subjectFor } from './subject.ts';

/** An edition as it was kept, in short. */
export type Kept = Pick<Edition, 'number' | 'heldReason' | 'faults'>;

/**
 * Render an edition, look it over and keep it, at once or not at all; undefined when somebody else composed it meanwhile.
 *
 * Shape: one with faults is kept and held, and so is one that comes in the place of what a person held; it has the number
 * of what it replaces. Where clicks are counted, what its links lead to is kept with it.
 * Errors: AppError `edition.sent` when what it replaces went out meanwhile.
 */
export async function keep(
  deps: WithDb<Ports>,
  occasion: Occasion,
  {
    cadence,
    stories,
    old,
  }: { cadence: Edition['cadence']; stories: FrozenStory[]; old: Edition | undefined },
): Promise<Kept | undefined> {
  const { db, config, siteUrl } = deps;
  const { day, now, registry } = occasion;
  const number = old?.number ?? (await getNextEditionNumber(db));
  const clicks = config.deliver.countClicks ? createClickLinks({ siteUrl, number }) : undefined;
  const content: EditionContent = { day, cadence, number, siteUrl, stories, clicks };
  const frame = frameOf(config, content);
  const fragments = await fragmentsOf(config, content, frame);
  const subject = subjectFor(config, content);
  const { inForce } = registry;
  const links = clicks?.list() ?? [];
  const leadsTo = destinationsOf({ siteUrl, number }, links);
  const faults = lookOver(config, { frame, stories, fragments, cadence, day, subject, inForce, leadsTo });
  const edition = { id: randomUUID(), day, cadence, number, subject, composedAt: now, frame, faults };
  return db.transaction(async (tx) => {
    const replaced = old ? await deleteUnsentEdition(tx, old.id) : undefined;
    if (old && replaced === 'sent') throw alreadySent(old);
    const held = holdOf(faults, { now, replaced });
    const isKept = await insertEdition(tx, { ...edition, ...held }, { stories, fragments });
    if (isKept) await insertEditionLinks(tx, edition.id, links);
    return isKept ? { number, heldReason: held.heldReason, faults } : undefined;
  });
}

/** What is made anew must not have gone out. */
export const alreadySent = ({ number, day }: Pick<Edition, 'number' | 'day'>) =>
  conflict(
    'edition.sent',
    `Edition ${number} of ${day} has begun to go out and cannot be made anew. What is not out yet can be held with "deliver hold"; what has to be put right belongs in the next edition.`,
  );

type Hold = Pick<Edition, 'heldAt' | 'heldReason' | 'heldBy'>;

/** What a person holds stays held, whatever has become of its faults. */
function holdOf(
  faults: readonly EditionFault[],
  { now, replaced }: { now: Date; replaced: Hold | 'sent' | undefined },
): Hold {
  if (typeof replaced === 'object' && replaced.heldAt && replaced.heldBy === 'person') {
    const { heldAt, heldReason, heldBy } = replaced;
    return { heldAt, heldReason, heldBy };
  }
  if (faults.length === 0) return { heldAt: null, heldReason: null, heldBy: null };
  const heldReason = `It has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}.`;
  return { heldAt: now, heldReason, heldBy: 'lint' };
}
