import { isDeepStrictEqual } from 'node:util';
import {
  sectionKinds,
  type Prose,
  type SectionContents,
  type SectionKind,
} from '../../../db/commentary-section.ts';
import { cleanText } from '../../shared/html.ts';
import { blocksOf, cutDocument, joined, type Cut, type Line, type LineFault } from './lines.ts';
import { lengthFault, PERSON_MAX } from './limits.ts';
import { SECTION_HEADINGS, type Draft } from './text.ts';
import { readTodo } from './todo.ts';

export type { LineFault } from './lines.ts';

/** What a person changed. */
export interface Changes {
  /** Undefined where they are what they were. */
  categories: string[] | undefined;
  sections: { [Kind in SectionKind]?: SectionContents[Kind] };
}

/** What may be named. */
export interface Known {
  /** Slugs of the newsroom's categories. */
  categories: readonly string[];
  /** Why an id of the registry cannot be named, as the end of a sentence that begins with it; undefined when it can. */
  idFault: (id: string) => string | undefined;
}

/**
 * Read an edited document back.
 *
 * Shape: only what differs from the document as it was written; a paragraph whose words are the same keeps what it rests
 * on, any other is a view. A section whose heading is missing has not changed.
 */
export function readDraft(
  text: string,
  { draft: base, document }: { draft: Draft; document: string },
  known: Known,
): { changes: Changes } | { faults: LineFault[] } {
  const cut = cutDocument(text);
  const written = cutDocument(document);
  const faults = [...cut.faults];
  const changes: Changes = { categories: readCategories(cut, base, { known, faults }), sections: {} };
  for (const kind of sectionKinds) {
    const section = cut.sections.get(kind);
    const before = base.sections[kind];
    if (!section) continue;
    if (before === undefined) {
      faults.push({
        line: section.line,
        problem: `${SECTION_HEADINGS[kind]} is not among the sections to be edited`,
      });
      continue;
    }
    if (isUntouched(kind, section, { was: written.sections.get(kind), base })) continue;
    const read = readSection(kind, section, { base, known });
    faults.push(...read.faults);
    if (read.content) Object.assign(changes.sections, { [kind]: read.content });
  }
  return faults.length > 0 ? { faults: faults.toSorted((a, b) => a.line - b.line) } : { changes };
}

/**
 * Whether nothing was done to a section: its text is what was written, or reads the same.
 *
 * Shape: what was written need not read back as what is stored; what is untouched may name what is no longer in force.
 */
function isUntouched(
  kind: SectionKind,
  section: Section,
  { was, base }: { was: Section | undefined; base: Draft },
): boolean {
  if (was && isDeepStrictEqual(textOf(section), textOf(was))) return true;
  const known: Known = { categories: [], idFault: () => undefined };
  const { content, faults } = readSection(kind, section, { base, known });
  if (faults.length > 0) return false;
  const before = base.sections[kind];
  return (
    isDeepStrictEqual(content, before) ||
    (was !== undefined && isDeepStrictEqual(content, readSection(kind, was, { base, known }).content))
  );
}

const textOf = ({ parts }: Section): [string, string][] =>
  [...parts].map(([name, lines]) => [
    name,
    lines
      .map(({ text }) => text.trimEnd())
      .join('\n')
      .trim(),
  ]);

function readCategories(
  { categories: line }: Cut,
  base: Draft,
  { known, faults }: { known: Known; faults: LineFault[] },
): string[] | undefined {
  if (!line) return undefined;
  const typed = line.text.split(/[,\s]+/).filter((slug) => slug !== '');
  const slugs = [...new Set(typed)];
  if (isDeepStrictEqual(slugs, base.categories)) return undefined;
  const unknown = slugs.filter((slug) => !known.categories.includes(slug));
  const all = known.categories.join(', ');
  if (unknown.length > 0)
    faults.push({
      line: line.line,
      problem: `there is no category "${unknown.join('", "')}"; there are ${all}`,
    });
  else if (slugs.length === 0)
    faults.push({ line: line.line, problem: `names no category; there are ${all}` });
  return slugs;
}

interface Section {
  line: number;
  parts: Map<string, Line[]>;
}

function readSection(
  kind: SectionKind,
  section: Section,
  { base, known }: { base: Draft; known: Known },
): { content: SectionContents[SectionKind] | null; faults: LineFault[] } {
  if (kind === 'todo') return readTodo(section, base.sections.todo ?? null, known);
  return readProse(SECTION_HEADINGS[kind], section, base.sections[kind] ?? null);
}

function readProse(
  heading: string,
  { line, parts }: Section,
  before: Prose | null,
): { content: Prose | null; faults: LineFault[] } {
  const kept = new Map(before?.paragraphs.map((paragraph) => [cleanText(paragraph.text), paragraph]));
  const shortLines = blocksOf(parts.get('Short') ?? []).flat();
  const short = joined(shortLines);
  const blocks = blocksOf(parts.get('Whole') ?? []);
  const paragraphs = blocks.map((block) => {
    const text = joined(block);
    return kept.get(text) ?? { text, claims: [], view: true };
  });
  if (short === '' && paragraphs.length === 0 && before === null) return { content: null, faults: [] };
  const faults = tooLong([{ line: shortLines[0]?.line ?? line, text: short }], {
    what: `the short form of ${heading}`,
    max: PERSON_MAX.short,
  });
  if (short === '' || paragraphs.length === 0)
    faults.push({
      line,
      problem: `${heading} has no text under "${short === '' ? 'Short' : 'Whole'}"; to take it away, reject it`,
    });
  faults.push(
    ...tooLong(
      blocks.map((block) => ({ line: block[0]?.line ?? line, text: joined(block) })),
      { what: 'the paragraph', max: PERSON_MAX.paragraph },
    ),
  );
  const [beyond] = blocks[PERSON_MAX.paragraphs] ?? [];
  if (beyond)
    faults.push({
      line: beyond.line,
      problem: `${heading} has room for ${String(PERSON_MAX.paragraphs)} paragraphs`,
    });
  const same = before !== null && cleanText(before.short) === short;
  return { content: { short: same ? before.short : short, paragraphs }, faults };
}

function tooLong(texts: readonly Line[], { what, max }: { what: string; max: number }): LineFault[] {
  return texts.flatMap(({ line, text }) => {
    const fault = lengthFault(text, max);
    return fault === undefined ? [] : [{ line, problem: `${what} ${fault}` }];
  });
}
