/** Whether a text holds a telephone number, in digits with whatever between them, in letters or in words. */
export function hasPhone(text: string): boolean {
  return (
    VANITY.test(text) || ROMAN.test(text) || SHORT_CODE.test(text) || hasDigits(text) || hasSpokenDigits(text)
  );
}

function hasDigits(text: string): boolean {
  const plain = text.replace(HARMLESS, ' … ');
  return [...plain.matchAll(RUN)].some(({ 0: run, index }) => {
    const around = {
      before: plain.slice(Math.max(0, index - 30), index),
      after: plain.slice(index + run.length).slice(0, 30),
    };
    return digitsOf(run) >= DIGITS_MIN && !isOther(run, around);
  });
}

/** Shorter ones are prices, years and counts. */
const DIGITS_MIN = 7;
const digitsOf = (text: string) => (text.match(/\p{Nd}/gu) ?? []).length;

const SEPARATED = String.raw`(?:\s?[-/·*|~_]{1,2}\s?|\.(?!\s)|\s{1,3}|\s?[()]{1,2}\s?[-/.]?\s?)`;
const RUN = new RegExp(
  String.raw`[+(]{0,2}(?<![\p{L}\p{Nd}])\p{Nd}(?:${SEPARATED}?\p{Nd}){6,}|(?:\p{Nd}{2,4}\.\s){2,}\p{Nd}{2,}|(?<![\p{L}\p{Nd}])\p{Nd}(?:\s?,\s?\p{Nd}(?!\p{Nd})){6,}`,
  'gu',
);

/** Dates, times, years, ranges of years, acts and results of a match. */
const HARMLESS = new RegExp(
  [
    String.raw`(?<![\p{Nd}-])(?:1[4-9]|20|21)\p{Nd}{2}(?:-\p{Nd}{2}-\p{Nd}{2}(?:T\S+)?|\.\p{Nd}{2}\.\p{Nd}{2}|\/\p{Nd}{2}\/\p{Nd}{2})(?![\p{Nd}-])`,
    String.raw`(?<![\p{Nd}./])\p{Nd}{1,2}([./-])\s?\p{Nd}{1,2}\1\s?(?:1[4-9]|20|21)\p{Nd}{2}(?!\p{Nd})`,
    String.raw`(?<![\p{Nd}./-])(?:[01]?\d|2[0-3])[.:][0-5]\d(?![./-]?\d)(?:\s?-\s?(?:[01]?\d|2[0-4])[.:][0-5]\d(?![./-]?\d))?`,
    String.raw`(?<![\p{Nd}+/-])(?:[01]?\d|2[0-3])[.:][0-5]\d\s?-\s?(?:[01]?\d|2[0-4])[.:][0-5]\d(?![./-]?\d)`,
    String.raw`(?<![\p{Nd}+/.-])(?:1[4-9]|20|21)\d\d(?:\s?[-/,]\s?(?:1[4-9]|20|21)\d\d)+(?![\p{Nd}/-])`,
    String.raw`(?<![\p{Nd}+/.-])(?:(?:19|20)\d\d\/\d{1,4}|\d{1,4}\/(?:19|20)\d\d)(?![\p{Nd}/.-])`,
    String.raw`(?<![\p{Nd}+/.-])(?:1[4-9]|20|21)\d\d(?=\s?\()`,
    String.raw`(?<![\p{Nd}+/.-])(?:[67]-[0-7]|[0-7]-[67])(?:[\s,]+(?:[67]-[0-7]|[0-7]-[67])){1,4}(?![\p{Nd}-])`,
  ].join('|'),
  'gu',
);

