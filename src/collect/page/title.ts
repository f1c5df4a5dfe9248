import { cleanText, excerptOf } from '../../shared/html.ts';

/**
 * The title of an article among what its page calls it, without the name of the site.
 *
 * Shape: of several the one on which most agree, else the one most trusted; where a heading stands inside a longer
 * title, the heading is the title and the rest names the site.
 */
export function titleOf(about: {
  /** In the order in which they are trusted. */
  said: (string | undefined)[];
  headings: string[];
  siteName: string | undefined;
}): string | undefined {
  const said = about.said.map(lineOf).filter((text) => text !== '');
  const headings = about.headings.map(lineOf).filter((text) => text !== '');
  const voices = [...said, ...headings.slice(0, 1)].map(bare);
  const agreed = said.toSorted((a, b) => agreementOn(b, voices) - agreementOn(a, voices))[0];
  if (agreed === undefined) return clip(headings[0] ?? '');
  const heading = headings.find((text) => isPartOf(text, agreed));
  return clip(heading ?? withoutSite(agreed, about.siteName));
}

const TITLE_MAX = 300;
/** A heading of fewer characters may be the name of the site or of a section. */
const HEADING_MIN = 8;
const SEPARATOR = /\s+(?:[|–—·•»:-]|::|--)+\s+/u;
const clip = (text: string) => excerptOf(text, TITLE_MAX) || undefined;
const lineOf = (text: string | undefined) => cleanText((text ?? '').slice(0, 10 * TITLE_MAX));
const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** How many voices say the same, or the same and the name of the site. */
function agreementOn(title: string, voices: string[]): number {
  const own = bare(title);
  return voices.filter((voice) => voice.startsWith(own) || own.startsWith(voice)).length;
}

/** Whether a title is a heading and then, set apart from it, something else. */
function isPartOf(heading: string, title: string): boolean {
  if (heading.length < HEADING_MIN || !title.startsWith(heading)) return heading === title;
  return /^(?:$|\s*[|–—·•»:-]|\s+[(«])/u.test(title.slice(heading.length));
}

/** Site names are written with and without what follows their own separators, and with words that sites add. */
function withoutSite(title: string, siteName: string | undefined): string {
  const site = bare(siteName?.split(SEPARATOR)[0] ?? '');
  const parts = title.split(SEPARATOR);
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (site === '' || parts.length < 2) return title;
  const isSite = (part: string) => bare(part) === site || bare(part) === `${site}news`;
  if (isSite(last)) return title.slice(0, title.lastIndexOf(last)).replace(/[\s|–—·•»:-]+$/u, '');
  return isSite(first) ? title.slice(first.length).replace(/^[\s|–—·•»:-]+/u, '') : title;
}
