import { Parser, type Handler, type ParserOptions } from 'htmlparser2';

/** Where a parser stands. */
export interface Place {
  /** The tag or text that it is at, as written. */
  slice: () => string;
  /** Nothing more is of interest. */
  stop: () => void;
}

/**
 * Hand the tags and texts of a document to `handlers`; false when it was given up.
 *
 * Shape: a document is given up when its elements stand in each other so deeply that looking for the one that a tag
 * closes would take minutes; `isCut` leaves open what the document leaves open.
 */
export function readTags(
  text: string,
  handlers: (place: Place) => Partial<Handler>,
  { isCut = false, ...options }: ParserOptions & { isCut?: boolean } = {},
): boolean {
  let [depth, work, isStopped] = [0, 0, false];
  const spend = () => {
    work += depth;
    if (work > WORK_MAX) throw new TooDeepError();
  };
  const place = {
    slice: () => text.slice(parser.startIndex, parser.endIndex + 1),
    stop: () => {
      isStopped = true;
      parser.pause();
    },
  };
  const { onopentag, onclosetag, ...others } = handlers(place);
  const counting: Partial<Handler> = {
    ...others,
    onopentag(name, attributes, isImplied) {
      depth += 1;
      spend();
      if (!isStopped) onopentag?.(name, attributes, isImplied);
    },
    onclosetag(name, isImplied) {
      depth -= 1;
      if (!isStopped) onclosetag?.(name, isImplied);
    },
  };
  const parser: Parser = new Parser(counting, options);
  spendOnClosing(parser, spend);
  return untilTooDeep(() => {
    parser.write(text);
    if (!isCut && !isStopped) parser.end();
  });
}

/** Each tag costs the parser as many steps as elements are open around it. */
const WORK_MAX = 200_000_000;

class TooDeepError extends Error {
  override readonly name = 'TooDeepError';
}

/** Closing tags that close nothing are looked for as well, and the parser tells nobody of them. */
function spendOnClosing(parser: Parser, spend: () => void): void {
  const close = parser.onclosetag.bind(parser);
  parser.onclosetag = (start, end) => {
    spend();
    close(start, end);
  };
}

function untilTooDeep(read: () => void): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (error instanceof TooDeepError) return false;
    throw error;
  }
}
