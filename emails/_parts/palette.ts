/** The colours of the paper, the same on the site: one set for light, one for dark. All text is at least 4.5:1. */
export interface Palette {
  paper: string;
  ink: string;
  /** Dates, sources, small print. */
  quiet: string;
  /** Thin lines and the empty part of a bar. */
  rule: string;
  accent: string;
}

export const light: Palette = {
  paper: '#fffdf8',
  ink: '#1d1b16',
  quiet: '#5d574b',
  rule: '#d8d2c4',
  accent: '#9b1c1c',
};

export const dark: Palette = {
  paper: '#16181c',
  ink: '#e9e6df',
  quiet: '#aca89e',
  rule: '#3d4047',
  accent: '#ff9c8f',
};

/** Headlines. No quotes: React would escape them, and the minifier stumbles over that. */
export const serif = 'Iowan Old Style,Palatino,Georgia,serif';
/** What is read at length and in small. */
export const sans = 'Helvetica Neue,Helvetica,Arial,sans-serif';
