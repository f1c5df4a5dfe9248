import type { Context } from 'hono';
import { languagesSpoken, spokenOf } from '../../strings/strings.ts';
import { baseLanguage } from '../shared/language.ts';
import { spokenTo, type Web } from './site.ts';

/**
 * The site as it speaks to somebody unknown: in the first language that their browser asks for and we have words for,
 * else in the newsroom's. The answer says that it depends on it.
 */
export function spokenToGuest(web: Web, c: Context): Web {
  c.header('vary', 'Accept-Language', { append: true });
  return spokenTo(web, guessOf(c.req.header('accept-language'), web.site.ownLanguage));
}

/** The site as it speaks to a person by their own language; to somebody who has none with us, as to a guest. */
export function spokenToReader(web: Web, c: Context, language: string | undefined): Web {
  return language === undefined ? spokenToGuest(web, c) : spokenTo(web, language);
}

/**
 * The languages that a browser asks for, the most wanted first; what is refused or no language range is left out.
 *
 * Shape: `*` stands for any other.
 * Source: RFC 9110, 12.4.2 (quality values) and 12.5.4; RFC 4647, 2.1 (basic language ranges).
 */
export function languagesWanted(header = ''): string[] {
  return header
    .split(',')
    .flatMap((part) => {
      const [, range, weight] = RANGE.exec(part.trim()) ?? [];
      return range === undefined ? [] : [{ range, quality: Number(weight ?? 1) }];
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
    .map(({ range }) => range);
}

function guessOf(header: string | undefined, newsroom: string): string {
  const spoken = languagesSpoken(newsroom);
  for (const range of languagesWanted(header)) {
    if (range === '*') break;
    const found = spoken.find((language) => baseLanguage(language) === baseLanguage(range));
    if (found !== undefined) return found;
  }
  return spokenOf(newsroom);
}

const RANGE = /^([a-z]{1,8}(?:-[a-z\d]{1,8})*|\*)(?:[ \t]*;[ \t]*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?$/i;
