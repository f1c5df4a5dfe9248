/** One rule of a style sheet. */
export interface Rule {
  /** As it is written. */
  text: string;
  selectors: Compound[][];
  declarations: Declaration[];
  /** In which scheme it holds. */
  when: 'always' | 'dark' | 'never';
}

/** What one step of a selector asks of an element. */
export interface Compound {
  tag: string | undefined;
  id: string | undefined;
  classes: string[];
}

export interface Declaration {
  name: string;
  value: string;
  isImportant: boolean;
}

/**
 * Read the little of CSS that mails are written in.
 *
 * Shape: selectors of tags, classes and ids below one another; any other selector is left out. A medium that is neither
 * print nor a scheme always holds, since some screen has it. `at` has the names of all at-rules.
 */
export function sheetOf(css: string): { rules: Rule[]; at: string[] } {
  const rules: Rule[] = [];
  const at: string[] = [];
  const read = (source: string, when: Rule['when']) => {
    for (const { prelude, body } of blocksOf(source)) {
      const [, name, rest = ''] = /^@([\w-]+)\s*([\s\S]*)$/.exec(prelude) ?? [];
      if (name === undefined) rules.push(ruleOf(prelude, body, when));
      else {
        at.push(name.toLowerCase());
        if (name === 'media' || name === 'supports') read(body, narrowed(when, rest));
      }
    }
  };
  read(css.replace(/\/\*[\s\S]*?\*\//g, ''), 'always');
  return { rules, at };
}

/** The declarations of a rule or a style attribute. */
export function declarationsOf(body: string): Declaration[] {
  return body.split(';').flatMap((declaration) => {
    const colon = declaration.indexOf(':');
    if (colon < 0) return [];
    const raw = declaration.slice(colon + 1).trim();
    const value = raw.replace(/\s*!\s*important$/i, '');
    return [{ name: declaration.slice(0, colon).trim().toLowerCase(), value, isImportant: value !== raw }];
  });
}

function ruleOf(prelude: string, body: string, when: Rule['when']): Rule {
  const selectors = prelude.split(',').flatMap((selector) => {
    const compounds = selector.trim().split(/\s+/).map(compoundOf);
    const known = compounds.filter((compound) => compound !== undefined);
    return known.length === compounds.length ? [known] : [];
  });
  return { text: prelude, selectors, declarations: declarationsOf(body), when };
}

function compoundOf(step: string): Compound | undefined {
  const [match, tag, rest = ''] = /^([a-z][a-z0-9]*|\*)?((?:[.#][\w-]+)*)$/i.exec(step) ?? [];
  if (!match) return undefined;
  const names = rest.match(/[.#][\w-]+/g) ?? [];
  return {
    tag: tag === '*' ? undefined : tag?.toLowerCase(),
    id: names.find((name) => name.startsWith('#'))?.slice(1),
    classes: names.filter((name) => name.startsWith('.')).map((name) => name.slice(1)),
  };
}

function narrowed(when: Rule['when'], query: string): Rule['when'] {
  if (when === 'never' || /\bprint\b|prefers-color-scheme\s*:\s*light/i.test(query)) return 'never';
  return /prefers-color-scheme\s*:\s*dark/i.test(query) ? 'dark' : when;
}

/** The blocks of a sheet with what stands before each; a statement without a block has an empty one. */
function blocksOf(css: string): { prelude: string; body: string }[] {
  const blocks: { prelude: string; body: string }[] = [];
  let [depth, from, open] = [0, 0, 0];
  for (let i = 0; i < css.length; i += 1) {
    const character = css[i];
    if (character === '{') {
      if (depth === 0) open = i;
      depth += 1;
    } else if (character === '}' && depth > 0) {
      depth -= 1;
      if (depth > 0) continue;
      blocks.push({ prelude: css.slice(from, open).trim(), body: css.slice(open + 1, i) });
      from = i + 1;
    } else if (character === ';' && depth === 0) {
      blocks.push({ prelude: css.slice(from, i).trim(), body: '' });
      from = i + 1;
    }
  }
  return blocks;
}
