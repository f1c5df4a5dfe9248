/**
 * One record of a CSV file, without its line end.
 *
 * Shape: quoted where it has to be. A cell that a spreadsheet would take for a formula gets an apostrophe before it.
 * Source: RFC 4180; OWASP on CSV injection.
 */
export const csvRecord = (cells: readonly (string | number | null)[]): string => cells.map(cellOf).join(',');

/** What ends each record. */
export const CSV_END = '\r\n';

function cellOf(value: string | number | null): string {
  if (value === null) return '';
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
