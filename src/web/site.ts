import type { WithDb } from '../../db/client.ts';
import { spokenOf } from '../../strings/strings.ts';
import type { Config } from '../shared/config.ts';
import { dayOf, type Day } from '../shared/day.ts';
import { directionOf } from '../shared/language.ts';
import type { Ports } from '../shared/ports.ts';
import type { Assets } from './assets.ts';

/** What the site takes: its ports, the database, and what it must know of the mailer. */
export type WebDeps = WithDb<Ports & { outboxDir: string | null; mailer: { name: string } }>;

/** What every page says of the newsroom. */
export interface Site {
  name: string;
  tagline: string;
  postalAddress: string;
  /** Its picture for the masthead: a path of the site, or an address elsewhere. */
  logo: string | undefined;
  /** Where readers find the site, without a trailing slash. */
  url: string;
  /** Of the page. */
  language: string;
  /** In which the newsroom writes, whatever the page speaks: its tagline, the names of its categories, the digest. */
  ownLanguage: string;
  dir: 'ltr' | 'rtl';
  timezone: string;
  sample: boolean;
  /** The weekday of the best of the week. */
  weeklyOn: Config['digest']['weeklyOn'];
  /** In the newsroom's order; categories that are not among them are shown nowhere. */
  categories: readonly { slug: string; name: string }[];
  /** Addresses of the stylesheets and of the mark. */
  styles: readonly string[];
  icon: string;
  /** The mails can be read at `/outbox`. */
  outbox: boolean;
}

/** What a route takes. */
export interface Web {
  deps: WebDeps;
  site: Site;
}

/** Gather what every page says, once, when the site is made. */
export function siteOf(deps: WebDeps, assets: Assets): Site {
  const { newsroom, categories, digest, sample } = deps.config;
  return {
    name: newsroom.name,
    tagline: newsroom.tagline,
    postalAddress: newsroom.postalAddress,
    logo: newsroom.logo,
    url: deps.siteUrl,
    language: newsroom.language,
    ownLanguage: newsroom.language,
    dir: directionOf(newsroom.language),
    timezone: newsroom.timezone,
    sample,
    weeklyOn: digest.weeklyOn,
    categories: categories.map(({ slug, name }) => ({ slug, name })),
    styles: [assets.site.path, assets.newsroom.path],
    icon: assets.icon.path,
    outbox: deps.outboxDir !== null,
  };
}

/**
 * The site as it speaks to one person: in their language where we have words for it, else in the newsroom's, else in
 * English.
 */
export function spokenTo(web: Web, own?: string): Web {
  const language = spokenOf(own, web.site.language);
  return { ...web, site: { ...web.site, language, dir: directionOf(language) } };
}

/** The newsroom's day, now. */
export function todayOf({ deps, site }: Web): Day {
  return dayOf(deps.clock.now(), site.timezone);
}

/** The names of those categories that the newsroom has, in the order in which they are given. */
export function namedCategories(site: Site, slugs: readonly string[]): { slug: string; name: string }[] {
  return slugs.flatMap((slug) => site.categories.filter((category) => category.slug === slug));
}
