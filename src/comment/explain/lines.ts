import { stringsFor } from '../../../strings/strings.ts';
import { authorWords } from '../../shared/authorship.ts';
import type { CallLineage, CallSum } from './calls.ts';
import type { CategoriesLineage, Ground, Lineage, SectionLineage, TextLineage } from './lineage.ts';
import type { Mark, Place } from './marks.ts';
import type { EntryLineage } from './registry.ts';
import { SECTION_HEADINGS } from '../review/text.ts';
import { EDITED_BY, verdictLines } from '../review/verdicts.ts';
import { timeOf, wrapped } from '../review/wrap.ts';

/** The newsroom's program speaks English. */
const WORDS = stringsFor('en').made.authorship;

interface Paper {
  timezone: string;
  width: number;
}

/** A lineage for a person: each text with what it rests on below it, then the registry, the calls and the categories. */
export function explainLines(lineage: Lineage, paper: Paper): string[] {
  const { article, sections, missing, alarms, reading, categories, registry, calls, sum } = lineage;
  const { width } = paper;
  const seen: Seen = { grounds: new Set(), marks: new Set() };
  const list = (all: readonly string[]) =>
    all.flatMap((one) => wrapped(`- ${one}`, { width, indent: '  ', hang: '    ' }));
  return [
    ...wrapped(article.title, { width }),
    ...wrapped(`${article.source}, ${timeOf(article.publishedAt, paper.timezone)}, ${article.url}`, {
      width,
    }),
    ...wrapped(categoryWords(categories, paper), { width }),
    ...part('Not shown to readers:', list(missing.map(({ kind, reason }) => `${kind}: ${reason}`))),
    ...part('Alarms: the article speaks to a model', list(alarms.map((alarm) => `"${alarm}"`))),
    ...sections.flatMap((section) => ['', ...sectionLines(section, paper, seen)]),
    ...part('Registry', list(registry.map(entryWords))),
    ...part(
      'Left out of what the model read, since the article does not say it',
      list((reading?.dropped ?? []).map((passage) => `"${passage}"`)),
    ),
    ...part('Calls to the model', list(calls.map((call) => callWords(call, paper)))),
    ...(calls.length > 0 ? wrapped(`  In all: ${sumWords(sum)}`, { width, indent: '  ' }) : []),
    ...(lineage.editions.length > 0
      ? ['', ...wrapped(`Frozen in edition ${editionWords(lineage.editions)}.`, { width })]
      : []),
  ];
}

const part = (heading: string, lines: string[]) => (lines.length > 0 ? ['', heading, ...lines] : []);

const editionWords = (editions: Lineage['editions']) =>
  editions.map(({ day, number }) => `${String(number)} of ${day}`).join(', ');

function categoryWords({ slugs, by, reviewer, decidedAt }: CategoriesLineage, { timezone }: Paper): string {
  const how = {
    editor: `decided by ${reviewer ?? 'an editor'}${decidedAt ? `, ${timeOf(decidedAt, timezone)}` : ''}`,
    model: 'named by the model that read the article',
    sample: 'of the sample text, or by the rules where it names none',
    rules: 'of the source, or by the rules and what they learned from editors',
  }[by];
  return slugs.length > 0 ? `Categories: ${slugs.join(', ')} (${how})` : 'Categories: none';
}

function sectionLines(section: SectionLineage, paper: Paper, seen: Seen): string[] {
  const { kind, state, origin, model, promptVersion, reviewer, reviewedAt, reason, verdicts, texts } =
    section;
  const { width, timezone } = paper;
  const passed = verdicts.filter(({ gate, verdict }) => verdict === 'pass' && gate !== EDITED_BY);
  const editors = verdicts.filter(({ gate }) => gate === EDITED_BY).flatMap(({ evidence }) => evidence);
  const review =
    state === 'edited' || editors.length > 0
      ? 'edited'
      : reviewer !== null && state === 'approved'
        ? 'approved'
        : 'none';
  const facts = [
    `${authorWords({ origin, model, review }, WORDS)}, ${timeOf(section.createdAt, timezone)}`,
    ...(promptVersion === null ? [] : [`prompt ${promptVersion}`]),
    ...(editors.length > 0 ? [`edited by ${editors.join(', ')}`] : []),
    ...(reviewer === null
      ? []
      : [`${state} by ${reviewer}${reviewedAt ? `, ${timeOf(reviewedAt, timezone)}` : ''}`]),
  ];
  return [
    `${SECTION_HEADINGS[kind].toUpperCase()} [${state}]`,
    ...wrapped(facts.join('; '), { width }),
    ...(reason === null ? [] : wrapped(`Reason: ${reason}`, { width })),
    ...(passed.length > 0
      ? wrapped(`Gates passed: ${passed.map(({ gate }) => gate).join(', ')}`, { width })
      : []),
    ...verdictLines(verdicts, width),
    ...texts.flatMap((text) => ['', ...textLines(text, width, seen)]),
  ];
}

