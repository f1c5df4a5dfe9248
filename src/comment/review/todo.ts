import { todoKinds, type TodoItem, type TodoList } from '../../../db/commentary-section.ts';
import { isDay } from '../../shared/day.ts';
import { cleanText, visibleText } from '../../shared/html.ts';
import { textsOf } from '../explain/texts.ts';
import { lengthFault, PERSON_MAX } from './limits.ts';
import { blocksOf, entriesOf, joined, type Entry, type Line, type LineFault } from './lines.ts';
import { LINE_BREAK } from './text.ts';
import { registryId, slugIn, type RegistryKind } from '../../shared/registry-id.ts';

interface Reader {
  faults: LineFault[];
  /** The text as it was before where its words are the same. */
  keep: (text: string) => string;
  /** An id as it is, and a fault where it cannot be named. */
  id: (id: string, line: number) => string;
}

/** Read the to-do list of an edited document; null without anything in it where there was none. */
export function readTodo(
  { line, parts }: { line: number; parts: Map<string, Line[]> },
  before: TodoList | null,
  { idFault }: { idFault: (id: string) => string | undefined },
): { content: TodoList | null; faults: LineFault[] } {
  const faults: LineFault[] = [];
  const texts = before ? textsOf(before) : [];
  const kept = new Map(texts.map(({ text }) => [cleanText(text), text]));
  const reader: Reader = {
    faults,
    keep: (text) => kept.get(cleanText(text)) ?? text,
    id: (id, at) => {
      const fault = idFault(id);
      if (fault !== undefined) faults.push({ line: at, problem: `"${id}" ${fault}` });
      return id;
    },
  };
  const entries = (name: string) => entriesOf(parts.get(name) ?? [], faults);
  const short = entries('Short');
  const whole = (name: string) =>
    blocksOf(parts.get(name) ?? [])
      .map(joined)
      .join('\n\n');
  const content: TodoList = {
    intro: reader.keep(whole('Intro')) || null,
    personal: entries('Personal').map((entry) => readItem(entry, reader)),
    petitions: entries('Petitions').map((entry) => readPetition(entry, reader)),
    officials: readLetter(parts.get('Officials') ?? [], reader),
    community: entries('Community').map((entry) => readItem(entry, reader)),
    conclusion: reader.keep(whole('Conclusion')) || null,
    short: short.map((entry) => readShort(entry, reader)),
  };
  const lists = [content.personal, content.petitions, content.community, content.short];
  const isEmpty = lists.every((list) => list.length === 0) && content.officials === null;
  if (isEmpty && before === null && content.intro === null && content.conclusion === null)
    return { content: null, faults };
  if (isEmpty)
    faults.push({ line, problem: 'the to-do list has nothing to do in it; to take it away, reject it' });
  const fourth = short[SHORT_MAX];
  if (fourth) faults.push({ line: fourth.line, problem: `the mail has room for ${String(SHORT_MAX)} lines` });
  return { content, faults };
}

const SHORT_MAX = 3;

function readItem({ line, head, rest }: Entry, { faults, keep, id }: Reader): TodoItem {
  const [kind = '', ...fields] = head.split(';').map((field) => field.trim());
  const known = todoKinds.find((one) => one === kind.toLowerCase());
  if (known === undefined)
    faults.push({ line, problem: `there is no kind "${kind}"; there are ${todoKinds.join(', ')}` });
  const [title, ...detail] = rest;
  if (!title) faults.push({ line, problem: 'the entry has no title; write it on the next line' });
  else refuseLong(title.text.trim(), { max: PERSON_MAX.title, what: 'the title', line: title.line, faults });
  refuseLong(joined(detail), {
    max: PERSON_MAX.detail,
    what: 'the detail',
    line: detail[0]?.line ?? line,
    faults,
  });
  const item: TodoItem = {
    kind: known ?? 'learn',
    title: keep(joined(title ? [title] : [])),
    detail: keep(joined(detail)),
    minutes: null,
    deadline: null,
    link: null,
  };
  for (const field of fields.filter((one) => one !== '')) {
    const [, minutes] = /^(\d{1,5})\s*(?:m|min|mins|minutes?)\.?$/i.exec(field) ?? [];
    const [, day] = /^by\s+(.*)$/i.exec(field) ?? [];
    if (minutes !== undefined) item.minutes = Number(minutes) || null;
    else if (day !== undefined) item.deadline = readDay(day, line, faults);
    else if (ID.test(field)) item.link = id(field, line);
    else
      faults.push({
        line,
        problem: `"${field}" is neither "5 minutes" nor "by 2026-12-01" nor a link such as petition:some-slug`,
      });
  }
  return item;
}

