/**
 * A document in which each `<![CDATA[` that is not closed ends where the element around it does.
 *
 * Shape: one without an end at all, or with another one beginning before its end, is closed before the next closing
 * tag of its element; the text is looked through once, however many there are.
 */
export function closeCdata(text: string): { text: string; closed: number } {
  const parts: string[] = [];
  const nextOf = createFinder(text);
  let from = 0;
  for (let start = text.indexOf(START); start !== -1; start = text.indexOf(START, start + START.length)) {
    const inside = start + START.length;
    const end = nextOf(END, inside);
    const again = nextOf(START, inside);
    if (end !== -1 && (again === -1 || again > end)) continue;
    const around = AROUND.exec(text.slice(Math.max(0, start - 200), start))?.[1];
    const closing = around === undefined ? -1 : nextOf(`</${around}`, inside);
    if (closing === -1 || (again !== -1 && closing > again) || (end !== -1 && closing > end)) continue;
    parts.push(text.slice(from, closing), END);
    from = closing;
  }
  if (parts.length === 0) return { text, closed: 0 };
  return { text: [...parts, text.slice(from)].join(''), closed: parts.length / 2 };
}

const START = '<![CDATA[';
const END = ']]>';
const AROUND = /<([\w:.-]+)[^<>]*>\s*$/;

/** Finds the next place of a word behind a place that only ever moves forward. */
function createFinder(text: string): (word: string, from: number) => number {
  const places = new Map<string, number>();
  return (word, from) => {
    const known = places.get(word);
    if (known !== undefined && (known === -1 || known >= from)) return known;
    const place = text.indexOf(word, from);
    places.set(word, place);
    return place;
  };
}
