import type { Terms } from './terms.ts';
import { vocabularyOf } from './vocabulary.ts';

/**
 * One vector a piece; piece `i` has the entries from `starts[i]` up to `starts[i + 1]`. Each is of length 1 with the entries
 * that are left out, since no other piece has them or they weigh least.
 */
export interface Vectors {
  starts: Uint32Array;
  /** Words, numbered from 0. */
  words: Uint32Array;
  weights: Float32Array;
  wordCount: number;
}

/**
 * Weigh the words of a collection by how much they tell.
 *
 * Shape: a word weighs the more the more often it stands in the piece, the title counting threefold, and the fewer pieces
 * have it. The inverse document frequency is damped: a word that only one of two headlines has would else outweigh all
 * that they share. A collection counts as PRIOR pieces more than it has, so that in a small one too the words that two
 * pieces share weigh nearly as much as those they do not. Words that are in a third of many pieces tell nothing, and of a
 * long piece the heaviest words tell enough.
 * Source: Salton and Buckley, Term-weighting approaches in automatic text retrieval, 1988.
 */
export function vectorsOf(pieces: readonly Terms[]): Vectors {
  const { numbers, pieceCounts, size } = vocabularyOf(pieces);
  const rarities = Float64Array.from(pieceCounts).map((having) => rarityOf(having, pieces.length + PRIOR));
  const total = pieces.reduce((sum, { words }) => sum + Math.min(words.length, WORDS_MAX), 0);
  const starts = new Uint32Array(pieces.length + 1);
  const [words, weights] = [new Uint32Array(total), new Float32Array(total)];
  let [end, from] = [0, 0];
  pieces.forEach((terms, piece) => {
    const ofPiece = numbers.subarray(from, from + terms.words.length);
    from += terms.words.length;
    const shared = sharedWeights(terms, { ofPiece, rarities, pieceCounts });
    const least = shared.length > WORDS_MAX ? (shared.toSorted().at(-WORDS_MAX) ?? 0) : 0;
    const room = end + WORDS_MAX;
    for (let i = 0; i < shared.length && end < room; i += 1) {
      const weight = shared[i] ?? 0;
      if (weight === 0 || weight < least) continue;
      words[end] = ofPiece[i] ?? 0;
      weights[end] = weight;
      end += 1;
    }
    starts[piece + 1] = end;
  });
  return { starts, words, weights, wordCount: size };
}

/** Call back with each word of a piece and its weight. */
export function forEachWord(
  { starts, words, weights }: Vectors,
  piece: number,
  visit: (word: number, weight: number) => void,
): void {
  const end = starts[piece + 1] ?? 0;
  for (let i = starts[piece] ?? end; i < end; i += 1) visit(words[i] ?? 0, weights[i] ?? 0);
}

const TITLE_WEIGHT = 3;
const DAMPING = 0.75;
const PRIOR = 30;
const COMMON_PART = 0.3;
/** In a small collection everything may be about one thing. */
const COMMON_MIN = 100;
const WORDS_MAX = 64;
/** By count in title and lead together, each at most a byte. */
const LOGARITHMS = Float64Array.from({ length: 256 * (TITLE_WEIGHT + 1) }, (_, count) => 1 + Math.log(count));

interface Known {
  ofPiece: Uint32Array;
  rarities: Float64Array;
  pieceCounts: Uint32Array;
}

/** The weights of a vector of length 1; 0 for the words that no other piece has. */
function sharedWeights({ inTitle, inLead }: Terms, { ofPiece, rarities, pieceCounts }: Known): Float32Array {
  const weights = new Float32Array(ofPiece.length);
  let squares = 0;
  for (let i = 0; i < weights.length; i += 1) {
    const word = ofPiece[i] ?? 0;
    const count = TITLE_WEIGHT * (inTitle[i] ?? 0) + (inLead[i] ?? 0);
    const weight = (LOGARITHMS[count] ?? 0) * (rarities[word] ?? 0);
    squares += weight * weight;
    if ((pieceCounts[word] ?? 0) > 1) weights[i] = weight;
  }
  const length = Math.sqrt(squares) || 1;
  return weights.map((weight) => weight / length);
}

function rarityOf(having: number, total: number): number {
  return having > Math.max(COMMON_MIN, total * COMMON_PART)
    ? 0
    : Math.log((total + 1) / (having + 0.5)) ** DAMPING;
}
