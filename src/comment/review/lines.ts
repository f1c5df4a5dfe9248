import { sectionKinds, type SectionKind } from '../../../db/commentary-section.ts';
import { visibleText } from '../../shared/html.ts';
import { LINE_BREAK, PROSE_PARTS, SECTION_HEADINGS, TODO_PARTS } from './text.ts';

/** What is wrong in a document, and where. Units: lines from 1. */
export interface LineFault {
  line: number;
  problem: string;
}

export interface Line {
  line: number;
  text: string;
}

/** A document, cut at its headings. */
export interface Cut {
  categories: Line | undefined;
  sections: Map<SectionKind, { line: number; parts: Map<string, Line[]> }>;
  faults: LineFault[];
}

/** Cut a document at its headings; notes are left out. */
export function cutDocument(text: string): Cut {
  const cut: Cut = { categories: undefined, sections: new Map(), faults: [] };
  let section: SectionKind | undefined;
  let part: Line[] | undefined;
  for (const one of linesOf(text)) {
    const [, marks = '', name = ''] = /^(#+)\s*(.*?)\s*$/.exec(one.text) ?? [];
    if (marks.length === 1) {
      section = sectionNamed(name);
      part = undefined;
      openSection(cut, one, { section, name });
    } else if (marks.length > 1) part = openPart(cut, one, { section, name });
    else if (part) part.push(one);
    else if (cut.sections.size === 0 && cut.faults.length === 0 && /^categories:/i.test(one.text))
      cut.categories = { ...one, text: one.text.slice(one.text.indexOf(':') + 1) };
    else if (one.text.trim() !== '' && cut.faults.length === 0)
      cut.faults.push({ line: one.line, problem: 'stands under no heading' });
  }
  return cut;
}

function linesOf(text: string): Line[] {
  return visibleText(text)
    .split(LINE_BREAK)
    .map((text, i) => ({ line: i + 1, text }))
    .filter(({ text }) => !text.startsWith('#!'));
}

function sectionNamed(name: string): SectionKind | undefined {
  return sectionKinds.find((kind) => SECTION_HEADINGS[kind].toLowerCase() === name.toLowerCase());
}

function openSection(
  cut: Cut,
  { line }: Line,
  { section, name }: { section: SectionKind | undefined; name: string },
): void {
  const names = Object.values(SECTION_HEADINGS).join(', ');
  if (section === undefined)
    cut.faults.push({ line, problem: `there is no section "${name}"; there are ${names}` });
  else if (cut.sections.has(section))
    cut.faults.push({ line, problem: `"${name}" stands here a second time` });
  else cut.sections.set(section, { line, parts: new Map() });
}

function openPart(
  cut: Cut,
  { line }: Line,
  { section, name }: { section: SectionKind | undefined; name: string },
): Line[] {
  const lines: Line[] = [];
  const names: readonly string[] = section === 'todo' ? TODO_PARTS : PROSE_PARTS;
  const part = names.find((known) => known.toLowerCase() === name.toLowerCase());
  const parts = section && cut.sections.get(section)?.parts;
  // Under a section that is not known the section is the fault.
  if (parts === undefined || section === undefined) return lines;
  if (part === undefined)
    cut.faults.push({
      line,
      problem: `there is no part "${name}" in ${SECTION_HEADINGS[section]}; there are ${names.join(', ')}`,
    });
  else if (parts.has(part)) cut.faults.push({ line, problem: `"${name}" stands here a second time` });
  else parts.set(part, lines);
  return lines;
}

/** Paragraphs: what blank lines part. */
export function blocksOf(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = [[]];
  for (const line of lines)
    if (line.text.trim() === '') blocks.push([]);
    else blocks.at(-1)?.push({ ...line, text: line.text.replace(/^(\s*)\\/, '$1') });
  return blocks.filter((block) => block.length > 0);
}

export interface Entry {
  line: number;
  /** After the star. */
  head: string;
  /** The lines below it that are not blank. */
  rest: Line[];
}

/** The entries of a list, each from its star to the next. */
export function entriesOf(lines: readonly Line[], faults: LineFault[]): Entry[] {
  const entries: Entry[] = [];
  for (const { line, text } of lines) {
    if (text.trim() === '') continue;
    const [, head] = /^\s*\*\s*(.*)$/.exec(text) ?? [];
    const entry = entries.at(-1);
    if (head !== undefined) entries.push({ line, head: head.trim(), rest: [] });
    else if (entry) entry.rest.push({ line, text: text.replace(/^(\s*)\\/, '$1') });
    else faults.push({ line, problem: 'belongs to no entry; begin one with "* "' });
  }
  return entries;
}

/** Lines as one line of text. */
export const joined = (lines: readonly Line[]) =>
  lines
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim();
