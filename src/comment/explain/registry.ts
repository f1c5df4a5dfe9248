import type { SectionRow } from '../../../db/commentary-section.ts';
import type { Official } from '../../../db/official.ts';
import type { Petition } from '../../../db/petition.ts';
import type { Day } from '../../shared/day.ts';
import { officialId, petitionId } from '../candidates.ts';
import { idsOf } from './texts.ts';

/** An entry of the registry that a commentary names. */
export interface EntryLineage {
  id: string;
  /** Whether it may be named today; `why` says why not. */
  inForce: boolean;
  why: string | null;
  name: string;
  /** Where its facts come from, and since when: of an official. */
  source: string | null;
  asOfDay: string | null;
  /** Everything in it that a text may repeat. */
  words: string;
}

/** Every entry that the sections name, and whether it is in force. */
export function entriesOf({
  sections,
  petitions,
  officials,
  now,
  day,
}: {
  sections: readonly Pick<SectionRow, 'content'>[];
  petitions: readonly Petition[];
  officials: readonly Official[];
  now: Date;
  day: Day;
}): EntryLineage[] {
  const ids = new Set(sections.flatMap(({ content }) => (content === null ? [] : idsOf(content))));
  return [...ids].map((id) => {
    const petition = petitions.find((one) => petitionId(one) === id);
    if (petition) return petitionEntry(petition, now);
    const official = officials.find((one) => officialId(one) === id);
    if (official) return officialEntry(official, day);
    const why = 'it is not in the registry';
    return { id, inForce: false, why, name: '', source: null, asOfDay: null, words: '' };
  });
}

function petitionEntry(petition: Petition, now: Date): EntryLineage {
  const { title, target, text, goal, active, opensAt, closesAt } = petition;
  const why = !active
    ? 'the configuration no longer names it'
    : opensAt && now < opensAt
      ? 'it has not opened yet'
      : closesAt && now > closesAt
        ? 'it has closed'
        : null;
  return {
    id: petitionId(petition),
    inForce: why === null,
    why,
    name: `${title}, to ${target}`,
    source: 'the configuration of the newsroom',
    asOfDay: null,
    words: [title, target, text, String(goal)].join(' | '),
  };
}

function officialEntry(official: Official, day: Day): EntryLineage {
  const { name, office, jurisdiction, termEndsDay, active, source, asOfDay } = official;
  const why = !active
    ? 'the configuration no longer names them'
    : termEndsDay !== null && termEndsDay < day
      ? `their term ended on ${termEndsDay}`
      : null;
  return {
    id: officialId(official),
    inForce: why === null,
    why,
    name: `${office}: ${name}`,
    source,
    asOfDay,
    words: [name, office, jurisdiction ?? ''].join(' | '),
  };
}
