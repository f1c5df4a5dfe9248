import type { TodoItem, TodoList } from '../../../db/commentary-section.ts';
import type { TodoAnswer } from '../commentary.ts';
import type { Finding, TextGates } from './gates.ts';
import type { Judged, WholeGates } from './judged.ts';

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
  const findings: Finding[] = [];
  const passes = (text: string, at: string, letter = false): string | null => {
    const judged = gates.judge(text, `todo.${at}`, { letter });
    findings.push(...judged.findings);
    return judged.findings.length === 0 ? judged.text : null;
  };
  const known = (id: string, at: string): boolean => {
    if (ids.has(id)) return true;
    findings.push({
      gate: 'registry',
      at: `todo.${at}`,
      evidence: `names "${id}", which is not in the list`,
    });
    return false;
  };
  const linkOf = (link: string, at: string) => (link !== '' && known(link, at) ? link : null);
  const items = (list: TodoAnswer['personal'], name: string): TodoItem[] =>
    list.flatMap((item, i) => {
      const at = `${name}.${i}`;
      const title = passes(item.title, `${at}.title`);
      const detail = passes(item.detail, `${at}.detail`);
      const strange = item.deadline !== '' && gates.isStrangeDate(item.deadline);
      if (strange)
        findings.push({ gate: 'dates', at: `todo.${at}.deadline`, evidence: 'is not a date of the article' });
      if (title === null || detail === null) return [];
      const deadline = item.deadline === '' || strange ? null : item.deadline;
      return [
        {
          kind: item.kind,
          title,
          detail,
          minutes: item.minutes || null,
          deadline,
          link: linkOf(item.link, at),
        },
      ];
    });
  const slugOf = (id: string) => id.slice(id.indexOf(':') + 1);
  const intro = passes(answer.intro, 'intro');
  const personal = items(answer.personal, 'personal');
  const community = items(answer.community, 'community');
  const petitions = answer.petitions.flatMap(({ id, why }, i) => {
    const text = passes(why, `petitions.${i}.why`);
    return known(id, `petitions.${i}`) && text !== null ? [{ slug: slugOf(id), why: text }] : [];
  });
  const conclusion = passes(answer.conclusion, 'conclusion');
  const short = answer.short.flatMap(({ text, link }, i) => {
    const kept = passes(text, `short.${i}`);
    return kept === null ? [] : [{ text: kept, link: linkOf(link, `short.${i}`) }];
  });
  const officials = letterOf(answer.officials, { passes, known });
  const about = whole('todo', textsOf(answer));
  findings.push(...about.findings);
  const enough = personal.length > 0 && short.length > 0;
  if (!enough) findings.push({ gate: 'minimum', at: 'todo', evidence: 'has nothing left to do that passes' });
  return {
    content:
      enough && about.findings.length === 0
        ? { intro, personal, petitions, officials, community, conclusion, short }
        : null,
    findings,
    unjudged: [...gates.unjudged, ...about.unjudged],
  };
}

function letterOf(
  { ids, subject, body }: TodoAnswer['officials'],
  ask: {
    passes: (text: string, at: string, letter?: boolean) => string | null;
    known: (id: string, at: string) => boolean;
  },
): TodoList['officials'] {
  const slugs = ids
    .filter((id) => ask.known(id, 'officials'))
    .filter((id) => id.startsWith('official:'))
    .map((id) => id.slice('official:'.length));
  if (ids.length === 0 || subject === '' || body === '') return null;
  const letter = {
    subject: ask.passes(subject, 'officials.subject', true),
    body: ask.passes(body, 'officials.body', true),
  };
  if (slugs.length === 0 || letter.subject === null || letter.body === null) return null;
  return { slugs, letter: { subject: letter.subject, body: letter.body } };
}

function textsOf({ intro, personal, community, conclusion, officials }: TodoAnswer): string[] {
  const items = [...personal, ...community].flatMap(({ title, detail }) => [title, detail]);
  return [intro, ...items, officials.body, conclusion].filter((text) => text !== '');
}
