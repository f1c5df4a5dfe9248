import { stringsFor } from '../strings/strings.ts';
import type { Prose, SectionRow, TodoItem, TodoList } from '../db/commentary-section.ts';
import type { ReviewBlock } from './comment/review/review.ts';
import type { Opened } from './comment/review/article.ts';
import { markOf } from './comment/review/mark.ts';
import { SECTION_HEADINGS } from './comment/review/text.ts';
import { verdictLines } from './comment/review/verdicts.ts';
import { timeOf, wrapped } from './comment/review/wrap.ts';
import { absenceWords, authorWords } from './shared/authorship.ts';
import { registryId } from './shared/registry-id.ts';

/** The newsroom's program speaks English. */
const WORDS = stringsFor('en').made.authorship;

/** What waits for a person, one block per article, with how to go on. */
export function reviewLines(blocks: readonly ReviewBlock[], isDefault: boolean): string[] {
  if (blocks.length === 0) return [isDefault ? 'Nothing waits for review.' : 'No section is in this state.'];
  const [first] = blocks;
  return [
    ...blocks.flatMap(({ slug, title, sourceTitle, sections }) => [
      slug,
      ...wrapped(`${title} (${sourceTitle})`, { indent: '  ' }),
      ...sections.flatMap(({ kind, state, origin, reviewer, reason }) => {
        const by = reviewer === null ? '' : `, by ${reviewer}`;
        return wrapped(`${kind}: ${state}${by}, of ${ORIGINS[origin]}${reason ? `. ${reason}` : ''}`, {
          indent: '  ',
        });
      }),
      '',
    ]),
    `Read one:  npm run broadside -- review show ${first?.slug ?? ''}`,
    'Then:      review approve <article> --by <name> [--section opinion,action,todo] [--mark <mark>]',
    '           review reject <article> --by <name> --reason <text>',
    '           review edit <article> --by <name>',
  ];
}

const ORIGINS = {
  model: 'a model',
  sample: 'the sample',
  person: 'a person',
  registry: 'the register',
} satisfies Record<SectionRow['origin'], string>;

/** The whole commentary on an article, in reading order, with what has to be known to decide about it. */
export function showLines(
  { article, row, sections, editions }: Opened,
  { timezone, width }: { timezone: string; width: number },
): string[] {
  const alarms = row?.alarms ?? [];
  return [
    ...wrapped(article.title, { width }),
    ...wrapped(`${article.source.title}, ${timeOf(article.publishedAt, timezone)}, ${article.url}`, {
      width,
    }),
    `Categories: ${article.categories.join(', ') || 'none'}`,
    ...alarms.flatMap((alarm) => wrapped(`Alarm: the article speaks to a model: "${alarm}"`, { width })),
    ...(row?.reason ? wrapped(`Absent because: ${row.reason}`, { width }) : []),
    ...(row?.reason ? wrapped(`Readers are told: ${absenceWords(row, WORDS)}`, { width }) : []),
    ...(row ? [] : ['Nobody has worked on this article yet.']),
    ...sections.flatMap((section) => ['', ...sectionLines(section, { timezone, width })]),
    ...(sections.length > 0 ? ['', `Mark: ${markOf(sections)}`] : []),
    ...frozenLines(editions, width),
  ];
}

function sectionLines(
  section: SectionRow,
  { timezone, width }: { timezone: string; width: number },
): string[] {
  const { kind, state, origin, model, reviewer, reviewedAt, reason, content, verdicts } = section;
  const review =
    state === 'edited' ? 'edited' : reviewer !== null && state === 'approved' ? 'approved' : 'none';
  const when = reviewedAt ? `, ${timeOf(reviewedAt, timezone)}` : '';
  return [
    `${SECTION_HEADINGS[kind].toUpperCase()} [${state}]`,
    ...wrapped(
      `${authorWords({ origin, model, review }, WORDS)}${reviewer ? `; ${state} by ${reviewer}${when}` : ''}`,
      {
        width,
      },
    ),
    ...(reason ? wrapped(`Reason: ${reason}`, { width }) : []),
    ...verdictLines(verdicts, width),
    ...(content === null ? ['', '(no text)'] : contentLines(content, width)),
  ];
}

function contentLines(content: Prose | TodoList, width: number): string[] {
  return 'paragraphs' in content ? proseLines(content, width) : todoLines(content, width);
}

function proseLines({ short, paragraphs }: Prose, width: number): string[] {
  const whole = paragraphs.flatMap(({ text, claims, view }) => {
    const rests = claims.length > 0 ? ` [${claims.join(', ')}]` : view ? ' [view]' : '';
    return ['', ...wrapped(`${text}${rests}`, { width, indent: '  ' })];
  });
  return [
    '',
    'In the mail:',
    ...wrapped(short, { width, indent: '  ' }),
    '',
    'On the page:',
    ...whole.slice(1),
  ];
}

function todoLines(list: TodoList, width: number): string[] {
  const text = (all: string | null) => (all === null ? [] : wrapped(all, { width, indent: '  ' }));
  const entry = (head: string, body: string) => [
    ...wrapped(`* ${head}`, { width, indent: '  ', hang: '    ' }),
    ...wrapped(body, { width, indent: '    ' }),
  ];
  const item = ({ kind, title, detail, minutes, deadline, link }: TodoItem) => {
    const facts = [
      kind,
      ...(minutes === null ? [] : [`${String(minutes)} minutes`]),
      ...(deadline === null ? [] : [`by ${deadline}`]),
      ...(link === null ? [] : [link]),
    ];
    return entry(`${title} (${facts.join('; ')})`, detail);
  };
  const { officials } = list;
  return [
    ...part('Intro', text(list.intro)),
    ...part('Personal', list.personal.flatMap(item)),
    ...part(
      'Petitions',
      list.petitions.flatMap(({ slug, why }) => entry(registryId('petition', slug), why)),
    ),
    ...part(
      'Letter',
      officials
        ? [
            ...text(`To: ${officials.slugs.map((slug) => registryId('official', slug)).join(', ')}`),
            ...text(`Subject: ${officials.letter.subject}`),
            '',
            ...officials.letter.body.split('\n').flatMap((line) => (line === '' ? [''] : text(line))),
          ]
        : [],
    ),
    ...part('Community', list.community.flatMap(item)),
    ...part('Conclusion', text(list.conclusion)),
    ...part(
      'In the mail',
      list.short.flatMap(({ text, link }) => entry(`${text}${link === null ? '' : ` [${link}]`}`, '')),
    ),
  ];
}

const part = (name: string, lines: string[]) => (lines.length > 0 ? ['', `${name}:`, ...lines] : []);

/** That what stands in an edition stays as it is there; nothing when it stands in none. */
export function frozenLines(editions: readonly { day: string; number: number }[], width: number): string[] {
  if (editions.length === 0) return [];
  const days = editions.map(({ day, number }) => `${String(number)} of ${day}`);
  return [
    '',
    ...wrapped(
      `It stands in edition ${days.join(', ')}, which is frozen: the mail stays as it was composed, only the page changes.`,
      { width },
    ),
  ];
}
