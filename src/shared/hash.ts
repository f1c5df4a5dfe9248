/**
 * FNV-1a over UTF-16 units, 32 bits, mixed once more at the end so that every bit depends on every unit.
 *
 * Source: Fowler, Noll and Vo, RFC 9923; the final mix is that of MurmurHash3.
 */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mixed(hash);
}

/** One hash of several, in this order. */
export function combined(hashes: Uint32Array, from: number, to: number): number {
  let sum = 7;
  for (let i = from; i < to; i += 1) sum = Math.imul(sum, 0x01000193) ^ (hashes[i] ?? 0);
  return mixed(sum);
}

function mixed(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
