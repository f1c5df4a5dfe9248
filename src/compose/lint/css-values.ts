/**
 * The size in a `font-size` or a `font`: the first size in it.
 *
 * Units: pixels, on a screen 320 wide; NaN for a size that nobody can tell; undefined where there is none.
 */
export function sizeOf(value: string, parentPx: number): number | undefined {
  const text = value.trim().toLowerCase();
  if (/^(?:inherit|unset)$/.test(text)) return parentPx;
  if (/\(/.test(text)) return NaN;
  const length = /(?:^|\s)([\d.]+)([a-z]+|%)(?=$|[\s/])/.exec(text);
  if (length) return pixels(Number(length[1]), length[2] ?? '', parentPx);
  const [word = ''] =
    /(?:^|\s)(?:xx-small|x-small|small|medium|large|x-large|xx-large)(?=$|[\s/])/.exec(text) ?? [];
  if (word !== '') return KEYWORDS[word.trim()];
  const [step] = /(?:^|\s)(?:smaller|larger)(?=$|[\s/])/.exec(text) ?? [];
  if (step !== undefined) return step.trim() === 'smaller' ? parentPx / 1.2 : parentPx * 1.2;
  if (text === 'initial') return 16;
  return /^0(?:\.0*)?$/.test(text) ? 0 : undefined;
}

/** A picture's width or height, of an attribute or of a style; undefined where it depends on something else. */
export function lengthOf(value: string): number | undefined {
  const [, number, unit = 'px'] = /^\s*([\d.]+)\s*([a-z]*)\s*$/i.exec(value) ?? [];
  return number === undefined ? undefined : pixels(Number(number), unit.toLowerCase() || 'px', 16);
}

/** The size that `<font size>` sets. Source: HTML Living Standard, 15.3.4. */
export function sizeOfFont(size: string): number {
  const [, sign = '', digits = ''] = /^\s*([+-]?)(\d+)/.exec(size) ?? [];
  const steps = { '+': 3 + Number(digits), '-': 3 - Number(digits) }[sign] ?? Number(digits);
  return FONT_SIZES[Math.min(7, Math.max(1, steps)) - 1] ?? NaN;
}

/** How much an `opacity` leaves; nobody can tell what a filter does. */
export function opacityOf(name: string, value: string): number {
  if (name === 'filter') return /^(?:none|initial|unset)$/i.test(value) ? 1 : NaN;
  const [, number = '', percent = ''] = /^\s*([\d.]+)(%?)\s*$/.exec(value) ?? [];
  if (number === '') return /^(?:initial|unset)$/i.test(value) ? 1 : NaN;
  return Math.min(1, Number(number) / (percent ? 100 : 1));
}

/** Whether a declaration takes an element from the eyes. */
export function isHiding(name: string, value: string): boolean {
  return HIDING[name]?.test(value.trim()) ?? false;
}

const HIDING: Readonly<Record<string, RegExp>> = {
  display: /^none$/i,
  visibility: /^(?:hidden|collapse)$/i,
  'mso-hide': /^all$/i,
  'max-height': /^0[a-z%]*$/i,
  'max-width': /^0[a-z%]*$/i,
  'text-indent': /^-\d{3,}/,
  clip: /^rect/i,
  'clip-path': /\(/,
};

const KEYWORDS: Readonly<Record<string, number>> = {
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium: 16,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
};

const FONT_SIZES = [10, 13, 16, 18, 24, 32, 48];

const SCREEN_PX = 320;

function pixels(number: number, unit: string, parentPx: number): number {
  const factors: Readonly<Record<string, number>> = {
    px: 1,
    pt: 4 / 3,
    pc: 16,
    in: 96,
    cm: 96 / 2.54,
    mm: 9.6 / 2.54,
    rem: 16,
    em: parentPx,
    ex: parentPx / 2,
    ch: parentPx / 2,
    '%': parentPx / 100,
    vw: SCREEN_PX / 100,
    vmin: SCREEN_PX / 100,
  };
  return number * (factors[unit] ?? NaN);
}
