/** Memory that is used again, for bytes that are needed for a moment. */
export interface Room {
  /** Bytes that nobody else has until the room is cleared; what stands in them is left over. */
  take: (bytes: number) => Buffer;
  /** Let everything go that was taken: its memory is given out again. */
  clear: () => void;
}

/**
 * Make room for many mails, one after the other or batch by batch: fresh memory for each costs several times the splicing.
 *
 * Shape: grows to the most that was taken between two clearings. Who clears has done with all that was taken before.
 * Units: bytes.
 */
export function createRoom(blockBytes = 256_000): Room {
  let block = Buffer.allocUnsafeSlow(blockBytes);
  let at = 0;
  return {
    take(bytes) {
      if (at + bytes > block.length) {
        // What was taken lives on in the block before.
        block = Buffer.allocUnsafeSlow(2 * Math.max(block.length, bytes));
        at = 0;
      }
      at += bytes;
      return block.subarray(at - bytes, at);
    },
    clear() {
      at = 0;
    },
  };
}
