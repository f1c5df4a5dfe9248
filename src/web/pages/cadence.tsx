import { stringsFor } from '../../../strings/strings.ts';
import type { Subscriber } from '../../../db/subscriber.ts';
import { WEEKDAYS } from '../../shared/day.ts';
import type { FormFault } from '../form.ts';
import type { Site } from '../site.ts';
import { Choice, Choices } from './fields.tsx';

/** How often the digest comes; without an answer nothing can be sent, so the form says `daily` until somebody chooses. */
export function CadenceChoice(props: { site: Site; chosen: string; fault?: FormFault | undefined }) {
  const { site, chosen, fault } = props;
  return (
    <Choices name="cadence" legend={stringsFor(site.language).pages.form.cadence} fault={fault}>
      {CADENCES.map((value) => (
        <Choice
          key={value}
          type="radio"
          name="cadence"
          value={value}
          label={cadenceInWords(site, value)}
          checked={chosen === value}
        />
      ))}
    </Choices>
  );
}

/** "Every day", or "Once a week, on Sunday: the best of the week". */
export function cadenceInWords(site: Site, cadence: Subscriber['cadence']): string {
  const { daily, weekly } = stringsFor(site.language).pages.form.cadences;
  return cadence === 'daily' ? daily : weekly(weekdayInWords(site.weeklyOn, site.language));
}

const CADENCES = ['daily', 'weekly'] as const;

/** 1 January 2023 was a Sunday. */
function weekdayInWords(weekday: Site['weeklyOn'], language: string): string {
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  return format.format(Date.UTC(2023, 0, 1 + WEEKDAYS.indexOf(weekday)));
}
