/** What a language's number words are worth, and which words belong to them. */
export interface NumberWords {
  /** Words below a hundred, and whole hundreds that are one word. */
  small: ReadonlyMap<string, number>;
  /** What multiplies the words before it; the bare word is worth once that. */
  scales: ReadonlyMap<string, number>;
  /** May stand inside a number: "two hundred and six". */
  and: ReadonlySet<string>;
  /** What a word in one piece is made of: "dreihundertvierzig", "trecentoquaranta". */
  fused?: { thousand: RegExp; hundred: RegExp };
  /** Sixty-ten and four-twenties. */
  byTwenties?: boolean;
}

/** "zero one two" from 0 on; `a/b` are two ways to write one number, `-` is none. */
export function counted(list: string, from = 0, step = 1): [string, number][] {
  return list
    .split(' ')
    .flatMap((names, i) =>
      names.split('/').flatMap((name): [string, number][] => (name === '-' ? [] : [[name, from + i * step]])),
    );
}

/** Every ten with every unit, as a language writes them in one word. */
export function joined(
  tens: readonly [string, number][],
  units: readonly [string, number][],
  join: (ten: string, unit: string) => string[],
): [string, number][] {
  return tens.flatMap(([ten, high]) =>
    units.flatMap(([unit, low]) => join(ten, unit).map((word): [string, number] => [word, high + low])),
  );
}
