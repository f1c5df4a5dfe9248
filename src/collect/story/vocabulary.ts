import type { Terms } from './terms.ts';

/** The words of a collection, numbered from 0 in the order in which they are met. */
export interface Vocabulary {
  /** The numbers of all words of all pieces, piece by piece. */
  numbers: Uint32Array;
  /** How many pieces have each word. */
  pieceCounts: Uint32Array;
  size: number;
}

/** Number the words of a collection; a hash table in typed arrays, since there are millions. */
export function vocabularyOf(pieces: readonly Terms[]): Vocabulary {
  const numbers = new Uint32Array(pieces.reduce((sum, { words }) => sum + words.length, 0));
  let table = createTable(SLOTS_MIN);
  let end = 0;
  for (const { words } of pieces)
    for (const word of words) {
      if (table.size * 2 > table.slots.length) table = enlarged(table);
      const number = numberOf(table, word);
      table.pieceCounts[number] = (table.pieceCounts[number] ?? 0) + 1;
      numbers[end] = number;
      end += 1;
    }
  return { numbers, pieceCounts: table.pieceCounts.slice(0, table.size), size: table.size };
}

const SLOTS_MIN = 2 ** 14;

interface Table {
  /** The number of the word that is there, and one more; 0 where none is. */
  slots: Uint32Array;
  words: Uint32Array;
  pieceCounts: Uint32Array;
  size: number;
}

function createTable(length: number): Table {
  const [slots, words, pieceCounts] = [
    new Uint32Array(length),
    new Uint32Array(length / 2 + 1),
    new Uint32Array(length / 2 + 1),
  ];
  return { slots, words, pieceCounts, size: 0 };
}

function numberOf(table: Table, word: number): number {
  const mask = table.slots.length - 1;
  let slot = word & mask;
  for (let met = table.slots[slot] ?? 0; met !== 0; met = table.slots[slot] ?? 0) {
    if (table.words[met - 1] === word) return met - 1;
    slot = (slot + 1) & mask;
  }
  const number = table.size;
  table.words[number] = word;
  table.size += 1;
  table.slots[slot] = table.size;
  return number;
}

function enlarged(table: Table): Table {
  const larger = createTable(table.slots.length * 2);
  for (let number = 0; number < table.size; number += 1) numberOf(larger, table.words[number] ?? 0);
  larger.pieceCounts.set(table.pieceCounts.subarray(0, table.size));
  return larger;
}
