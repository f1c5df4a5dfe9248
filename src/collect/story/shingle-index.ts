/** Finds which of the pieces that were added have shingles in common with another. */
export interface ShingleIndex {
  add(place: number): void;
  /** The pieces that may have enough in common with this one, each once, in no order. */
  candidates(place: number): number[];
}

/**
 * An index from shingles to the pieces that have them.
 *
 * Shape: `contents` are the shingles of all pieces, of which about `expected` will be added. When there are some millions
 * only every second, fourth or eighth is indexed, chosen by its own value, so that two texts that share half of theirs
 * still share some of these; who asks counts exactly. Of a shingle that stands everywhere only the pieces that were added
 * last are found.
 */
export function createShingleIndex(contents: readonly Uint32Array[], expected: number): ShingleIndex {
  const sampled = 2 ** Math.ceil(Math.log2(Math.max(1, countAll(contents) / INDEXED_MAX)));
  const chosen = (place: number) => sampleOf(contents[place], sampled);
  const entries = createEntries(expected / sampled);
  const shared = new Uint32Array(contents.length);
  return {
    add(place) {
      for (const shingle of chosen(place)) entries.add(Math.trunc(shingle / sampled), place);
    },
    candidates(place) {
      const met: number[] = [];
      const asked = chosen(place);
      for (const shingle of asked)
        entries.visit(Math.trunc(shingle / sampled), (other) => {
          if (shared[other] === 0) met.push(other);
          shared[other] = (shared[other] ?? 0) + 1;
        });
      const promising = met.filter((other) => {
        const smaller = Math.min(asked.length, (contents[other]?.length ?? 0) / sampled);
        return (shared[other] ?? 0) >= smaller * PROMISING_PART;
      });
      for (const other of met) shared[other] = 0;
      return promising;
    },
  };
}

const INDEXED_MAX = 2_000_000;
const MET_MAX = 500;
/** Whoever has so much of the indexed shingles in common is worth an exact count. */
const PROMISING_PART = 0.15;

const countAll = (contents: readonly Uint32Array[]) => contents.reduce((sum, { length }) => sum + length, 0);

function sampleOf(shingles: Uint32Array | undefined, sampled: number): Uint32Array {
  if (!shingles) return new Uint32Array();
  return sampled === 1 ? shingles : shingles.filter((shingle) => shingle % sampled === 0);
}

/** Which pieces have a number: a hash table in typed arrays that grow. */
function createEntries(expected: number) {
  const mask = 2 ** Math.ceil(Math.log2(expected + 2)) - 1;
  const heads = new Int32Array(mask + 1).fill(-1);
  let next = new Int32Array(mask + 1);
  let places = new Uint32Array(mask + 1);
  let keys = new Uint32Array(mask + 1);
  let end = 0;
  const grow = () => {
    next = grown(next, new Int32Array(2 * end));
    places = grown(places, new Uint32Array(2 * end));
    keys = grown(keys, new Uint32Array(2 * end));
  };
  return {
    add(key: number, place: number): void {
      if (end === keys.length) grow();
      next[end] = heads[key & mask] ?? -1;
      places[end] = place;
      keys[end] = key;
      heads[key & mask] = end;
      end += 1;
    },
    visit(key: number, meet: (place: number) => void): void {
      let met = 0;
      for (let at = heads[key & mask] ?? -1; at >= 0 && met < MET_MAX; at = next[at] ?? -1) {
        if (keys[at] !== key) continue;
        met += 1;
        meet(places[at] ?? 0);
      }
    },
  };
}

function grown<A extends Int32Array | Uint32Array>(from: A, into: A): A {
  into.set(from);
  return into;
}
