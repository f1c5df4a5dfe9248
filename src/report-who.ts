import { timeOf } from './comment/review/wrap.ts';
import { reasonOf } from './deliver/reasons.ts';
import type { WhoPart, WhoRow } from './deliver/who.ts';
import { CSV_END, csvRecord } from './shared/csv.ts';

/**
 * Who got what, for a person: a line a delivery, with tabs between its cells.
 *
 * Shape: of everybody address, state and reason; of one (`one`) day, edition, state, and reason or when it was handed over.
 * Between the editions of one day (`isNext`) stands which one follows.
 */
export function whoLines(
  { edition, rows, note, dropped }: WhoPart,
  { timezone, one, isNext }: { timezone: string; one: boolean; isNext: boolean },
): string[] {
  if (note !== null)
    return [
      note,
      ...(dropped ?? []).map((each) => {
        const reason = reasonOf(each);
        return `  ${String(each.count)} ${each.state}${reason === null ? '' : `: ${reason}`}`;
      }),
    ];
  const head = isNext && !one && edition ? [`${edition.cadence} edition ${String(edition.number)}:`] : [];
  return [
    ...head,
    ...rows.map((row) =>
      one && edition
        ? [edition.day, edition.cadence, row.state, fateOf(row, timezone)].join('\t')
        : [row.address ?? ERASED, row.state, ...(row.reason === null ? [] : [row.reason])].join('\t'),
    ),
  ];
}

/** Who got what, for a program: one JSON object a line. */
export function whoJson({ edition, rows, note, dropped }: WhoPart): string {
  const of =
    edition === null ? {} : { edition: edition.day, number: edition.number, cadence: edition.cadence };
  if (dropped) return `${JSON.stringify({ ...of, dropped })}\n`;
  if (note !== null) return '';
  return rows.map((row) => `${JSON.stringify({ ...of, ...row })}\n`).join('');
}

const HEAD = [
  'edition',
  'number',
  'cadence',
  'address',
  'state',
  'reason',
  'categories',
  'planned_at',
  'submitted_at',
  'provider_id',
];

/** The first record of the CSV file. */
export const whoCsvHead = (): string => csvRecord(HEAD) + CSV_END;

/** Who got what, for a spreadsheet: one record a delivery. */
export function whoCsv({ edition, rows }: WhoPart): string {
  if (edition === null) return '';
  const { day, number, cadence } = edition;
  return rows
    .map((row) => {
      const { address, state, reason, categories, plannedAt, submittedAt, providerId } = row;
      return csvRecord([
        day,
        number,
        cadence,
        address,
        state,
        reason,
        categories.join(' '),
        plannedAt.toISOString(),
        submittedAt?.toISOString() ?? null,
        providerId,
      ]);
    })
    .map((record) => record + CSV_END)
    .join('');
}

const ERASED = '(erased)';

function fateOf({ reason, submittedAt, providerId }: WhoRow, timezone: string): string {
  if (reason !== null) return reason;
  if (submittedAt === null) return 'waits for its batch';
  return `handed over ${timeOf(submittedAt, timezone)}${providerId === null ? '' : `, as ${providerId}`}`;
}