function textLines({ at, text, rests = [], view, marks }: TextLineage, width: number, seen: Seen): string[] {
  const below = { width, indent: '    ', hang: '      ' };
  const told = rests.filter(({ id }) => seen.grounds.has(id)).map(({ id }) => id);
  const news = rests.filter(({ id }) => !seen.grounds.has(id));
  const fresh = marks.filter(
    ({ what, text: words }) =>
      !seen.marks.has(`${what} ${words}`) && !rests.some(({ passage }) => passage.includes(words)),
  );
  for (const { id } of news) seen.grounds.add(id);
  for (const { what, text: words } of fresh) seen.marks.add(`${what} ${words}`);
  return [
    ...wrapped(`${at}: ${text}`, { width, indent: '  ' }),
    ...(view ? wrapped('An opinion; it rests on no fact.', below) : []),
    ...news.flatMap((ground) => wrapped(groundWords(ground), below)),
    ...(told.length > 0 ? wrapped(`${told.join(', ')}: as above`, below) : []),
    ...fresh.flatMap((mark) => wrapped(markWords(mark), below)),
  ];
}

/** What has been told already, and is not told again. */
interface Seen {
  grounds: Set<string>;
  marks: Set<string>;
}

function groundWords({ id, kind, text, passage, speaker, place }: Ground): string {
  if (kind === 'unknown') return `${id}: is not among what was read in the article`;
  const fact = text === null ? '' : `${text} `;
  const said = speaker === null ? '' : ` (${speaker})`;
  const where = place
    ? `Source: ${placeWords(place)}`
    : `Source: "${passage}", which the article no longer says; its text has changed since`;
  return `${id}${said}: ${fact}${where}`;
}

function markWords({ what, text, from }: Mark): string {
  const words = what === 'quotation' ? `"${text}"` : text;
  if (from === null) return `${what} ${words}: found nowhere`;
  switch (from.in) {
    case 'source':
      return `${what} ${words}: ${placeWords(from)}`;
    case 'registry':
      return `${what} ${words}: ${from.id}`;
    case 'outlet':
      return `${what} ${words}: the name of the source`;
    case 'newsroom':
      return `${what} ${words}: the newsroom's own words`;
  }
}

const placeWords = ({ at, passage, before, after }: Place) =>
  `at ${String(at)}, …${before}[${passage}]${after}…`;

function entryWords({ id, name, inForce, why, source, asOfDay }: EntryLineage): string {
  const state = inForce ? 'in force today' : `not in force: ${why ?? ''}`;
  const facts = source === null ? '' : `; source: ${source}${asOfDay === null ? '' : `, as of ${asOfDay}`}`;
  return `${id}${name === '' ? '' : `, ${name}`}: ${state}${facts}`;
}

function callWords(call: CallLineage, { timezone }: Paper): string {
  const { task, model, state, startedAt, inputTokens, outputTokens, isEstimated, costUsd } = call;
  const tokens =
    state === 'reserved'
      ? 'no end is known; what was set aside counts as spent'
      : `${String(inputTokens ?? 0)} tokens in, ${String(outputTokens ?? 0)} out${isEstimated ? ' (estimated)' : ''}`;
  const failed = state === 'failed' ? `failed (${call.code ?? 'unknown'}): ${call.reason ?? ''} ` : '';
  const accepted = state === 'answered' && !call.accepted ? '; its answer was not fit as it was' : '';
  return `${timeOf(startedAt, timezone)} ${task}, ${model}: ${failed}${tokens}, ${usd(costUsd)}${accepted}; key ${call.key}`;
}

function sumWords({
  calls,
  failed,
  inputTokens,
  outputTokens,
  reservedTokens,
  costUsd,
  isEstimated,
}: CallSum): string {
  const parts = [
    `${String(calls)} ${calls === 1 ? 'call' : 'calls'}${failed > 0 ? `, ${String(failed)} failed` : ''}`,
    `${String(inputTokens)} tokens in, ${String(outputTokens)} out`,
    ...(reservedTokens > 0 ? [`${String(reservedTokens)} set aside`] : []),
    `${usd(costUsd)}${isEstimated ? ' (in part estimated)' : ''}`,
  ];
  return parts.join('; ');
}

const usd = (amount: number) => `${amount.toFixed(amount > 0 && amount < 0.01 ? 6 : 4)} US dollars`;