/** A sum or a count: in groups of three, or of something, and nobody is asked to call. */
function isOther(run: string, { before, after }: { before: string; after: string }): boolean {
  if (/^[+(0]/.test(run) || CALLING.test(before)) return false;
  // A number with a fraction.
  if (/^\p{Nd}{1,2}\.\p{Nd}+$/u.test(run)) return true;
  if (/[$€£¥₹]\s?$/u.test(before) || UNIT.test(after)) return true;
  return GROUPED.test(run) && /^\s?[\p{L}%€$£]/u.test(after);
}

const GROUPED = /^\p{Nd}{1,3}(?:([ \u00a0.'’])\p{Nd}{3})(?:\1\p{Nd}{3})*$/u;
const CALL_WORDS =
  'call|phone|telephone|tel|ring|dial|text|sms|fax|mobile|hotline|number is|ruf\\p{L}*|anruf\\p{L}*|telefon\\p{L}*|wähl\\p{L}*|appel\\p{L}*|téléphon\\p{L}*|composez|llam\\p{L}*|marque|teléfono|lig\\p{L}*|telefone|chiam\\p{L}*|whatsapp';
const CALLING = new RegExp(`(?<!\\p{L})(?:${CALL_WORDS})(?!\\p{L})[^.!?]{0,20}$|[☎☏📞📱✆]\\s*$`, 'iu');
const UNIT =
  /^\s?(?:[€$£¥%]|(?:crowns?|euros?|dollars?|pounds?|francs?|people|residents|inhabitants|voters|votes|households|litres?|liters?|tonnes?|tons?|kilomet\p{L}+|met(?:re|er)s?|km|kg|m|t|kronen|einwohner\p{L}*|menschen|liter|tonnen|couronnes|habitants|personnes|coronas|habitantes|personas|coroas|pessoas|corone|abitanti|persone)(?!\p{L}))/iu;

const VANITY =
  /(?<![\p{L}\p{N}])(?:\+?1[-.\s]?)?8(?:00|33|44|55|66|77|88)[-.\s][A-Z0-9]*[A-Z]{3,}|(?<![\p{L}\p{N}])1[-.\s]?8\d\d[-.\s][a-z0-9-]*[a-z]{3,}|(?<![\p{L}\p{N}])0?[89]00[-.\s][A-Z]{3,}|(?<![\p{L}\p{N}-])(?:\d{3}-[A-Z]{4,}|\(\d{3}\)\s?[A-Z]{3,})/u;
/** Digits as Romans wrote them, seven in a row. */
const ROMAN =
  /(?<![\p{L}\p{N}])(?:(?:I{1,3}|I?V|VI{1,3}|I?X)[\s,.-]{1,3}){6,}(?:I{1,3}|I?V|VI{1,3}|I?X)(?![\p{L}\p{N}])/u;
/** Numbers too short to be told from others but by what one shall do. */
const SHORT_CODE =
  /(?<!\p{L})(?:text|sms|send)(?!\p{L})[^.!?]{0,30}(?<!\p{L})(?:to|an|à|al|a)\s+\d{4,6}(?![\d,]\d|\s?\p{L})|(?<!\p{L})(?:dial|tel|phone|telephone|ring|fax|call|hotline)\.?\s*(?:us|me|on|at|number|:|no\.)?\s*:?\s*\d{5,6}(?=\s*(?:[.,;!?)]|$))/iu;

/** Digits in words, seven or more in a row, some of which may be written as digits. */
function hasSpokenDigits(text: string): boolean {
  return [...text.matchAll(SPOKEN_RUN)].some(({ 0: run }) => {
    const words = run.match(SPOKEN) ?? [];
    const more = (run.match(TWO_DIGITS) ?? []).length + 2 * (run.match(/triple|treble/giu) ?? []).length;
    return words.length >= 3 && words.length + more + digitsOf(run) >= DIGITS_MIN;
  });
}

const SPOKEN_WORDS =
  'zero|oh|o|nought|naught|one|two|three|four|five|six|seven|eight|nine|hundred|null|eins|zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun|zéro|un|deux|trois|quatre|cinq|sept|huit|neuf|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|um|dois|três|quatro|sete|oito|nove|due|tre|quattro|cinque|sei|sette|otto|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|vingt|trente|quarante|cinquante|soixante)(?:-\\p{L}+)?|double|triple|treble|doppel|doble|dobro|doppio';
const SPOKEN = new RegExp(`(?<!\\p{L})(?:${SPOKEN_WORDS})(?!\\p{L})`, 'giu');
const SPOKEN_RUN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:${SPOKEN_WORDS})|\\p{Nd}{1,4})(?:[\\s,.;·*/_-]+(?:(?:${SPOKEN_WORDS})|\\p{Nd}{1,4})(?![\\p{L}\\p{N}])){2,}`,
  'giu',
);
/** Words that say two digits. */
const TWO_DIGITS =
  /double|doppel|doble|dobro|doppio|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|vingt|trente|quarante|cinquante|soixante/giu;
