/** The port that every address of the sample newsroom names. */
export const samplePort = 8098;

export type OutletSlug = 'river-post' | 'brackwater-tide' | 'tolm-ledger' | 'a-ponte' | 'upland-air';

/** One invented outlet. */
export interface Outlet {
  slug: OutletSlug;
  title: string;
  tagline: string;
  language: string;
  format: 'rss' | 'atom' | 'json';
  /** Path of its feed. */
  feedPath: string;
}

/** The outlets of the sample newsroom, all invented. */
export const outlets: readonly Outlet[] = [
  {
    slug: 'river-post',
    title: 'The River Post',
    tagline: 'Every village on the Ashel, from the bog to the bar',
    language: 'en',
    format: 'rss',
    feedPath: '/feed.xml',
  },
  {
    slug: 'brackwater-tide',
    title: 'The Brackwater Tide',
    tagline: 'Harbour, town and market, twice a day',
    language: 'en',
    format: 'atom',
    feedPath: '/atom.xml',
  },
  {
    slug: 'tolm-ledger',
    title: 'The Tolm Ledger',
    tagline: 'Accounts of a capital city',
    language: 'en',
    format: 'json',
    feedPath: '/feed.json',
  },
  {
    slug: 'a-ponte',
    title: 'A Ponte',
    tagline: 'O jornal das duas margens',
    language: 'pt',
    format: 'rss',
    feedPath: '/feed.xml',
  },
  {
    slug: 'upland-air',
    title: 'Upland Air',
    tagline: 'Community radio from Lissom, with pictures when there is light',
    language: 'en',
    format: 'rss',
    feedPath: '/feed.xml',
  },
];

/** Where an outlet lives: `http://river-post.localhost:8098`, without a trailing slash. */
export function originOf(slug: OutletSlug): string {
  return `http://${slug}.localhost:${samplePort}`;
}

/** The line that every page and feed of an outlet carries. */
export const inventedLine =
  'An invented outlet: its people, places and news were made up for the sample newsroom of Broadside.';
