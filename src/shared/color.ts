/** One colour on light paper and one on dark, as `#rrggbb`. */
export interface ColorPair {
  light: string;
  dark: string;
}

/** What pages and mails are printed on. */
export const paper: ColorPair = { light: '#fffdf8', dark: '#16181c' };

/** WCAG 2.2, success criterion 1.4.3, for text of ordinary size. */
export const CONTRAST_MIN = 4.5;

/**
 * The contrast of two colours, 1 to 21.
 *
 * Source: WCAG 2.2, "contrast ratio" and "relative luminance".
 */
export function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].toSorted((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Colours for a category that names none; they repeat after eight. */
export function defaultColor(index: number): ColorPair {
  return PALETTE[index % PALETTE.length] ?? { light: '#9b1c1c', dark: '#ff9c8f' };
}

const PALETTE: readonly ColorPair[] = [
  { light: '#9b1c1c', dark: '#ff9c8f' },
  { light: '#1f5f8b', dark: '#8fc4ea' },
  { light: '#2f6b3a', dark: '#93cf9d' },
  { light: '#7a4b0c', dark: '#e2b877' },
  { light: '#6a3d86', dark: '#cfa9e6' },
  { light: '#0f6b6b', dark: '#86d0d0' },
  { light: '#8a2c62', dark: '#f0a3cb' },
  { light: '#4a5568', dark: '#b8c2d0' },
];

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