function readDay(typed: string, line: number, faults: LineFault[]): string {
  const problem = `"${typed}" is no date; write it as YYYY-MM-DD`;
  if (!isDay(typed)) faults.push({ line, problem });
  return typed;
}

const ID = /^(?:petition|official):\S*$/;

function refuseLong(
  text: string,
  { max, what, line, faults }: { max: number; what: string; line: number; faults: LineFault[] },
): void {
  const fault = lengthFault(text, max);
  if (fault !== undefined) faults.push({ line, problem: `${what} ${fault}` });
}

function readPetition(
  { line, head, rest }: Entry,
  { faults, keep, id }: Reader,
): TodoList['petitions'][number] {
  const wanted = idOf('petition', head);
  const why = joined(rest);
  if (why === '') faults.push({ line, problem: 'says no reason to sign; write it on the next line' });
  return { slug: slugOf('petition', id(wanted, line)), why: keep(why) };
}

/** To and Subject, a blank line, and the letter, whose lines stay as they are. */
function readLetter(lines: readonly Line[], { faults, keep, id }: Reader): TodoList['officials'] {
  const [head, ...blocks] = blocksOf(lines);
  if (!head) return null;
  const fields = new Map<string, Line>();
  for (const { line, text } of head) {
    const [, name = '', value = ''] = /^\s*(To|Subject):\s*(.*?)\s*$/i.exec(text) ?? [];
    if (name === '') faults.push({ line, problem: 'is neither "To: …" nor "Subject: …"' });
    else fields.set(name.toLowerCase(), { line, text: value });
  }
  const [line, to, subject] = [head[0]?.line ?? 0, fields.get('to'), fields.get('subject')];
  const ids = (to?.text ?? '').split(/[,\s]+/).filter((one) => one !== '');
  const body = blocks
    .map((block) => block.map(({ text }) => text.trimEnd()).join('\n'))
    .join('\n\n')
    .trim();
  if (ids.length === 0) faults.push({ line, problem: 'the letter has nobody after "To:"' });
  if (!subject?.text) faults.push({ line, problem: 'the letter has no "Subject:"' });
  else refuseLong(subject.text, { max: PERSON_MAX.line, what: 'the subject', line: subject.line, faults });
  if (body === '') faults.push({ line, problem: 'the letter has no text' });
  refuseLong(body, {
    max: PERSON_MAX.letter,
    what: 'the letter',
    line: blocks[0]?.[0]?.line ?? line,
    faults,
  });
  const officials = ids.map((one) => idOf('official', one));
  return {
    slugs: officials.map((one) => slugOf('official', id(one, to?.line ?? line))),
    letter: { subject: keep(subject?.text ?? ''), body: sameLines(body, keep) },
  };
}

/** The letter's own spaces stay where only they differ in how they were read. */
function sameLines(body: string, keep: (text: string) => string): string {
  const before = keep(body);
  const lines = visibleText(before)
    .split(LINE_BREAK)
    .map((line) => line.trimEnd());
  const read = lines.join('\n').replace(/\n{3,}/g, '\n\n');
  return read.trim() === body ? before : body;
}

function readShort({ line, head, rest }: Entry, { faults, keep, id }: Reader): TodoList['short'][number] {
  const whole = [head, joined(rest)].join(' ').trim();
  const [, text = whole, link = ''] = /^(.*?)\s*\[((?:petition|official):[^\]\s]*|)\]$/.exec(whole) ?? [];
  if (text === '') faults.push({ line, problem: 'has no text' });
  else refuseLong(text, { max: PERSON_MAX.line, what: 'the line', line, faults });
  return { text: keep(text), link: link === '' ? null : id(link, line) };
}

/** A person may write the slug alone. */
const idOf = (kind: RegistryKind, typed: string) =>
  slugIn(kind, typed) === undefined ? registryId(kind, typed) : typed;
const slugOf = (kind: RegistryKind, id: string) => slugIn(kind, id) ?? id;
