import type {
  Prose,
  SectionContents,
  SectionKind,
  TodoItem,
  TodoList,
} from '../../../db/commentary-section.ts';
import { cleanText, visibleText } from '../../shared/html.ts';
import { registryId } from '../../shared/registry-id.ts';

/** What a person edits at once: categories, and the sections that were chosen; null where one has no text yet. */
export interface Draft {
  categories: string[];
  sections: { [Kind in SectionKind]?: SectionContents[Kind] | null };
}

/** What is told on top of the document. */
export interface DraftNotes {
  title: string;
  sourceTitle: string;
  url: string;
  /** Slugs of the newsroom. */
  categories: readonly string[];
  /** What may be named, with its title or office. */
  ids: readonly { id: string; name: string }[];
  todoKinds: readonly string[];
}

export const SECTION_HEADINGS = {
  opinion: 'Opinion',
  action: 'Action',
  todo: 'To-do',
} as const satisfies Record<SectionKind, string>;

export const PROSE_PARTS = ['Short', 'Whole'] as const;
export const TODO_PARTS = [
  'Intro',
  'Personal',
  'Petitions',
  'Officials',
  'Community',
  'Conclusion',
  'Short',
] as const;

/** What ends a line of a document. */
export const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/;

/**
 * Write sections as a text document that a person can edit, and `readDraft` reads.
 *
 * Shape: `# ` begins a section, `## ` a part, `* ` an entry of a list; a line of text that begins like one of these has a
 * backslash before it. Lines that begin with `#!` are notes.
 */
export function documentOf({ categories, sections }: Draft, notes: DraftNotes): string {
  const { opinion, action, todo } = sections;
  return [
    notesOf(notes, 'todo' in sections),
    `Categories: ${categories.join(', ')}`,
    ...(opinion === undefined ? [] : [proseText('opinion', opinion)]),
    ...(action === undefined ? [] : [proseText('action', action)]),
    ...(todo === undefined ? [] : [todoText(todo)]),
    '',
  ].join('\n\n');
}

function notesOf({ title, sourceTitle, url, ...known }: DraftNotes, hasTodo: boolean): string {
  const todo = [
    'An entry of the to-do list is "* kind; minutes; by day; link", its title on the next line, then its detail:',
    '  * sign; 5 minutes; by 2026-12-01; petition:some-slug',
    `Only the kind is needed: ${known.todoKinds.join(', ')}.`,
    'A line of the mail is "* text [link]". The letter: To, Subject, a blank line, and its text.',
    ...(known.ids.length > 0 ? ['Links:'] : ['There is nothing in the registry to link to.']),
    ...known.ids.map(({ id, name }) => `  ${id}  ${cleanText(name)}`),
  ];
  const lines = [
    `"${cleanText(title)}" (${cleanText(sourceTitle)})`,
    url,
    '',
    'Lines that begin with #! are notes. A blank line parts paragraphs. Leave the headings as they are; a section',
    'whose heading (# Opinion) you take out stays as it was. "Short" is what stands in the mail.',
    `Categories, the first heading first: ${known.categories.join(', ')}.`,
    ...(hasTodo ? ['', ...todo] : []),
  ];
  return lines.map((line) => `#! ${line}`.trimEnd()).join('\n');
}

function proseText(kind: 'opinion' | 'action', prose: Prose | null): string {
  return [
    `# ${SECTION_HEADINGS[kind]}`,
    '## Short',
    ...paragraphs(prose?.short),
    '## Whole',
    ...(prose?.paragraphs ?? []).map(({ text }) => escaped(text).replace(/\n\s*\n/g, '\n')),
  ].join('\n\n');
}

function todoText(list: TodoList | null): string {
  const letter = list?.officials;
  return [
    `# ${SECTION_HEADINGS.todo}`,
    '## Intro',
    ...paragraphs(list?.intro),
    '## Personal',
    ...(list?.personal ?? []).map(itemText),
    '## Petitions',
    ...(list?.petitions ?? []).map(({ slug, why }) => `* ${registryId('petition', slug)}\n${escaped(why)}`),
    '## Officials',
    ...(letter
      ? [
          `To: ${letter.slugs.map((slug) => registryId('official', slug)).join(', ')}\nSubject: ${cleanText(letter.letter.subject)}`,
          escaped(letter.letter.body),
        ]
      : []),
    '## Community',
    ...(list?.community ?? []).map(itemText),
    '## Conclusion',
    ...paragraphs(list?.conclusion),
    '## Short',
    ...(list?.short.length
      ? [list.short.map(({ text, link }) => `* ${cleanText(text)}${linkText(text, link)}`).join('\n')]
      : []),
  ].join('\n\n');
}

function itemText({ kind, title, detail, minutes, deadline, link }: TodoItem): string {
  const head = [
    kind,
    ...(minutes === null ? [] : [`${String(minutes)} minutes`]),
    ...(deadline === null ? [] : [`by ${deadline}`]),
    ...(link === null ? [] : [link]),
  ];
  return `* ${head.join('; ')}\n${escaped(cleanText(title))}\n${escaped(detail)}`;
}

/** A line without a link that ends like one with a link gets an empty one. */
function linkText(text: string, link: string | null): string {
  if (link !== null) return ` [${link}]`;
  return /\[[^\]\s]*\]\s*$/.test(text) ? ' []' : '';
}

const paragraphs = (text: string | null | undefined) => (text ? [escaped(text)] : []);

/** Lines that would be read as something else get a backslash. */
const escaped = (text: string) =>
  visibleText(text)
    .split(LINE_BREAK)
    .join('\n')
    .replace(/^(?=[^\S\n]*[#*\\])/gm, '\\');
