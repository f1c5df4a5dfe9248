/**
 * Whether a text has nothing that any kind of contact is made of, so that it need not be looked at closely: most texts.
 *
 * Shape: only Latin letters and the marks of ordinary prose, no digit, no mark that stands between two letters, no letters
 * that stand alone in a row, no two words of digits in a row, and none of the words by which addresses are spelled out.
 */
export function isPlainProse(text: string): boolean {
  return (
    ORDINARY.test(text) &&
    !GLUED.test(text) &&
    !SPACED.test(text) &&
    !SPELLED.test(text) &&
    !SPOKEN.test(text) &&
    !HOUSE.test(text) &&
    !ROMAN.test(text)
  );
}

const ORDINARY = /^[A-Za-zÀ-ÖØ-öø-ÿ\s.,;:!?'"“”‘’„«»()–—…-]*$/;
const GLUED = /[A-Za-zÀ-ÿ][.:,][A-Za-zÀ-ÿ]|\s\.|::|:[^\s]/;
const SPACED = /(?<![A-Za-zÀ-ÿ])[A-Za-zÀ-ÿ][\s-]{1,2}[A-Za-zÀ-ÿ][\s-]{1,2}[A-Za-zÀ-ÿ](?![A-Za-zÀ-ÿ])/;
const SPELLED = new RegExp(
  [
    String.raw`\b(?:dot|punkt|point|punto|ponto|arroba|arobase|arobase|aro?base|chiocciola|klammeraffe|www\w*|https?|hxxps?|localhost)\b|ät|\(\s*at\b|\bat\s*\)`,
    String.raw`\b(?:insta\w*|facebook|twitter|tik ?tok|telegram|whats ?app|signal|mastodon|bluesky|you ?tube|linkedin|snapchat|discord|threads|reddit|wechat|viber|skype|twitch|pinterest|matrix|xing|ig|x)\b`,
    String.raw`\b(?:handle|user ?name|screen name|account name|benutzername|utilisateur|usuario|utilizador|utente)\b`,
    String.raw`\b(?:box|postfach|apartado|postal|postale|caja|b\.?p)\b|bo[iî]te`,
    String.raw`\b(?:full[\s-]stop|period|stop)\b\W+(?:(?:then|and|a)\s+){0,2}(?:com|org|net|co|uk|io|info|eu)\b`,
    String.raw`\S{20}`,
  ].join('|'),
  'i',
);
/** Without a digit a house has its number in words, before the name of its street. */
const HOUSE =
  /(?:\b(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve)|teen|ty(?:-[a-z]+)?)\s+[A-ZÀ-Þ]/;
const DIGITS =
  'zero|oh|o|nought|naught|one|two|three|four|five|six|seven|eight|nine|hundred|null|eins|zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun|zéro|un|deux|trois|quatre|cinq|sept|huit|neuf|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|um|dois|três|quatro|sete|oito|nove|due|tre|quattro|cinque|sei|sette|otto|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|vingt|trente|quarante|cinquante|soixante|double|triple|treble|doppel|doble|dobro|doppio';
const ROMAN = /\b[IVX]{1,4}[\s,.-]{1,3}[IVX]{1,4}[\s,.-]{1,3}[IVX]{1,4}\b/;
const SPOKEN = new RegExp(
  String.raw`(?:^|[^A-Za-zÀ-ÿ])(?:${DIGITS})[\s,.;_-]+(?:${DIGITS})(?![A-Za-zÀ-ÿ])`,
  'i',
);
