import type { EditionFault } from '../../../db/edition.ts';
import type { FrozenStory } from '../../../src/compose/edition.ts';
import { lintEdition, type LintInput } from '../../../src/compose/lint/lint.ts';
import { subjectFor } from '../../../src/compose/subject.ts';
import type { Config } from '../../../src/shared/config.ts';
import { readersConfig } from '../../helpers/readers.ts';
import { editionOf, SITE, storiesUnder } from '../paper.ts';

/** Some stories of the paper: with petition, with related, and one under two headings. */
export const HEADINGS = [
  ['harbour'],
  ['harbour', 'schools'],
  ['schools'],
  ['weather'],
  ['harbour'],
  ['weather'],
];

/** What the lint is given of an edition of these stories. */
export async function inputOf(
  stories: FrozenStory[] = storiesUnder(HEADINGS),
  config: Config = readersConfig(),
): Promise<LintInput> {
  return inputFor(await editionOf(stories, config));
}

/** What the lint is given of an edition. */
export function inputFor({
  frame,
  fragments,
  content,
  config,
}: Awaited<ReturnType<typeof editionOf>>): LintInput {
  return {
    frame,
    stories: content.stories,
    fragments,
    cadence: 'daily',
    day: content.day,
    subject: subjectFor(config, content),
    inForce: new Set(['petition:ferry']),
    siteUrl: SITE,
    sourceUrls: [],
    newsroom: config.newsroom,
  };
}

/** Where a change is made: fragments whose key and form begin so, in HTML or in text. */
export interface Place {
  key: string;
  form?: 'full' | 'brief';
  part?: 'html' | 'text';
}

/** The same edition with a change to some fragments; a change that changes nothing is an error of the test. */
export function withChange(
  input: LintInput,
  { key, form = 'full', part = 'html' }: Place,
  change: (written: string) => string,
): LintInput {
  let changed = 0;
  const fragments = input.fragments.map((fragment) => {
    if (!fragment.key.startsWith(key) || fragment.form !== form || changed > 0) return fragment;
    const written = change(fragment[part]);
    if (written !== fragment[part]) changed += 1;
    return { ...fragment, [part]: written };
  });
  if (changed === 0) throw new Error(`nothing changed in ${key}`);
  return { ...input, fragments };
}

/** The faults of an edition in short: `check | where`. */
export const faultsOf = (input: LintInput): string[] => lintEdition(input).map(inShort);

const inShort = ({ check, where }: EditionFault) => `${check} | ${where}`;
