import { closeCdata } from './cdata.ts';
import { createWriter, type CleanFeed } from './writer.ts';
import { ENDS_TEXT, localOf, LONG_TEXTS, TEXTS } from './names.ts';
import { prologOf } from './prolog.ts';
import { readTags } from './tags.ts';
import type { Piece } from './text-value.ts';
import { unescapeXml, withoutControls } from './escape.ts';

/**
 * Read an XML feed however it is written, and write it down cleanly, item by item.
 *
 * Shape: what was left open is closed where the next thing begins; an item that the end of the document cuts off is
 * left out; document types are skipped, and nothing they declare is ever looked up; addresses that `xml:base` governs
 * become absolute. Undefined when no element of a feed is found.
 */
export function readLeniently(source: string, url: string | undefined): CleanFeed | undefined {
  const { text, closed } = closeCdata(withoutControls(withoutProlog(source)));
  const writer = createWriter(url);
  if (closed > 0) writer.mend();
  const reader = createReader(writer);
  const isRead = readTags(
    text,
    ({ slice }) => ({
      onopentag: (name, attributes) => reader.open(name, attributes, slice()),
      onclosetag: (name) => reader.close(name, slice()),
      ontext: (value) => reader.text(value),
      oncdatastart: () => reader.cdata(true),
      oncdataend: () => reader.cdata(false),
    }),
    // To close what the document leaves open would make whole items of half ones.
    { xmlMode: true, decodeEntities: false, isCut: true },
  );
  if (!isRead) throw new Error('its elements stand in each other without end');
  return writer.finish();
}

/** From the first element on, with the last tag closed if the document ends inside it. */
function withoutProlog(text: string): string {
  return text.slice(prologOf(text).start).replace(/<\/[\w:.-]+\s*$/, '$&>');
}

/** The text element that is being read. */
interface Open {
  name: string;
  attributes: Record<string, string>;
  pieces: Piece[];
  /** Elements of its own name that are open inside it. */
  inside: number;
  /** How many characters it may still take. */
  room: number;
}

function createReader(writer: ReturnType<typeof createWriter>) {
  let element: Open | undefined;
  let isCdata = false;
  /** A tag that closes itself is opened and closed by the same letters. */
  let closesItself = false;

  function put(piece: Piece): void {
    if (!element || element.room <= 0) return;
    const value = piece.kind === 'tag' ? piece.value : piece.value.slice(0, element.room);
    element.room -= value.length;
    element.pieces.push({ ...piece, value });
  }

  function finish(): void {
    const done = element;
    element = undefined;
    if (done) writer.write(done.name, done.attributes, done.pieces);
  }

  function open(name: string, attributes: Record<string, string>, tag: string): void {
    closesItself = tag.endsWith('/>');
    if (element && endsText(name, element.name)) {
      writer.mend();
      finish();
    }
    if (element) {
      if (name === element.name) element.inside += 1;
      put({ kind: 'tag', value: tag });
    } else if (isText(name, attributes) && writer.isInside())
      element = { name, attributes, pieces: [], inside: 0, room: roomOf(name) };
    else writer.open(name, attributes);
  }

  function close(name: string, tag: string): void {
    const isImplied = !closesItself && !isClosing(tag, name);
    closesItself = false;
    if (!element) return writer.close(name, isImplied);
    if (name !== element.name || element.inside > 0) {
      if (name === element.name) element.inside -= 1;
      if (!isImplied && tag.startsWith('</')) put({ kind: 'tag', value: tag });
      return;
    }
    if (isImplied) writer.mend();
    finish();
  }

  return {
    open,
    close,
    cdata: (begins: boolean) => {
      isCdata = begins;
    },
    text(value: string): void {
      if (element) put({ kind: isCdata ? 'cdata' : 'text', value });
      else writer.text(isCdata ? value : unescapeXml(value.slice(0, SHORT_TEXT_CHARACTERS_MAX)));
    },
  };
}

const SHORT_TEXT_CHARACTERS_MAX = 10_000;
const LONG_TEXT_CHARACTERS_MAX = 1_000_000;

function roomOf(name: string): number {
  return LONG_TEXTS.has(localOf(name)) ? LONG_TEXT_CHARACTERS_MAX : SHORT_TEXT_CHARACTERS_MAX;
}

function isClosing(tag: string, name: string): boolean {
  return tag.startsWith(`</${name}`);
}

/** Some names are those of a text in one vocabulary, and of something with parts in another. */
function isText(name: string, attributes: Record<string, string>): boolean {
  const local = localOf(name);
  if (!TEXTS.has(local)) return false;
  if (local === 'content' || local === 'category')
    return !('url' in attributes) && !('text' in attributes) && !/^(?:media|itunes):/i.test(name);
  return true;
}

/** A text was not closed when something begins that no text can hold. */
function endsText(name: string, text: string): boolean {
  const local = localOf(name);
  return ENDS_TEXT.has(local) || (!LONG_TEXTS.has(localOf(text)) && TEXTS.has(local));
}
