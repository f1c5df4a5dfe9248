import type { Command } from 'commander';
import {
  sectionKinds,
  sectionStates,
  type SectionKind,
  type SectionState,
} from '../db/commentary-section.ts';
import { canonicalUrl } from './collect/url.ts';
import { explainArticle } from './comment/explain/explain.ts';
import { explainLines } from './comment/explain/lines.ts';
import { decide, fileArticle, listReview, type Decided, type Decision } from './comment/review/review.ts';
import { markOf } from './comment/review/mark.ts';
import { openArticle } from './comment/review/article.ts';
import { editSections, type Edited } from './comment/review/edit.ts';
import { widthOf, wrapped } from './comment/review/wrap.ts';
import type { Deps } from './deps.ts';
import { frozenLines, reviewLines, showLines } from './report-review.ts';
import { invalid } from './shared/errors.ts';
import { cleanText } from './shared/html.ts';

interface Shell {
  withDeps: (work: (deps: Deps) => Promise<void>) => Promise<void>;
  say: (line: string) => void;
}

interface Wish {
  by?: string;
  section?: string;
  mark?: string;
  reason?: string;
  file?: string;
  json?: boolean;
}

/** What every command writes on, and with. */
interface Desk {
  withDeps: Shell['withDeps'];
  sayAll: (lines: readonly string[]) => void;
  width: number;
}

/** The commands with which people decide about commentary, and see where its words come from. */
export function reviewCommands(program: Command, { withDeps, say }: Shell): void {
  const desk: Desk = {
    withDeps,
    sayAll: (lines) => lines.forEach(say),
    width: widthOf(process.stdout.columns),
  };
  const review = program.command('review').description('what people decide about commentary');
  listCommand(review, desk);
  showCommand(review, desk);
  approveCommand(review, desk);
  rejectCommand(review, desk);
  editCommand(review, desk);
  categoriesCommand(review, desk);
  explainCommand(program, desk);
}

function listCommand(review: Command, { withDeps, sayAll }: Desk): void {
  review
    .command('list')
    .description('what waits for a person, by article')
    .option('--state <state>', [...sectionStates, 'all'].join(', '), 'needs_review')
    .option('--json', 'one JSON object per article')
    .action(({ state, json }: { state: string; json?: boolean }) =>
      withDeps(async ({ db }) => {
        const blocks = await listReview(db, { states: statesOf(state), limit: SECTIONS_MAX });
        sayAll(
          json ? blocks.map((one) => JSON.stringify(one)) : reviewLines(blocks, state === 'needs_review'),
        );
      }),
    );
}

function showCommand(review: Command, { withDeps, sayAll, width }: Desk): void {
  review
    .command('show <article>')
    .description('the whole commentary on an article, by slug, id or address, with the mark of its texts')
    .option('--json', 'one JSON object')
    .action((wanted: string, { json }: Wish) =>
      withDeps(async (deps) => {
        const opened = await openArticle(deps, addressOf(wanted));
        const { timezone } = deps.config.newsroom;
        sayAll(json ? [JSON.stringify(shownOf(opened))] : showLines(opened, { timezone, width }));
      }),
    );
}

function approveCommand(review: Command, desk: Desk): void {
  byPerson(review.command('approve <article>'))
    .description('approve sections, whatever was decided about them before')
    .option('--section <kinds>', SECTIONS_DOC)
    .option('--mark <mark>', MARK_DOC)
    .action((wanted: string, wish: Wish) => decideBy(desk, { ...wish, wanted, state: 'approved' }));
}

function rejectCommand(review: Command, desk: Desk): void {
  byPerson(review.command('reject <article>'))
    .description('reject sections, whatever was decided about them before')
    .option('--section <kinds>', SECTIONS_DOC)
    .requiredOption('--reason <text>', 'why; readers do not see it')
    .action((wanted: string, wish: Wish) => decideBy(desk, { ...wish, wanted, state: 'rejected' }));
}

function decideBy(
  { withDeps, sayAll, width }: Desk,
  { wanted, state, by, section, ...wish }: Wish & Pick<Decision, 'wanted' | 'state'>,
): Promise<void> {
  return withDeps(async (deps) => {
    const reviewer = reviewerOf(by, deps.env.BROADSIDE_REVIEWER);
    const { reason, mark } = wish;
    const decided = await decide(deps, {
      wanted: addressOf(wanted),
      kinds: kindsOf(section),
      state,
      reviewer,
      reason,
      mark,
    });
    sayAll(decidedLines(decided, { state, reviewer, width }));
  });
}

function editCommand(review: Command, { withDeps, sayAll, width }: Desk): void {
  byPerson(review.command('edit <article>'))
    .description('edit sections in $VISUAL or $EDITOR, or write those that nobody has written')
    .option('--section <kinds>', SECTIONS_DOC)
    .option('--file <path>', 'take a document that was edited before; no editor is opened')
    .action((wanted: string, { by, section, file }: Wish) =>
      withDeps(async (deps) => {
        const { VISUAL, EDITOR } = process.env;
        const edited = await editSections(deps, {
          wanted: addressOf(wanted),
          kinds: kindsOf(section),
          reviewer: reviewerOf(by, deps.env.BROADSIDE_REVIEWER),
          from: file === undefined ? { editor: VISUAL || EDITOR } : { file },
        });
        sayAll(editedLines(edited, width));
      }),
    );
}

