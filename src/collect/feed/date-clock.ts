import { placeMinutes, zoneMinutes } from './date-words.ts';

/** Seconds since midnight, and what stands behind, which may name a zone; midnight for what holds no time. */
export function readClock(text: string): { seconds: number; behind: string } | undefined {
  const found = CLOCK.exec(text) ?? CLOCK_WITHOUT_SIGNS.exec(text) ?? HOUR_ALONE.exec(text);
  if (!found) return { seconds: 0, behind: '' };
  const [whole, said = '', minutes = '0', seconds = '0', fraction = '0'] = found;
  const [before, behind] = [text.slice(0, found.index), text.slice(found.index + whole.length)];
  const half = (HALF_DAY.exec(behind) ?? HALF_DAY.exec(before))?.[1]?.toLowerCase();
  const hours = half === undefined ? Number(said) : hourOfHalf(Number(said), half);
  if (hours > 24 || Number(minutes) > 59 || Number(seconds) > 60) return undefined;
  if (hours === 24 && Number(minutes) + Number(seconds) > 0) return undefined;
  const whole60 = hours * 3600 + Number(minutes) * 60 + Math.min(59, Number(seconds));
  return { seconds: whole60 + Number(`0.${fraction}`), behind: behind.replace(HALF_DAY, ' ') };
}

function hourOfHalf(hours: number, half: string): number {
  if (hours > 12) return hours;
  return (hours % 12) + (half === 'p' ? 12 : 0);
}

/** Minutes east of UTC. */
export function zoneIn(text: string, atMs: number): number {
  const offset = /([+-])\s?(\d{1,2})(?::?(\d{2}))?(?!\d)/.exec(text);
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    return minutes > ZONE_MINUTES_MAX ? 0 : minutes * (offset[1] === '-' ? -1 : 1);
  }
  const place = /\b[A-Z][A-Za-z]+\/[A-Z][A-Za-z_]+/.exec(text)?.[0];
  if (place !== undefined) return placeMinutes(place, atMs);
  const names = text.toUpperCase().match(/\b[A-Z]{1,5}\b/g) ?? [];
  return names.map(zoneMinutes).find((minutes) => minutes !== undefined) ?? 0;
}

const ZONE_MINUTES_MAX = 15 * 60;

const CLOCK = /(?<!\d)(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2}))?(?:[.,](\d+))?(?!\d)/;
const CLOCK_WITHOUT_SIGNS = /(?<!\d)(\d{2})(\d{2})(\d{2})?(?:[.,](\d+))?(?!\d)/;
const HOUR_ALONE = /(?<!\d)(\d{1,2})(?=\s*(?:[ap]\.?m|Z|[+-]\d|$))/i;
const HALF_DAY = /\b([ap])\.?m\b\.?/i;
