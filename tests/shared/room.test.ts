import { expect, test } from 'vitest';
import { createRoom } from '../../src/shared/room.ts';

const taken = (room: ReturnType<typeof createRoom>, bytes: number, letter: string) =>
  room.take(bytes).fill(letter);

test('pieces never overlap, not even when the room has to grow', () => {
  const room = createRoom(10);
  const pieces = ['a', 'b', 'c', 'd'].map((letter, i) => taken(room, 4 + i * 8, letter));
  expect(pieces.map(String)).toEqual(['a'.repeat(4), 'b'.repeat(12), 'c'.repeat(20), 'd'.repeat(28)]);
});

test('after it was cleared its memory is given out again', () => {
  const room = createRoom(10);
  const before = taken(room, 10, 'a');
  room.clear();
  taken(room, 10, 'b');
  expect(before.toString()).toBe('b'.repeat(10));
});

test('what was taken before it grew stays as it is when it is cleared', () => {
  const room = createRoom(10);
  const before = taken(room, 10, 'a');
  taken(room, 10, 'b');
  room.clear();
  taken(room, 20, 'c');
  expect(before.toString()).toBe('a'.repeat(10));
});