function categoriesCommand(review: Command, { withDeps, sayAll, width }: Desk): void {
  byPerson(review.command('categories <article> <slugs>'))
    .description('file an article by hand, first heading first, with commas between them')
    .action((wanted: string, slugs: string, { by }: Wish) =>
      withDeps(async (deps) => {
        const { article, editions } = await fileArticle(deps, {
          wanted: addressOf(wanted),
          categories: slugs.split(',').map((slug) => slug.trim()),
          reviewer: reviewerOf(by, deps.env.BROADSIDE_REVIEWER),
        });
        const filed = `Filed: ${article.slug} under ${article.categories.join(', ')}.`;
        sayAll([filed, ...frozenLines(editions, width)]);
      }),
    );
}

function explainCommand(program: Command, { withDeps, sayAll, width }: Desk): void {
  program
    .command('explain <article>')
    .description('where every word of a commentary comes from')
    .option('--json', 'one JSON object')
    .action((wanted: string, { json }: Wish) =>
      withDeps(async (deps) => {
        const lineage = await explainArticle(deps, addressOf(wanted));
        const { timezone } = deps.config.newsroom;
        sayAll(json ? [JSON.stringify(lineage)] : explainLines(lineage, { timezone, width }));
      }),
    );
}

const SECTIONS_MAX = 3_000;
const SECTIONS_DOC = `of ${sectionKinds.join(', ')}, with commas between them; without it all`;
const MARK_DOC =
  'the mark that "review show" gave: refused when the texts have changed since; without it they are approved as they are';
const CAPITAL = { approved: 'Approved', rejected: 'Rejected' };
const NAME_MAX = 80;

function byPerson(command: Command): Command {
  return command.option('--by <name>', 'who decides; without it BROADSIDE_REVIEWER');
}

/**
 * Who decides: as given, else as the environment says.
 *
 * Errors: AppError `review.no_name`.
 */
export function reviewerOf(by: string | undefined, fromEnv: string | undefined): string {
  const name = cleanText(by ?? fromEnv ?? '');
  if (name === '')
    throw invalid('review.no_name', 'Say who decides: --by <name>, or set BROADSIDE_REVIEWER to your name.');
  if (name.length > NAME_MAX)
    throw invalid('review.no_name', `The name is longer than ${String(NAME_MAX)} characters.`);
  return name;
}

/** Sections as they are typed, with commas between them. Errors: AppError `section.unknown`. */
export function kindsOf(typed: string | undefined): SectionKind[] | undefined {
  if (typed === undefined) return undefined;
  const names = typed.split(',').map((name) => name.trim().toLowerCase());
  const unknown = names.filter((name) => !sectionKinds.some((kind) => kind === name));
  if (unknown.length > 0)
    throw invalid(
      'section.unknown',
      `There is no section "${unknown.join('", "')}"; there are ${sectionKinds.join(', ')}.`,
    );
  return sectionKinds.filter((kind) => names.includes(kind));
}

function statesOf(typed: string): SectionState[] {
  if (typed === 'all') return [...sectionStates];
  const state = sectionStates.find((known) => known === typed);
  if (state === undefined)
    throw invalid(
      'section.state',
      `There is no state "${typed}"; there are ${sectionStates.join(', ')} and all.`,
    );
  return [state];
}

/** Addresses as articles are kept under them; anything else as it is. */
const addressOf = (typed: string) => (/^https?:/i.test(typed) ? (canonicalUrl(typed) ?? typed) : typed);

function shownOf({ article, row, sections, editions }: Awaited<ReturnType<typeof openArticle>>) {
  const { id, slug, title, url, publishedAt, source, categories } = article;
  return {
    id,
    slug,
    title,
    url,
    publishedAt,
    source: source.title,
    categories,
    commentary: row,
    sections,
    mark: markOf(sections),
    editions,
  };
}

function decidedLines(
  { done, same, article, editions }: Decided,
  { state, reviewer, width }: Pick<Decision, 'state' | 'reviewer'> & { width: number },
): string[] {
  return [
    ...(done.length > 0 ? [`${CAPITAL[state]}: ${done.join(', ')} of ${article.slug}, by ${reviewer}.`] : []),
    ...(same.length > 0
      ? [`Nothing to do: ${same.join(', ')} of ${article.slug} stood as ${state} by ${reviewer} already.`]
      : []),
    ...(done.length > 0 ? frozenLines(editions, width) : []),
  ];
}

function editedLines(edited: Edited, width: number): string[] {
  const { article, editions, saved } = edited;
  if (!('warnings' in edited)) return ['Nothing was changed.'];
  const { categories, warnings } = edited;
  return [
    ...(saved.length > 0 ? [`Saved: ${saved.join(', ')} of ${article.slug}.`] : []),
    ...(categories ? [`Filed: ${article.slug} under ${categories.join(', ')}.`] : []),
    ...(warnings.length > 0 ? ['The gates have something against it; you decide:'] : []),
    ...warnings.flatMap(({ gate, at, evidence }) =>
      wrapped(`- ${gate}: ${at} ${evidence}`, { width, indent: '  ', hang: '    ' }),
    ),
    ...frozenLines(editions, width),
  ];
}
