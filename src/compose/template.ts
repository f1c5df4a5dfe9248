import {
  linkAt,
  type LinkBytes,
  type LinkSlot,
  type ReaderLinks,
  type Slotted,
  type WordSlot,
} from './links.ts';

/** Bytes with a gap, as long as the link will be, wherever a reader's own link belongs. */
export interface Template {
  bytes: Buffer;
  gaps: readonly Gap[];
}

interface Gap {
  at: number;
  bytes: number;
  slot: LinkSlot;
}

/** A fragment of an edition: templates, and the places between them whose words the choice of categories decides. */
export interface Fragment {
  pieces: readonly (Template | WordSlot)[];
  /** Of all but those words, links included. */
  bytes: number;
}

/** What stands at the places for words, ready for HTML or for text. */
export type Words = Record<WordSlot['kind'], string>;

/** What all readers of one choice have in common: templates, one behind the other. */
export interface Layout {
  templates: readonly Template[];
  bytes: number;
}

/** Turn a fragment that was split at its places into bytes, once per edition. */
export function openFragment(slotted: Slotted, linkBytes: LinkBytes): Fragment {
  const pieces: (Template | WordSlot)[] = [];
  let run: Template[] = [];
  const endRun = () => {
    if (run.length > 0) pieces.push(joined(run));
    run = [];
  };
  for (const piece of slotted)
    if (typeof piece === 'string') run.push(literal(piece));
    else if (isWord(piece)) {
      endRun();
      pieces.push(piece);
    } else run.push(gapFor(piece, linkBytes));
  endRun();
  return {
    pieces,
    bytes: pieces.reduce((sum, piece) => sum + ('gaps' in piece ? piece.bytes.length : 0), 0),
  };
}

/** Lay fragments one behind the other, their words filled in; nothing is copied. */
export function layOut(parts: readonly { fragment: Fragment; words: Words }[]): Layout {
  const templates: Template[] = [];
  let bytes = 0;
  for (const { fragment, words } of parts)
    for (const piece of fragment.pieces) {
      const template = 'gaps' in piece ? piece : literal(words[piece.kind]);
      templates.push(template);
      bytes += template.bytes.length;
    }
  return { templates, bytes };
}

/**
 * One reader's bytes: everything copied into memory that `take` gives, their links written into the gaps.
 *
 * Errors: throws when a link has another length than its gap (a defect: such a mail would be broken).
 */
export function spliced(layout: Layout, links: ReaderLinks, take: (bytes: number) => Buffer): Buffer {
  const out = take(layout.bytes);
  let from = 0;
  for (const { bytes, gaps } of layout.templates) {
    out.set(bytes, from);
    for (const gap of gaps) writeLink(linkAt(gap.slot, links), gap, out, from);
    from += bytes.length;
  }
  return out;
}

/** The same with links of any length. */
export function resized({ templates }: Layout, links: ReaderLinks): Buffer {
  const parts: Buffer[] = [];
  for (const { bytes, gaps } of templates) {
    let at = 0;
    for (const gap of gaps) {
      parts.push(bytes.subarray(at, gap.at), Buffer.from(linkAt(gap.slot, links)));
      at = gap.at + gap.bytes;
    }
    parts.push(bytes.subarray(at));
  }
  return Buffer.concat(parts);
}

function writeLink(link: string, { at, bytes, slot }: Gap, out: Buffer, from: number): void {
  if (Buffer.byteLength(link) !== bytes)
    throw new Error(`a link for "${slot.kind}" has not the length of its place`);
  out.write(link, from + at);
}

const NO_GAPS: readonly Gap[] = [];

const literal = (text: string): Template => ({ bytes: Buffer.from(text), gaps: NO_GAPS });

function gapFor(slot: LinkSlot, linkBytes: LinkBytes): Template {
  const bytes = linkBytes[slot.kind];
  return { bytes: Buffer.alloc(bytes), gaps: [{ at: 0, bytes, slot }] };
}

function joined(templates: readonly Template[]): Template {
  const gaps: Gap[] = [];
  let at = 0;
  for (const template of templates) {
    for (const gap of template.gaps) gaps.push({ ...gap, at: gap.at + at });
    at += template.bytes.length;
  }
  return {
    bytes: Buffer.concat(
      templates.map(({ bytes }) => bytes),
      at,
    ),
    gaps,
  };
}

const isWord = (slot: LinkSlot | WordSlot): slot is WordSlot =>
  slot.kind === 'preheader' || slot.kind === 'count' || slot.kind === 'more';
