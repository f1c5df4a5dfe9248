/** The two schemes in which a mail program may show a mail. */
export type Shade = 'light' | 'dark';

/**
 * A mail as a program that prefers this scheme shows it, whatever the one at hand prefers.
 *
 * Shape: the condition of its media queries becomes `all` or `not all`, and `color-scheme` names the one scheme; links
 * open in a window of their own.
 */
export function inShade(html: string, shade: Shade): string {
  return html
    .replace(/\(\s*prefers-color-scheme\s*:\s*dark\s*\)/gi, shade === 'dark' ? 'all' : 'not all')
    .replace(/\bcolor-scheme\s*:\s*light dark/gi, `color-scheme:${shade}`)
    .replace(/(<meta name="(?:supported-)?color-schemes?" content=")light dark/gi, `$1${shade}`)
    .replace(/<head[^>]*>/i, (head) => `${head}<base target="_blank">`);
}
