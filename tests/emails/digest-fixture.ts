import type { DigestCategory, DigestProps, DigestStory } from '../../emails/digest.tsx';

const SITE = 'https://lantern.example';

/** A story of the invented town of Hollowmere, complete. */
export function story(id: string, own: Partial<DigestStory> = {}): DigestStory {
  return {
    id,
    title: 'Night buses stop at ten from January',
    url: `${SITE}/articles/${id}`,
    sourceTitle: 'The Hollowmere Ledger',
    dateInWords: 'Sunday, 22 November 2026',
    language: 'en',
    kind: 'text',
    excerpt:
      'The last bus to Quarry Hill will leave at ten in the evening from the second of January, the town’s transport office said. Three hundred people who work late shifts at the hospital use the later ones.',
    opinion:
      'A timetable is a promise about who belongs to a town. Whoever cleans the wards until midnight has kept their side of it, and the office saves less on the late buses in a year than it spent on new shelters in the spring.\n\nWe do not doubt that the budget is short. We doubt that anybody asked the people at the stop.',
    action:
      'The council votes on the timetable on the ninth of December, and the hearing before it is open. Five minutes of one nurse’s evening will weigh more there than a hundred pages of passenger counts.',
    todos: [
      { text: 'Read the draft timetable; the late lines are on page four.', url: null },
      { text: 'Ask a neighbour who works late how they will get home.', url: null },
      { text: 'Write to who decides it.', url: `${SITE}/articles/${id}#official-transport` },
    ],
    label: 'Opinion and action: sample text',
    petition: {
      title: 'Keep the night buses running',
      url: `${SITE}/petitions/night-buses?from=${id}`,
      signed: 1240,
      goal: 5000,
    },
    related: [
      {
        title: 'Hospital to build rooms for late staff',
        url: `${SITE}/articles/${id}-rooms`,
        sourceTitle: 'Vale Radio',
      },
      {
        title: 'What the transport office spent in spring',
        url: `${SITE}/articles/${id}-spring`,
        sourceTitle: 'The Hollowmere Ledger',
      },
    ],
    update: null,
    form: 'full',
    ...own,
  };
}

/** A category with its stories. */
export function category(
  slug: string,
  stories: DigestStory[],
  own: Partial<DigestCategory> = {},
): DigestCategory {
  return {
    slug,
    name: slug.replace(/^./u, (first) => first.toUpperCase()),
    color: { light: '#1f5f5b', dark: '#7fd1c7' },
    count: String(stories.length),
    more: { count: '3', url: `${SITE}/categories/${slug}` },
    stories,
    ...own,
  };
}

/** A digest of the invented Hollowmere Lantern. */
export function digest(own: Partial<DigestProps> = {}): DigestProps {
  return {
    language: 'en',
    dir: 'ltr',
    sample: true,
    cadence: 'daily',
    masthead: {
      name: 'The Hollowmere Lantern',
      tagline: 'The day’s news, and what you can do about it',
      logoUrl: null,
      dayInWords: 'Monday, 23 November 2026',
      number: 12,
    },
    subject: 'Night buses stop at ten, and five more',
    preheader: 'Night buses, a flooded footpath and a library that wants your old maps.',
    greeting: 'Good morning. Six stories today, and two of them can still be changed this week.',
    categories: [category('transport', [story('a1'), story('a2')]), category('parks', [story('b1')])],
    links: {
      web: `${SITE}/editions/2026-11-23`,
      home: `${SITE}/`,
      preferences: 'https://5f0c.invalid/preferences',
      unsubscribe: 'https://5f0c.invalid/unsubscribe',
    },
    postalAddress: 'The Hollowmere Lantern, 4 Mill Lane, Hollowmere HM1 2AB',
    why: 'You get this because you asked for The Hollowmere Lantern on 1 October 2026.',
    howMade: 'Stories are excerpts from the sources named with them; opinions and actions are sample texts.',
    ...own,
  };
}

/** Marks as `compose` makes them, around a nonce. */
export const mark = (edge: 'open' | 'close', key: string) => `\u27ea5f0c9a ${edge} ${key}\u27eb`;
