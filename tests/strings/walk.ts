import type { Strings } from '../../strings/strings.ts';

/** What a name or a number is when the strings are walked. */
export const NAME = '¤';

/** A word of the strings: where it stands, and what it says. */
export interface Word {
  path: string;
  text: string;
}

/** Every text of some strings, with functions called by a sign in place of names; `null` has none. */
export function wordsOf(strings: Partial<Strings>): Word[] {
  return [...walk(strings, '')];
}

/**
 * The sentences in a text: its pieces between names, links and places that are longer than twelve characters.
 *
 * Shape: a piece of a sentence that begins or ends at a name is one of its own.
 */
export function piecesOf(text: string): string[] {
  return text
    .split(/¤|NaN|\{\}|\[|\]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece.length > 12);
}

function* walk(value: unknown, path: string): Generator<Word> {
  if (typeof value === 'string') yield { path, text: value };
  else if (typeof value === 'function') yield* walk(value(argumentOf(path), NAME), path);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* walk(inner, `${path}.${key}`);
}

/** The one argument of a string that is a function, as each wants it. */
function argumentOf(path: string): unknown {
  if (path.endsWith('authorship.list')) return [NAME, NAME];
  return Object.assign(Object(NAME) as object, {
    newsroom: NAME,
    title: NAME,
    target: NAME,
    source: NAME,
    signer: NAME,
    signed: Number.NaN,
    goal: Number.NaN,
  });
}
