/** The attributes of an element, by their names in lower case. */
export type Attributes = Iterable<{ name: string; value: string }>;

/**
 * Whether an element says by itself that no reader shall see it.
 *
 * Shape: by its tag, by `hidden` and `aria-hidden`, and by its own style: not displayed, without size, clear, off the
 * screen, or in the colour of its background. What style sheets do is not looked at.
 * Units: `background` is a colour as `backgroundOf` gives it; undefined where nothing is known, and no colour hides.
 */
export function isHidden(tag: string, attributes: Attributes, background?: string): boolean {
  if (HIDDEN_TAGS.has(tag)) return true;
  for (const { name, value } of attributes) {
    if (name === 'hidden' && tag !== 'body') return true;
    if (name === 'aria-hidden' && value.trim().toLowerCase() === 'true') return true;
    // Programs take such a style from the page itself as soon as they run.
    if (name === 'style' && tag !== 'html' && tag !== 'body' && isHidingStyle(value, background)) return true;
  }
  return false;
}

/** The colour that an element gives its background; undefined when it gives none. */
export function backgroundOf(attributes: Attributes): string | undefined {
  let found: string | undefined;
  for (const { name, value } of attributes) {
    if (name === 'bgcolor') found ??= colourOf(value);
    if (name === 'style') found = backgroundIn(stylesOf(value)) ?? found;
  }
  return found;
}

/** What a page has where nobody says anything. */
export const WHITE = '255,255,255';

const HIDDEN_TAGS = new Set(['template', 'noscript']);

type Styles = ReadonlyMap<string, string>;

function stylesOf(style: string): Styles {
  const plain = style
    .replace(/\/\*.*?(?:\*\/|$)/gs, '')
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, hex: string) =>
      String.fromCodePoint(Math.min(parseInt(hex, 16), 0xffff)),
    )
    .replaceAll('\\', '')
    .toLowerCase();
  const pairs = plain.split(';').map((declaration): [string, string] => {
    const colon = declaration.indexOf(':');
    const value = declaration.slice(colon + 1).replace('!important', '');
    return [declaration.slice(0, Math.max(0, colon)).trim(), value.trim()];
  });
  return new Map(pairs);
}

function isHidingStyle(style: string, background: string | undefined): boolean {
  const styles = stylesOf(style);
  const has = (name: string, pattern: RegExp) => pattern.test(styles.get(name) ?? '');
  return (
    HIDING.some(([name, pattern]) => has(name, pattern)) ||
    (has('overflow', /hidden|clip/) && SIZES.some((name) => has(name, NO_SIZE))) ||
    (has('position', /absolute|fixed/) && SIDES.some((name) => has(name, FAR))) ||
    isSameColour(styles, background)
  );
}

const NOTHING = /^[+-]?(?:0+(?:\.0*)?|\.0+)[a-z%]*$/;
const FAR =
  /^-\s*(?:\d{4,}|[5-9]\d\d)(?:\.\d+)?(?:px|pt)?$|^-\s*\d{2,}(?:\.\d+)?(?:em|rem)$|^-\s*\d{3,}(?:\.\d+)?(?:vw|vh|%)$/;
const NO_SIZE = /^[+-]?(?:0|1(?:\.0*)?px|0?\.\d+px)(?:[a-z%]*)$/;
const SIZES = ['height', 'max-height', 'width', 'max-width'];
const SIDES = ['left', 'top', 'right', 'bottom', 'inset', 'inset-inline-start'];

const HIDING: [string, RegExp][] = [
  ['display', /^none/],
  ['visibility', /^(?:hidden|collapse)/],
  ['content-visibility', /^hidden/],
  ['opacity', /^(?:0+(?:\.0\d*)?|\.0\d*|\d%)$/],
  ['font-size', NOTHING],
  ['font-size', /^(?:[01](?:\.\d+)?|\.\d+)(?:px|pt)$/],
  ['font', /(?<![\d.])0(?:px|pt|em|rem|%)?(?:\/| |$)/],
  ['color', /^transparent|^(?:rgba?|hsla?)\([^)]*[,/]\s*0*(?:\.0+)?%?\s*\)$/],
  ['text-indent', FAR],
  ['margin-left', FAR],
  ['margin-top', FAR],
  ['clip', /^rect\(\s*(?:[01](?:px)?[\s,]*){4}\)/],
  ['clip-path', /^inset\(\s*(?:50|100)%|^circle\(\s*0|^polygon\(\s*0 0\s*\)/],
  ['transform', /scale(?:x|y|3d)?\(\s*0\s*[,)]|translate(?:x|y|3d)?\([^)]*-\s*\d{4,}px/],
];

function isSameColour(styles: Styles, around: string | undefined): boolean {
  const colour = colourOf(styles.get('color') ?? '');
  const background = backgroundIn(styles) ?? around;
  return colour !== undefined && colour === background && colour !== UNKNOWN;
}

const UNKNOWN = 'unknown';

function backgroundIn(styles: Styles): string | undefined {
  const said = styles.get('background-color') ?? styles.get('background');
  if (styles.has('background-image') || /url\(|gradient|var\(/.test(said ?? '')) return UNKNOWN;
  if (said === undefined || /^(?:transparent|none|inherit|initial|unset|)$/.test(said)) return undefined;
  return colourOf(said) ?? UNKNOWN;
}

/** A colour as its three numbers, whichever way it is written. */
function colourOf(written: string): string | undefined {
  const said = written.trim().toLowerCase();
  const [, hex] = /^#?([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})(?:\s|$)/.exec(said) ?? [];
  if (hex !== undefined) {
    const pairs = hex.length < 6 ? Array.from(hex, (digit) => digit + digit) : (hex.match(/../g) ?? []);
    return pairs
      .slice(0, 3)
      .map((pair) => parseInt(pair, 16))
      .join();
  }
  const numbers = /^rgba?\(([^)]*)\)/.exec(said)?.[1]?.match(/\d+(?:\.\d+)?%?/g);
  if (numbers)
    return numbers
      .slice(0, 3)
      .map((number) => Math.round(number.endsWith('%') ? parseFloat(number) * 2.55 : parseFloat(number)))
      .join();
  return NAMED[/^[a-z]+/.exec(said)?.[0] ?? ''];
}

const NAMED: Record<string, string> = {
  white: WHITE,
  black: '0,0,0',
  snow: '255,250,250',
  ivory: '255,255,240',
  gray: '128,128,128',
  grey: '128,128,128',
  whitesmoke: '245,245,245',
  red: '255,0,0',
  blue: '0,0,255',
  yellow: '255,255,0',
};
