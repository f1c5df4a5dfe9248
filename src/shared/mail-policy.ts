/**
 * The Content-Security-Policy under which a mail is shown: it brings its styles along, runs nothing and fetches nothing but
 * its pictures.
 *
 * Shape: `ancestors` may frame it; `sandbox` is what its links may do.
 */
export function mailPolicy({
  ancestors,
  sandbox,
  more = [],
}: {
  ancestors: "'self'" | "'none'";
  sandbox: string;
  more?: readonly string[];
}): string {
  return [
    `default-src 'none'`,
    `style-src 'unsafe-inline'`,
    `img-src 'self' data: https: http:`,
    `form-action 'none'`,
    ...more,
    `frame-ancestors ${ancestors}`,
    `sandbox ${sandbox}`,
  ].join('; ');
}

/** Its links open in a window of their own. */
export const LINKS_POP_UP = 'allow-popups allow-popups-to-escape-sandbox';
/** Or in the whole window. */
export const LINKS_ANYWHERE = `allow-top-navigation-by-user-activation ${LINKS_POP_UP}`;
