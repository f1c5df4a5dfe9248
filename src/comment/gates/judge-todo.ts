import type { TodoItem, TodoList } from '../../../db/commentary-section.ts';
import type { TodoAnswer } from '../commentary.ts';
import type { Finding, TextGates } from './gates.ts';
import type { Judged, WholeGates } from './judged.ts';
import { slugIn, slugsIn } from '../../shared/registry-id.ts';

/**
 * Judge a to-do list.
 *
 * Shape: items, lines and parts that fail are left out, and links that lead to nothing in the registry; without anything
 * left to do, and a short line for the mail, there is no content.
 */
export function judgeTodo(
  answer: TodoAnswer,
  { gates, whole, ids }: { gates: TextGates; whole: WholeGates; ids: ReadonlySet<string> },
): Judged<'todo'> {
  const sieve = createSieve(gates, ids);
  const content: TodoList = {
    intro: sieve.text(answer.intro, 'intro'),
    personal: answer.personal.flatMap((item, i) => itemOf(item, `personal.${String(i)}`, sieve)),
    petitions: answer.petitions.flatMap((petition, i) =>
      petitionOf(petition, `petitions.${String(i)}`, sieve),
    ),
    officials: letterOf(answer.officials, sieve),
    community: answer.community.flatMap((item, i) => itemOf(item, `community.${String(i)}`, sieve)),
    conclusion: sieve.text(answer.conclusion, 'conclusion'),
    short: answer.short.flatMap(({ text, link }, i) => {
      const kept = sieve.text(text, `short.${String(i)}`);
      return kept === null ? [] : [{ text: kept, link: sieve.link(link, `short.${String(i)}`) }];
    }),
  };
  const about = whole('todo', textsOf(content));
  const isEnough = content.personal.length > 0 && content.short.length > 0;
  const findings: Finding[] = [...sieve.findings, ...about.findings];
  if (!isEnough)
    findings.push({ gate: 'minimum', at: 'todo', evidence: 'has nothing left to do that passes' });
  return {
    content: isEnough && about.findings.length === 0 ? content : null,
    findings,
    unjudged: [...gates.unjudged, ...about.unjudged],
  };
}

/** Lets through what passes, and keeps what was found in the rest. */
interface Sieve {
  findings: Finding[];
  /** The text as it may be printed; null when it may not. */
  text: (text: string, at: string, options?: { letter?: boolean }) => string | null;
  /** Whether an id stands in the registry. */
  isKnown: (id: string, at: string) => boolean;
  link: (id: string, at: string) => string | null;
  /** A day that the article or the registry has; null for none and for any other. */
  day: (day: string, at: string) => string | null;
}

function createSieve(gates: TextGates, ids: ReadonlySet<string>): Sieve {
  const findings: Finding[] = [];
  const isKnown = (id: string, at: string) => {
    if (ids.has(id)) return true;
    const evidence = `names "${id}", which is not in the list`;
    findings.push({ gate: 'registry', at: `todo.${at}`, evidence });
    return false;
  };
  return {
    findings,
    isKnown,
    text(text, at, options = {}) {
      const judged = gates.judge(text, `todo.${at}`, options);
      findings.push(...judged.findings);
      return judged.findings.length === 0 ? judged.text : null;
    },
    link: (id, at) => (id !== '' && isKnown(id, at) ? id : null),
    day(day, at) {
      if (day === '') return null;
      if (!gates.isStrangeDate(day)) return day;
      findings.push({ gate: 'dates', at: `todo.${at}.deadline`, evidence: 'is not a date of the article' });
      return null;
    },
  };
}

function itemOf(item: TodoAnswer['personal'][number], at: string, sieve: Sieve): TodoItem[] {
  const title = sieve.text(item.title, `${at}.title`);
  const detail = sieve.text(item.detail, `${at}.detail`);
  const deadline = sieve.day(item.deadline, at);
  const link = sieve.link(item.link, at);
  if (title === null || detail === null) return [];
  return [{ kind: item.kind, title, detail, minutes: item.minutes || null, deadline, link }];
}

function petitionOf(
  { id, why }: TodoAnswer['petitions'][number],
  at: string,
  sieve: Sieve,
): TodoList['petitions'] {
  const text = sieve.text(why, `${at}.why`);
  const slug = slugIn('petition', id);
  return sieve.isKnown(id, at) && slug !== undefined && text !== null ? [{ slug, why: text }] : [];
}

function letterOf({ ids, subject, body }: TodoAnswer['officials'], sieve: Sieve): TodoList['officials'] {
  const slugs = slugsIn(
    'official',
    ids.filter((id) => sieve.isKnown(id, 'officials')),
  );
  if (ids.length === 0 || subject === '' || body === '') return null;
  const letter = {
    subject: sieve.text(subject, 'officials.subject', { letter: true }),
    body: sieve.text(body, 'officials.body', { letter: true }),
  };
  if (slugs.length === 0 || letter.subject === null || letter.body === null) return null;
  return { slugs, letter: { subject: letter.subject, body: letter.body } };
}

/** What is printed; what was dropped must not vouch for it. */
function textsOf({ intro, personal, community, conclusion, officials }: TodoList): string[] {
  const items = [...personal, ...community].flatMap(({ title, detail }) => [title, detail]);
  return [intro, ...items, officials?.letter.body, conclusion].flatMap((text) => text ?? []);
}
