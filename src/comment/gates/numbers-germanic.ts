import { counted, joined, type NumberWords } from './numbers-list.ts';

const ENGLISH_TENS = counted('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10);
const ENGLISH_UNITS = counted('one two three four five six seven eight nine', 1);

export const english: NumberWords = {
  small: new Map([
    ...joined(ENGLISH_TENS, ENGLISH_UNITS, (ten, unit) => [`${ten}${unit}`]),
    ['fourscore', 80],
    ...counted(
      'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen',
    ),
    ...counted('sixteen seventeen eighteen nineteen', 16),
    ...counted('twenty thirty forty/fourty fifty sixty seventy eighty ninety', 20, 10),
    ...counted('first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth', 1),
    ...counted('thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth', 13),
    ...counted('twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth', 20, 10),
  ]),
  scales: new Map([
    ['hundred', 100],
    ['hundredth', 100],
    ['thousand', 1000],
    ['million', 1e6],
    ['billion', 1e9],
    ['trillion', 1e12],
    ['bn', 1e9],
    ['mn', 1e6],
  ]),
  and: new Set(['and']),
};

const GERMAN_UNITS = counted('ein zwei drei vier fünf sechs sieben acht neun', 1);
const GERMAN_TENS = counted(
  'zwanzig dreißig/dreissig vierzig fünfzig sechzig siebzig achtzig neunzig',
  20,
  10,
);
export const german: NumberWords = {
  small: new Map([
    ...counted(
      'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn',
    ),
    ...counted('sechzehn siebzehn achtzehn neunzehn', 16),
    ...counted('ein/eine/einen/einem/einer/eines', 1),
    ...GERMAN_TENS,
    ...joined(GERMAN_TENS, GERMAN_UNITS, (ten, unit) => [`${unit}und${ten}`]),
    ...['e', 'en', 'er', 'es', 'em'].flatMap((end) =>
      counted(
        'erst zweit dritt viert fünft sechst siebt/siebent acht neunt zehnt elft zwölft dreizehnt vierzehnt fünfzehnt',
        1,
      ).map(([word, value]): [string, number] => [word + end, value]),
    ),
    ...['e', 'en', 'er', 'es', 'em'].flatMap((end) =>
      GERMAN_TENS.map(([word, value]): [string, number] => [`${word}st${end}`, value]),
    ),
  ]),
  scales: new Map([
    ['hundert', 100],
    ['tausend', 1000],
    ['million', 1e6],
    ['millionen', 1e6],
    ['mio', 1e6],
    ['milliarde', 1e9],
    ['milliarden', 1e9],
    ['mrd', 1e9],
    ['billionen', 1e12],
  ]),
  and: new Set(['und']),
  fused: { thousand: /^(.*?)tausend(?:und)?(.*)$/u, hundred: /^(.*?)hundert(?:und)?(.*)$/u },
};
