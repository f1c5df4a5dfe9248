/** Which month a word names, in the languages that feeds are written in; undefined when it names none. */
export function monthOf(word: string): number | undefined {
  const plain = withoutMarks(word);
  const stem =
    plain.length <= WORD_CHARACTERS_MAX ? STEMS.find(([stem]) => plain.startsWith(stem)) : undefined;
  return stem?.[1];
}

/**
 * Minutes east of UTC that a zone name stands for; undefined for a name that is not known.
 *
 * Source: RFC 5322 section 4.3 for the American names (and why single letters but Z count as UTC); the others are
 * those that news sites write.
 */
export function zoneMinutes(name: string): number | undefined {
  if (/^[A-Z]$/.test(name)) return 0;
  const hours = ZONE_HOURS[name];
  return hours === undefined ? undefined : hours * 60;
}

/** Minutes east of UTC that a place (`Europe/Paris`) has at a moment; 0 for a place that is not known. */
export function placeMinutes(place: string, atMs: number): number {
  try {
    const format = new Intl.DateTimeFormat('en', { timeZone: place, timeZoneName: 'longOffset' });
    const offset = format.formatToParts(atMs).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours, minutes] = /([+-])(\d+):(\d+)/.exec(offset) ?? [];
    return (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -1 : 1);
  } catch {
    return 0;
  }
}

/** Lower case, without accents: "Août" becomes "aout". */
export function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

const WORD_CHARACTERS_MAX = 14;

/** How the names of each month begin, without accents. A longer beginning wins over a shorter one. */
const MONTH_STEMS = [
  'jan jaan ene gen ian sty led tammi oca saus ιαν янв січ яну',
  'feb fev veb fub lut unor helmi sub vas φεβ фев лют',
  'mar mrt mart maart maalis brez kov μαρ мар бер',
  'apr avr abr kwi dub huhti nis bal απρ апр кві',
  'may mai maj mag mei kvet touko geg μαι май мая тра',
  'jun juin giu iun cze cerv kesa haz birz juun ιουν июн юни чер',
  'jul juil lug iul lip cervenec cervenc heina tem liep juul ιουλ июл юли лип',
  'aug aou ago agu sie srp elo rugp αυγ авг сер',
  'sep set szept wrz zar syys eyl rugs σεπ сен сеп вер',
  'oct okt ott out paz rij loka eki spal οκτ окт жов',
  'nov noi lis marras kas lapk νοε ноя ное лис',
  'dec dez dic des det gru pros joulu ara δεκ дек гру',
];

const STEMS = MONTH_STEMS.flatMap((stems, i) =>
  stems.split(' ').map((stem): [string, number] => [withoutMarks(stem), i + 1]),
).toSorted(([a], [b]) => b.length - a.length);

const ZONE_HOURS: Record<string, number> = {
  UT: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
  ET: -5,
  CT: -6,
  MT: -7,
  PT: -8,
  AST: -4,
  ADT: -3,
  NST: -3.5,
  NDT: -2.5,
  AKST: -9,
  AKDT: -8,
  HST: -10,
  BRT: -3,
  ART: -3,
  BST: 1,
  WEST: 1,
  CET: 1,
  MET: 1,
  MEZ: 1,
  CEST: 2,
  MEST: 2,
  MESZ: 2,
  EET: 2,
  SAST: 2,
  EEST: 3,
  MSK: 3,
  MSD: 4,
  PKT: 5,
  IST: 5.5,
  ICT: 7,
  WIB: 7,
  HKT: 8,
  SGT: 8,
  AWST: 8,
  JST: 9,
  KST: 9,
  ACST: 9.5,
  AEST: 10,
  ACDT: 10.5,
  AEDT: 11,
  NZST: 12,
  NZT: 12,
  NZDT: 13,
};
