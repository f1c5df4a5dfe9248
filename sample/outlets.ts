/** The port that every address of the sample newsroom names. */
export const samplePort = 8098;

export type OutletSlug = 'river-post' | 'harbour-gazette' | 'valley-wire' | 'o-faro' | 'council-watch';

/** One invented outlet. */
export interface Outlet {
  slug: OutletSlug;
  title: string;
  tagline: string;
  /** BCP 47 tag of its front page and feed. */
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
    tagline: 'The Tarn and everyone along it, from Upper Tarn to the bar',
    language: 'en',
    format: 'rss',
    feedPath: '/feed.xml',
  },
  {
    slug: 'harbour-gazette',
    title: 'Harbour Gazette',
    tagline: 'Port Ellin’s morning and evening paper',
    language: 'en',
    format: 'atom',
    feedPath: '/atom.xml',
  },
  {
    slug: 'valley-wire',
    title: 'Valley Wire',
    tagline: 'The news agency of the Tarn Valley',
    language: 'en',
    format: 'json',
    feedPath: '/feed.json',
  },
  {
    slug: 'o-faro',
    title: 'O Faro do Porto',
    tagline: 'O semanário de língua portuguesa de Port Ellin',
    language: 'pt',
    format: 'rss',
    feedPath: '/feed.xml',
  },
  {
    slug: 'council-watch',
    title: 'Council Watch',
    tagline: 'We sit through the meetings',
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
