import { cleanText, excerptOf } from '../../shared/html.ts';
import { plainLine } from '../markup.ts';
import { absoluteUrl, canonicalUrl, isSameSite } from '../url.ts';
import type { LinkedData } from './jsonld.ts';
import type { Named } from './meta.ts';
import { attributeOf, type Part } from './tree.ts';

/** A site that gives all its pages the address of its front page means something else by it. */
export function canonicalIn(named: Named, url: string): string | undefined {
  const said =
    attributeOf(
      named.first((part) => isLink(part, 'canonical')),
      'href',
    ) ?? named.meta('og:url');
  const canonical = said === undefined ? undefined : canonicalUrl(said, url);
  if (canonical === undefined || !isSameSite(canonical, url)) return undefined;
  return new URL(canonical).pathname === '/' ? undefined : canonical;
}

/** The article's picture, and its alternative text: the one given with it, or that of the same picture on the page. */
export function imageIn(
  parts: Part[],
  { named, linked, base }: { named: Named; linked: LinkedData; base: string },
): { imageUrl: string | undefined; imageAlt: string | undefined } {
  const open = named.meta(
    'og:image:secure_url',
    'og:image',
    'og:image:url',
    'twitter:image',
    'twitter:image:src',
  );
  const link = attributeOf(
    named.first((part) => isLink(part, 'image_src')),
    'href',
  );
  const imageUrl = [open, linked.imageUrl, link].map((text) => absoluteUrl(text, base)).find(isSome);
  if (imageUrl === undefined) return { imageUrl, imageAlt: undefined };
  const same = parts.find((part) => part.tagName === 'img' && isSamePicture(part, imageUrl, base));
  const said = [named.meta('og:image:alt', 'twitter:image:alt'), linked.imageAlt, attributeOf(same, 'alt')];
  return { imageUrl, imageAlt: said.map(altOf).find(isSome) };
}

/** Where a meta refresh within some seconds leads; a page that only reloads itself leads nowhere. */
export function refreshIn(named: Named, base: string): string | undefined {
  const [, seconds = '', to] =
    /^\s*(\d{1,3})(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?["']?([^"'\s]+)/i.exec(named.meta('refresh') ?? '') ??
    [];
  const url = absoluteUrl(to, base);
  return Number(seconds) <= REFRESH_SECONDS_MAX && url !== base ? url : undefined;
}

const REFRESH_SECONDS_MAX = 10;
const ALT_MAX = 300;

const isSome = (text: string | undefined) => text !== undefined;
const isLink = (part: Part, relation: string) =>
  part.tagName === 'link' &&
  attributeOf(part, 'href') !== undefined &&
  (attributeOf(part, 'rel') ?? '').toLowerCase().split(/\s+/).includes(relation);

/** The same file, whatever size or host it is delivered in or from. */
function isSamePicture(part: Part, imageUrl: string, base: string): boolean {
  const source = attributeOf(part, 'src') ?? attributeOf(part, 'data-src');
  const name = fileOf(absoluteUrl(source, base));
  return name !== undefined && name === fileOf(imageUrl);
}

function fileOf(url: string | undefined): string | undefined {
  const name = url === undefined ? undefined : /[^/]{6,}\.\w{3,4}$/.exec(new URL(url).pathname)?.[0];
  return name?.replace(/-\d{2,4}x\d{2,4}(?=\.)/, '');
}

/** A file's name is no text for people. */
function altOf(text: string | undefined): string | undefined {
  const alt = excerptOf(plainLine(cleanText((text ?? '').slice(0, 10 * ALT_MAX))), ALT_MAX);
  return alt === '' || /^\S+\.(?:jpe?g|png|gif|webp|avif)$/i.test(alt) ? undefined : alt;
}
