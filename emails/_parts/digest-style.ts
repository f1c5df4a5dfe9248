import { dark, light, serif, type Palette } from './palette.ts';
import type { DigestCategory } from './props.ts';

/**
 * The style sheets of a digest: one for every client, one for dark screens.
 *
 * Shape: type and class selectors only, no quotes, no `>`: React escapes both. What must hold where a client drops the
 * sheets (headlines, colours of links) stands inline as well.
 */
export function digestStyle(categories: readonly DigestCategory[], dir: 'ltr' | 'rtl'): string[] {
  return [
    baseStyle(dir) + categories.map((category) => categoryStyle(category, 'light')).join(''),
    darkStyle(categories),
  ];
}

function baseStyle(dir: 'ltr' | 'rtl'): string {
  const start = dir === 'rtl' ? 'right' : 'left';
  return `
h1{margin:0;font:700 40px/1.15 ${serif}}
h2{margin:0;padding:10px 0 0;font:700 26px/1.2 ${serif}}
h3{margin:22px 0 0;padding:18px 0 0;border-top:1px solid ${light.rule};font:700 23px/1.25 ${serif}}
h4{margin:18px 0 4px;font:700 18px/1.3 ${serif}}
p{margin:0 0 14px}
a{color:${light.accent}}
h3 a{color:${light.ink};text-decoration:none}
div{word-break:break-word}
.m{margin:4px 0 12px;font-size:14px;line-height:1.5;color:${light.quiet}}
.m a{color:${light.quiet}}
.t{margin:6px 0 14px;padding:0;list-style:none}
.t li{margin:0 0 6px;padding-${start}:26px}
.t b{display:inline-block;width:26px;margin-${start}:-26px;font-weight:400}
.b{margin:6px 0 2px;display:inline-block;padding:11px 18px;border-radius:3px;background-color:${light.accent};color:${light.paper};font-weight:700;line-height:1.3;text-decoration:none}
.g{background-color:${light.accent};font-size:1px;line-height:6px}
.r{background-color:${light.rule};font-size:1px;line-height:6px}
.x{margin:4px 0 24px}
.l{margin:0 0 12px;border-top:5px double ${light.ink};border-bottom:1px solid ${light.ink};padding:9px 0}
.k{margin:8px 0 0;padding:0;list-style:none}
.k li{display:inline-block;width:49%;padding:3px 0;vertical-align:top}
.k i{color:${light.quiet};font-style:normal}
.h{padding:0}
.u{color:${light.accent}}
.w{font-weight:700}
.e{margin:0 0 12px;border-top:5px double ${light.ink};padding:14px 0 0}
.o{margin:24px 0 0;padding:14px 0 0;border-top:1px solid ${light.rule}}
@media (max-width:480px){h1{font-size:32px!important}.k li{display:block;width:auto}}
`;
}

function darkStyle(categories: readonly DigestCategory[]): string {
  const rules = categories.map((category) => categoryStyle(category, 'dark')).join('');
  return `@media (prefers-color-scheme:dark){${darkRules(dark)}${rules}}`;
}

function darkRules({ paper, ink, quiet, rule, accent }: Palette): string {
  const i = '!important';
  return `body,body div{background-color:${paper}${i};color:${ink}${i}}
h1,h1 a,h3 a{color:${ink}${i}}
h3,.o{border-color:${rule}${i}}
a{color:${accent}${i}}
.m,.m a,.k i{color:${quiet}${i}}
.b{background-color:${accent}${i};color:${paper}${i}}
.g{background-color:${accent}${i}}
.r{background-color:${rule}${i}}
.u,.w{color:${accent}${i}}
.l,.e{border-color:${ink}${i}}`;
}

function categoryStyle({ slug, color }: DigestCategory, scheme: 'light' | 'dark'): string {
  const i = scheme === 'dark' ? '!important' : '';
  const shade = color[scheme];
  return `.c-${slug} h2,.c-${slug} h4,.k .c-${slug}{color:${shade}${i};border-color:${shade}${i}}`;
}
