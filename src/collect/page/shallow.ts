/**
 * HTML without the tags that stand deeper than `DEPTH_MAX`; their words stay. Parsers take minutes for some hundred
 * thousand nested elements.
 *
 * Shape: unchanged when nothing stands so deep, which is nearly always.
 */
export function shallow(html: string): string {
  if (html.length < LENGTH_MIN) return html;
  let depth = 0;
  return html.replace(TAG, (tag: string, slash: string, name: string) => {
    if (UNCOUNTED.has(name.toLowerCase())) return tag;
    if (slash === '') depth += 1;
    const isDeep = depth > DEPTH_MAX;
    if (slash !== '' && depth > 0) depth -= 1;
    return isDeep ? '' : tag;
  });
}

const DEPTH_MAX = 200;
/** Shorter HTML cannot be nested deeply enough to matter. */
const LENGTH_MIN = 5_000;
const TAG = /<(\/?)([a-z][a-z0-9]*)[^<>]*>/gi;

/** Elements that hold nothing, and those whose end is often left out, so that they do not nest in themselves. */
const UNCOUNTED = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr ' +
    'p li dd dt td th tr tbody thead tfoot option'
  ).split(' '),
);
