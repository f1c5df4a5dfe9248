import type { CSSProperties } from 'react';
import { dark, light, sans, serif } from './palette.ts';

/** Inline styles of the letters; what must hold where a client drops style sheets. */
export const letterStyle = {
  body: { backgroundColor: light.paper, margin: 0, padding: 0 },
  page: { width: '100%', maxWidth: 560, padding: '28px 20px 40px' },
  masthead: {
    margin: 0,
    paddingBottom: 14,
    borderBottom: `5px double ${light.ink}`,
    color: light.ink,
    font: `700 28px/1.2 ${serif}`,
  },
  nameLink: { color: light.ink, textDecoration: 'none' },
  heading: { margin: '28px 0 12px', color: light.ink, font: `700 26px/1.25 ${serif}` },
  text: { margin: '0 0 14px', color: light.ink, font: `400 17px/1.55 ${sans}` },
  small: { margin: '0 0 10px', color: light.quiet, font: `400 14px/1.5 ${sans}` },
  link: { color: light.accent, textDecoration: 'underline' },
  button: {
    margin: '8px 0 22px',
    padding: '12px 20px',
    borderRadius: 3,
    backgroundColor: light.accent,
    color: light.paper,
    font: `700 17px/1.3 ${sans}`,
  },
  rule: { margin: '22px 0 14px', borderTop: `1px solid ${light.rule}` },
} satisfies Record<string, CSSProperties>;

/** The style sheet of the letters: dark screens, and the guard against words longer than the page. */
export const letterSheet = `td,p,h1,h2,a{word-break:break-word}
@media (prefers-color-scheme:dark){
body,body td,body table{background-color:${dark.paper}!important;color:${dark.ink}!important}
.i{color:${dark.ink}!important;border-color:${dark.ink}!important}
.q{color:${dark.quiet}!important}
a{color:${dark.accent}!important}
h1 a{color:${dark.ink}!important}
.b{background-color:${dark.accent}!important}
.b,.b span{color:${dark.paper}!important}
hr{border-color:${dark.rule}!important}}`;
