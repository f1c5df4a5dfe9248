import type { ReactNode } from 'react';
import { directionOf, languageTag } from '../../shared/language.ts';
import type { Site } from '../site.ts';

/**
 * How an element says in which language its text is; one of no known language runs as its letters do.
 *
 * Source: HTML Living Standard, 3.2.6 (`lang`, `dir`); both set the text apart from the signs around it.
 */
export function langOf(
  site: Site,
  language: string | null,
): { lang?: string; dir?: ReturnType<typeof directionOf> | 'auto' } {
  const tag = languageTag(language ?? undefined);
  if (tag === undefined) return { dir: 'auto' };
  const dir = directionOf(tag);
  return dir === site.dir ? { lang: tag } : { lang: tag, dir };
}

/** The newsroom's own words (a tagline, a category's name) on a page that may speak another language. */
export function Own({ site, children }: { site: Site; children: ReactNode }) {
  const { language, ownLanguage } = site;
  return <bdi lang={language === ownLanguage ? undefined : ownLanguage}>{children}</bdi>;
}

/** A masked address, whole and from left to right on every page. */
export function Masked({ address }: { address: string }) {
  return (
    <bdi className="masked" dir="ltr">
      {address}
    </bdi>
  );
}
