import type { Stem } from '../../shared/stems.ts';
import { termWordsOf } from '../../shared/words.ts';
import type { SourceText } from './ground.ts';
import { stemIn } from './overlap-stem.ts';
import { tongueOf } from './tongue.ts';
import { baseLanguage } from '../../shared/language.ts';

/**
 * Make what tells how much of a text's content words, as often as it uses them, are the source's as often as that does.
 *
 * Shape: stems without stop words. Meant for whole sections (an opinion of about five paragraphs); a single paragraph
 * shares too little to tell. Undefined where the text is not in the source's language, it has fewer than 12 such words,
 * or the source fewer than 40. Units: 0 (nothing in common) to 1 (the same words, equally often). On the sample every
 * section has at least 0.38 with its own article and at most 0.30 with another story; the plain share of stems leaves no
 * such gap, since a long article has every everyday word.
 * Source: Bhattacharyya (1943), the coefficient between two distributions.
 */
export function overlapWith(source: SourceText, language: string): (text: string) => number | undefined {
  const stem = stemIn(language);
  const own = source.language ?? tongueOf(source.text);
  const isSame = own !== undefined && baseLanguage(own) === baseLanguage(language);
  const there = countsOf(source.text, stem);
  return (text) => {
    const here = countsOf(text, stem);
    if (!isSame || here.total < WORDS_MIN || there.total < SOURCE_WORDS_MIN) return undefined;
    const common = [...here.counts].reduce(
      (sum, [hash, count]) => sum + Math.sqrt(count * (there.counts.get(hash) ?? 0)),
      0,
    );
    return common / Math.sqrt(here.total * there.total);
  };
}

const WORDS_MIN = 12;
const SOURCE_WORDS_MIN = 40;

function countsOf(text: string, stem: Stem): { counts: ReadonlyMap<number, number>; total: number } {
  const counts = new Map<number, number>();
  let total = 0;
  for (const word of termWordsOf(text)) {
    const hash = stem(word);
    if (hash === 0) continue;
    counts.set(hash, (counts.get(hash) ?? 0) + 1);
    total += 1;
  }
  return { counts, total };
}
