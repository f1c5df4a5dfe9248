/**
 * Read a date as feeds write them.
 *
 * Shape: RFC 822 with or without the weekday and with the usual zone names; RFC 3339 and looser ISO 8601. A time
 * without a zone counts as UTC.
 * Errors: undefined when it cannot be read.
 */
export function readDate(text: string | undefined): Date | undefined {
  const trimmed = text?.trim().replace(/\s+/g, ' ') ?? '';
  if (trimmed === '' || trimmed.length > 60) return undefined;
  const iso = ISO.exec(trimmed);
  const at = iso
    ? Date.parse(`${iso[1]}T${iso[2] ?? '00:00'}${zoneOf(iso[3])}`)
    : Date.parse(withZone(trimmed));
  return Number.isNaN(at) ? undefined : new Date(at);
}

/**
 * When a piece was published: what its source says, unless that is impossible.
 *
 * Units: `now` is the time of collecting, which takes the place of a date that is missing, in the future or before 1990.
 */
export function plausibleDate(said: Date | undefined, now: Date): Date {
  return said && said <= now && said.getUTCFullYear() >= 1990 ? said : now;
}

const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s?(Z|[+-]\d{2}:?\d{2}|UTC|GMT)?)?$/i;

function zoneOf(zone: string | undefined): string {
  const digits = /^([+-]\d{2}):?(\d{2})$/.exec(zone ?? '');
  return digits ? `${digits[1]}:${digits[2]}` : 'Z';
}

function withZone(text: string): string {
  const named = /\s([A-Z]{2,5})$/i.exec(text)?.[1]?.toUpperCase();
  const offset = named === undefined ? undefined : ZONES[named];
  if (offset !== undefined) return text.replace(/[A-Z]+$/i, offset);
  return /\d{1,2}:\d{2}(?::\d{2})?$/.test(text) ? `${text} GMT` : text;
}

/** Names that a JavaScript engine does not know; it knows those of RFC 822 itself. */
const ZONES: Record<string, string> = {
  WET: '+0000',
  BST: '+0100',
  WEST: '+0100',
  CET: '+0100',
  CEST: '+0200',
  EET: '+0200',
  EEST: '+0300',
  MSK: '+0300',
  IST: '+0530',
  HKT: '+0800',
  SGT: '+0800',
  JST: '+0900',
  KST: '+0900',
  AEST: '+1000',
  AEDT: '+1100',
  NZST: '+1200',
  NZDT: '+1300',
};
