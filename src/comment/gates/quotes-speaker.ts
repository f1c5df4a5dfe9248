import { OPENERS } from './names-words.ts';

/** Who is said to have said something: by name, or only as "she". */
export interface Speaker {
  name: string | undefined;
}

/**
 * To whom a text gives the words between two of its offsets; undefined where it tells nobody, or nobody who is a person by
 * name or pronoun.
 *
 * Shape: verbs of saying of six languages with a name or pronoun beside them, "according to" somebody, a name with a colon
 * before the words or with a dash after them; in the sentence of the words only.
 */
export function speakerOf(text: string, { from, to }: { from: number; to: number }): Speaker | undefined {
  const after = text.slice(to, to + AROUND_MAX).replace(/\n[^]*$/u, '');
  const ended = /[.]["”“»’]?$/u.test(text.slice(from, to + 1).trimEnd());
  return followed(after, ended) ?? preceded(text.slice(Math.max(0, from - AROUND_MAX), from));
}

const AROUND_MAX = 200;

/** Words of saying, in the forms in which somebody else is spoken of. */
export const SAYS = [
  'said|says|told|tells|asked|asks|answered|answers|replied|replies|added|adds|wrote|writes|warned|warns|argued|argues|insisted|insists|declared|declares|claimed|claims|called|calls|stated|states|announced|announces|explained|explains|admitted|admits|noted|shouted|promised|testified|described|reckons|put it',
  'sagte|sagt|erklärte|erklärt|schrieb|schreibt|antwortete|antwortet|fragte|fragt|meinte|meint|betonte|betont|nannte|nennt|rief|warnte|warnt',
  'a dit|dit|a déclaré|déclare|déclarait|a affirmé|affirme|a écrit|écrit|a expliqué|explique|a répondu|répond|a demandé|demande|a ajouté|ajoute',
  'dijo|dice|afirmó|afirma|declaró|declara|explicó|explica|escribió|escribe|respondió|responde|preguntó|pregunta|añadió|señaló|llamó',
  'disse|diz|afirmou|declarou|explicou|escreveu|escreve|respondeu|perguntou|acrescentou|chamou',
  'ha detto|dice|ha dichiarato|dichiarò|ha affermato|afferma|ha spiegato|spiega|ha scritto|scrive|ha risposto|risponde|rispose|ha chiesto|chiede|ha aggiunto|aggiunge|chiamò',
].join('|');
const BY =
  "according to|in the words of|as told by|laut|zufolge|selon|d[’']après|según|segundo|de acordo com|secondo|so";
const WORD = String.raw`\p{Lu}[\p{L}\p{M}]*(?:[’'-]\p{L}[\p{L}\p{M}]*)*`;
const NAME = String.raw`(?<name>${WORD}(?:\s+(?:(?:de|da|do|dos|das|del|di|van|von|der|la|le)\s+)*${WORD}){0,3})`;
const PRONOUN =
  '(?<pronoun>he|she|they|er|sie|il|elle|ils|elles|él|ella|ellos|ellas|ele|ela|eles|elas|lui|lei)';
/** "the chair of the harbour board, Ana Reis" */
const ROLE = String.raw`(?:(?:\p{Ll}[\p{L}’'-]*,?\s+){0,7}?)`;
const WHO = `(?:${PRONOUN}|${ROLE}${NAME})(?!\\p{L})`;
/** "Ana Reis, who speaks for the crews, also" */
const MORE = String.raw`(?:,\s[^,;.!?]{1,80},|\s\([^)]{1,60}\))?\s+(?:\p{Ll}+\s+){0,2}?`;
const SUBJECT = `(?<!\\p{L})(?:${PRONOUN}|${NAME})${MORE}(?:${SAYS})(?!\\p{L})`;

const FOLLOWED = [
  new RegExp(String.raw`^(?:${SAYS}|${BY})\s+(?:(?:us|them|me|reporters)\s+)?${WHO}`, 'u'),
  new RegExp(String.raw`^(?:(?:is|was) what\s+)?${SUBJECT}`, 'u'),
  new RegExp(String.raw`^(?:are|were) the words of\s+${WHO}`, 'u'),
];
const SIGNED = new RegExp(String.raw`^[^\p{L}\p{N}.]*[—–-]\s*${NAME}\s*(?:[.,(]|$)`, 'u');
const PRECEDED = [
  new RegExp(String.raw`(?:^|[^\p{L}])${NAME}(?:\s*\([^)]*\)|,\s\p{Ll}[\p{L} ]*)?\s*:\s*$`, 'u'),
  new RegExp(String.raw`(?<!\p{L})(?:${SAYS})\s+${WHO}\s*[:,]\s*$`, 'u'),
  new RegExp(String.raw`(?<!\p{L})(?:${BY})\s+${WHO}[^.!?;]*$`, 'iu'),
];
const LAST_SUBJECT = new RegExp(SUBJECT, 'giu');

function followed(after: string, ended: boolean): Speaker | undefined {
  const signed = speakerIn(SIGNED.exec(after));
  if (signed) return signed;
  const bare = after.replace(/^[^\p{L}\p{N}.!?]+/u, '');
  const [says, subject, words] = FOLLOWED.map((pattern) => speakerIn(pattern.exec(bare)));
  // After a full stop a name begins a sentence of its own.
  return says ?? (ended ? undefined : subject) ?? words;
}

function preceded(before: string): Speaker | undefined {
  const bare = before.replace(/[^\p{L}\p{N}.!?:,;)\s]+\s*$/u, '');
  const sentence = (bare.split(SENTENCE_END).at(-1) ?? '').replace(QUOTED, ' ');
  for (const pattern of PRECEDED) {
    const speaker = speakerIn(pattern.exec(sentence));
    if (speaker) return speaker;
  }
  return [...sentence.matchAll(LAST_SUBJECT)].map(speakerIn).findLast((one) => one !== undefined);
}

const SENTENCE_END = /(?<=[.!?][”"»’]?)\s+(?=\p{Lu})|\n/u;
const QUOTED = /["“„«][^"“”„«»]*["”“»]/gu;

function speakerIn(match: RegExpExecArray | null): Speaker | undefined {
  const { name, pronoun } = match?.groups ?? {};
  if (pronoun !== undefined) return { name: undefined };
  const words = (name ?? '').replace(/[’']s$/u, '').split(/\s+/u);
  const isName = words.some((word) => /^\p{Lu}/u.test(word) && !OPENERS.has(word.toLowerCase()));
  if (name === undefined || !isName) return undefined;
  return PRONOUNS.test(name) ? { name: undefined } : { name: words.join(' ') };
}

const PRONOUNS = new RegExp(`^${PRONOUN}$`, 'iu');
