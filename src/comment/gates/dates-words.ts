import { baseLanguage } from '../../shared/language.ts';

/** The names of months and weekdays of a language, by their number: months 1–12, weekdays 0 (Sunday) to 6. */
export interface DateWords {
  months: ReadonlyMap<string, number>;
  weekdays: ReadonlyMap<string, number>;
  /** Finds all of them, the name being the first group: "Freitagabend" holds "Freitag". */
  pattern: RegExp;
}

/** The names in a language, by the first part of its tag; undefined where we have none. */
export function dateWordsOf(language: string): DateWords | undefined {
  return LANGUAGES.get(baseLanguage(language));
}

/** English month names that are also other words, and short ones: with a capital, beside a number or a word of time. */
export const AMBIGUOUS = new Set('may march jan feb mar apr jun jul aug sept sep oct nov dec'.split(' '));

function named(monthNames: string, weekdayNames: string): DateWords {
  const [months, weekdays] = [numbered(monthNames, 1), numbered(weekdayNames, 0)];
  const names = [...months.keys(), ...weekdays.keys()].toSorted((a, b) => b.length - a.length);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(${names.join('|')})${PART_OF_DAY}(?![\\p{L}\\p{N}])`,
    'giu',
  );
  return { months, weekdays, pattern };
}

const PART_OF_DAY = '(?:abend|morgen|mittag|vormittag|nachmittag|nacht)?';

function numbered(list: string, from: number): Map<string, number> {
  return new Map(
    list.split(' ').flatMap((names, i) => names.split('/').map((name): [string, number] => [name, from + i])),
  );
}

const LANGUAGES: ReadonlyMap<string, DateWords> = new Map([
  [
    'en',
    named(
      'january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct november/nov december/dec',
      'sunday/sundays monday/mondays tuesday/tuesdays wednesday/wednesdays thursday/thursdays friday/fridays saturday/saturdays',
    ),
  ],
  [
    'de',
    named(
      'januar/jänner februar/feber märz april mai juni juli august september oktober november dezember',
      'sonntag/sonntags montag/montags dienstag/dienstags mittwoch/mittwochs donnerstag/donnerstags freitag/freitags samstag/samstags/sonnabend',
    ),
  ],
  [
    'fr',
    named(
      'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
      'dimanche/dimanches lundi/lundis mardi/mardis mercredi/mercredis jeudi/jeudis vendredi/vendredis samedi/samedis',
    ),
  ],
  [
    'es',
    named(
      'enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre',
      'domingo/domingos lunes martes miércoles jueves viernes sábado/sábados',
    ),
  ],
  [
    'pt',
    named(
      'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
      'domingo/domingos segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado/sábados',
    ),
  ],
  [
    'it',
    named(
      'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
      'domenica/domeniche lunedì martedì mercoledì giovedì venerdì sabato/sabati',
    ),
  ],
]);
