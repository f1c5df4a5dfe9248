import { excerptOf } from '../../shared/html.ts';
import { absoluteUrl } from '../url.ts';
import { readTags } from './xml/tags.ts';

/** The first picture in some HTML that is one, and no pixel that counts readers. */
export function pictureIn(html: string, base: string): { url: string; alt: string | undefined } | undefined {
  if (!/<img\b/i.test(html)) return undefined;
  let found: { url: string; alt: string | undefined } | undefined;
  readTags(html.slice(0, HTML_CHARACTERS_MAX), ({ stop }) => ({
    onopentag(name, { src, alt, width, height }) {
      if (name !== 'img' || isTiny(width) || isTiny(height) || COUNTER.test(src ?? '')) return;
      const url = absoluteUrl(src, base);
      if (url === undefined) return;
      found = { url, alt: excerptOf(alt ?? '', 300) || undefined };
      stop();
    },
  }));
  return found;
}

const HTML_CHARACTERS_MAX = 200_000;
const COUNTER =
  /\/(?:pixel|spacer|blank|1x1|tracking|b\.gif|count)\b|feedburner\.com\/~|doubleclick|stats\.|pixel\./i;

const isTiny = (size: string | undefined) => size !== undefined && Number.parseInt(size, 10) <= 3;
