import { isUnspaced } from '../../shared/words.ts';

/**
 * Make what counts many keywords in a text at once.
 *
 * Shape: how often each keyword stands there, by its place in `keywords`; those that do not are absent. Words and phrases
 * stand where no letter or digit touches them; one that ends in `*` also where more of its last word follows; in scripts
 * without spaces a keyword counts wherever its characters stand. Case and width of letters make no difference.
 *
 * Each word of the text is looked up in an index of the keywords' first words, so a thousand keywords cost little more
 * than one.
 */
export function createKeywordCounter(keywords: readonly string[]): (text: string) => Map<number, number> {
  const index = indexOf(keywords.map(folded));
  return (text) => {
    const plain = folded(text);
    const counts = new Map<number, number>();
    const count = (keyword: number) => counts.set(keyword, (counts.get(keyword) ?? 0) + 1);
    for (const { 0: word, index: at } of plain.matchAll(WORD)) {
      for (const entry of entriesFor(word, index)) if (standsAt(entry, plain, at)) count(entry.keyword);
    }
    for (const { keyword, phrase } of index.anywhere)
      for (let at = plain.indexOf(phrase); at >= 0; at = plain.indexOf(phrase, at + phrase.length))
        count(keyword);
    return counts;
  };
}

interface Entry {
  keyword: number;
  /** From where its first word begins. */
  pattern: RegExp;
  /** What stands before its first word, such as a dot or a hash. */
  before: string;
}

interface Index {
  whole: Map<string, Entry[]>;
  /** By the beginning of a word, for keywords of one word that end in `*`. */
  begun: Map<string, Entry[]>;
  /** The lengths of those beginnings. */
  lengths: number[];
  anywhere: { keyword: number; phrase: string }[];
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const FIRST_WORD = /[\p{L}\p{N}\p{M}]+/u;

const folded = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll('ß', 'ss');

function indexOf(keywords: readonly string[]): Index {
  const index: Index = { whole: new Map(), begun: new Map(), lengths: [], anywhere: [] };
  keywords.forEach((given, keyword) => {
    const phrase = given.trim().replace(/\*$/, '');
    const first = FIRST_WORD.exec(phrase);
    if (!first || isUnspaced(phrase)) {
      if (phrase !== '') index.anywhere.push({ keyword, phrase });
      return;
    }
    const isBegun = given.trim().endsWith('*');
    const rest = phrase.slice(first.index).split(/\s+/).map(escaped).join('\\s+');
    const pattern = new RegExp(isBegun ? rest : `${rest}(?![\\p{L}\\p{N}])`, 'uy');
    const entry = { keyword, pattern, before: phrase.slice(0, first.index) };
    const onlyWord = first.index + first[0].length === phrase.length;
    const map = isBegun && onlyWord ? index.begun : index.whole;
    map.set(first[0], [...(map.get(first[0]) ?? []), entry]);
  });
  index.lengths = [...new Set([...index.begun.keys()].map(({ length }) => length))];
  return index;
}

function* entriesFor(word: string, { whole, begun, lengths }: Index): Generator<Entry> {
  yield* whole.get(word) ?? [];
  for (const length of lengths)
    if (word.length >= length) yield* begun.get(word.length === length ? word : word.slice(0, length)) ?? [];
}

function standsAt({ pattern, before }: Entry, text: string, at: number): boolean {
  if (!text.startsWith(before, at - before.length)) return false;
  pattern.lastIndex = at;
  return pattern.test(text);
}

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
