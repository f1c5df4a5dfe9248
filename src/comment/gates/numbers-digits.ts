/** Digits of any script as 0–9, each in its place, so that positions stay what they are. */
export function plainDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    let zero = digit.codePointAt(0) ?? 0;
    const code = zero;
    while (code - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
    // Digits of two units would move what stands after them.
    return digit.length === 1 ? String(code - zero) : digit;
  });
}

/** Numbers in digits with what may part them; a plain space parts thousands too. */
export const DIGITS = /\d+(?:[.,'’:]\d+|[ \u00a0\u2009\u202f]\d{3}(?!\d))*/gu;

/**
 * Every way to read a run of digits: each reading is a list of keys, and one key is a value or a time of day.
 *
 * Shape: "1,000" is 1000 in any notation, "2,8" is 2.8, "5.31" may be a time ("t5:31"); what cannot be one number, such
 * as "3:1" or "1.2.3", is read as several.
 */
export function readingsOf(run: string): string[][] {
  const time = /^(\d{1,2})[:.](\d\d)$/.exec(run);
  const isTime = time !== null && Number(time[1]) <= 24 && Number(time[2]) < 60;
  const asTime = isTime ? [timeKey(Number(time[1]), Number(time[2]))] : [];
  const whole = wholeOf(run);
  const several = run.split(/\D/).map((part) => String(Number(part)));
  if (whole === undefined) return asTime.length > 0 ? [asTime] : [several];
  const spaced = /^\d{1,3}(?: \d{3})+$/.test(run) ? [several] : [];
  return [[String(whole)], ...(isTime ? [asTime] : []), ...spaced];
}

/** A time of day as a key. Units: hours of 24. */
export function timeKey(hours: number, minutes: number): string {
  return `t${hours}:${String(minutes).padStart(2, '0')}`;
}

/** Every script has its ten digits in one row, and nothing right before them. */
const DIGIT = /^\p{Nd}$/u;

function wholeOf(run: string): number | undefined {
  if (/^\d+$/.test(run)) return Number(run);
  const grouped = /^([1-9]\d{0,2}(?:([.,'’\u00a0\u2009\u202f ])\d{3})(?:\2\d{3})*)(?:[.,](\d+))?$/u.exec(run);
  const indian = /^[1-9]\d?(?:,\d\d)+,\d{3}$/.test(run);
  if (indian) return Number(run.replace(/,/g, ''));
  if (grouped !== null && grouped[2] !== undefined) {
    const rest = run.slice((grouped[1] ?? '').length, (grouped[1] ?? '').length + 1);
    if (rest !== grouped[2]) return Number(`${(grouped[1] ?? '').replace(/\D/gu, '')}.${grouped[3] ?? '0'}`);
  }
  return /^\d+[.,]\d+$/.test(run) ? Number(run.replace(',', '.')) : undefined;
}
