/** What a robots.txt says to one program. */
export interface RobotsRules {
  /** Those that count most first. */
  rules: { allow: boolean; pattern: string }[];
  /** 0: it asks for none. */
  pauseSeconds: number;
}

/**
 * Read out of a robots.txt what it says to the program of this name.
 *
 * Shape: all groups that name it, else all that name `*`. `Crawl-delay` is no part of the standard, but of the web.
 * Units: only the first 500 kB count, of those 10,000 rules of at most 1,000 characters.
 * Source: RFC 9309 section 2.
 */
export function rulesFor(text: string, product: string): RobotsRules {
  const own: RobotsRules = { rules: [], pauseSeconds: 0 };
  const common: RobotsRules = { rules: [], pauseSeconds: 0 };
  let isNamed = false;
  let open = new Set<RobotsRules>();
  let inNames = false;
  for (const { field, value } of linesOf(text)) {
    if (field === 'user-agent') {
      if (!inNames) open = new Set();
      inNames = true;
      const name = nameIn(value);
      if (name === product) open.add(own);
      else if (name === '*') open.add(common);
      isNamed ||= name === product;
      continue;
    }
    inNames &&= !ENDS_NAMES.has(field);
    for (const group of open) addTo(group, field, value);
  }
  const { rules, pauseSeconds } = isNamed ? own : common;
  return { rules: rules.toSorted(byWeight), pauseSeconds };
}

/** Whether the rules let the program have a path (as `pathOf` gives it); the longest rule that fits decides. */
export function allowsPath({ rules }: RobotsRules, path: string): boolean {
  return path === '/robots.txt' || (rules.find(({ pattern }) => fits(pattern, path))?.allow ?? true);
}

/** Path and query of an address, in the one spelling that rules are compared in. */
export function pathOf(url: URL): string {
  return unified(url.pathname + url.search)
    .replaceAll('*', '%2A')
    .replaceAll('$', '%24');
}

const TEXT_CHARACTERS_MAX = 500_000;
const RULES_MAX = 10_000;
const PATTERN_CHARACTERS_MAX = 1_000;
const ENDS_NAMES = new Set(['allow', 'disallow', 'crawl-delay']);

function* linesOf(text: string): Generator<{ field: string; value: string }> {
  for (const [line] of text.slice(0, TEXT_CHARACTERS_MAX).matchAll(/[^\r\n]+/g)) {
    const said = line.split('#', 1)[0] ?? '';
    const colon = said.indexOf(':');
    if (colon < 0) continue;
    const field = said.slice(0, colon).replace('\ufeff', '').trim().toLowerCase();
    yield { field: SPELLINGS.get(field) ?? field, value: said.slice(colon + 1).trim() };
  }
}

/** What people write, and mean. */
const SPELLINGS = new Map([
  ['useragent', 'user-agent'],
  ['user agent', 'user-agent'],
  ['dissallow', 'disallow'],
  ['disalow', 'disallow'],
  ['crawldelay', 'crawl-delay'],
]);

function nameIn(value: string): string {
  return value === '*' ? value : (/^[a-z_-]{1,80}/i.exec(value)?.[0].toLowerCase() ?? '');
}

function addTo(group: RobotsRules, field: string, value: string): void {
  if (field === 'crawl-delay' && /^\d{1,6}(?:\.\d{1,6})?$/.test(value))
    group.pauseSeconds = Math.max(group.pauseSeconds, Number(value));
  if (field !== 'allow' && field !== 'disallow') return;
  if (value === '' || value.length > PATTERN_CHARACTERS_MAX || group.rules.length >= RULES_MAX) return;
  const rooted = /^[/*]/.test(value) ? value : `/${value}`;
  group.rules.push({ allow: field === 'allow', pattern: unified(rooted).replace(/\*{2,}/g, '*') });
}

/** The longer pattern before the shorter, leave before ban. */
function byWeight(a: RobotsRules['rules'][number], b: RobotsRules['rules'][number]): number {
  return b.pattern.length - a.pattern.length || Number(b.allow) - Number(a.allow);
}

/** Escapes in capitals, none where none is needed, and everything that is not ASCII escaped. */
function unified(text: string): string {
  return text
    .replace(/%[0-9a-f]{2}/gi, (escape) => {
      const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
      return /[\w.~-]/.test(character) ? character : escape.toUpperCase();
    })
    .replace(/[^\x21-\x7e]+/g, (run) => encodeURIComponent(run.toWellFormed()));
}

/** Each part between two stars is looked for where the one before it ended, so the time does not grow with the stars. */
function fits(pattern: string, path: string): boolean {
  const atEnd = pattern.endsWith('$');
  const [first = '', ...parts] = (atEnd ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  if (parts.length === 0) return !atEnd || path.length === first.length;
  const last = atEnd ? (parts.pop() ?? '') : '';
  let from = first.length;
  for (const part of parts) {
    const at = path.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return !atEnd || (path.length - last.length >= from && path.endsWith(last));
}
