/** Whether a text says to which door or box a letter could be sent. */
export function hasPostalAddress(text: string): boolean {
  return ADDRESSES.some((pattern) => pattern.test(text));
}

const NUMBER = String.raw`(?<![\p{L}\p{N}.,:/-])\d{1,5}\s?[a-zA-Z]?`;
const STREETS =
  'Street|Road|Avenue|Lane|Drive|Boulevard|Square|Terrace|Way|Row|Quay|Crescent|Close|Walk|Alley|Parade|Embankment|Wharf|Mews|Highway|Gardens|Parkway';
/** They also stand for other words. */
const STREETS_SHORT =
  'St|Rd|Ave|Av|Ln|Dr|Blvd|Sq|Ct|Court|Pl|Place|Hill|Yard|Green|Gate|Park|Pier|Steps|Bridge';
const NAME = String.raw`\p{Lu}[\p{L}\p{N}'’.-]*`;
const END = String.raw`(?=\s*(?:[.,;:!?)]|$|\n))`;
/** After a house number no noun follows, which it would count. */
const NOT_COUNTED = String.raw`(?!\s?[\d%€$£]|\s+(?!(?:and|at|from|on|in|by|to|for|und|bei|in|im|am|ab|von|zu|et|à|au|en|y|e|o|ou|em|às|das|para|hoje|presso|dalle)(?!\p{L}))\p{Ll}{2,}|[.,]\d|:\d)`;

const ADDRESSES: RegExp[] = [
  // 12 River Street; 12 river street.
  new RegExp(String.raw`${NUMBER},?\s+(?:${NAME}\s+){1,4}(?:${STREETS})(?!\p{L})`, 'u'),
  new RegExp(String.raw`${NUMBER},?\s+(?:${NAME}\s+){1,4}(?:${STREETS_SHORT})\b\.?${END}`, 'u'),
  new RegExp(String.raw`${NUMBER},?\s+\p{L}+\s+(?:street|road|avenue|lane|boulevard)${END}`, 'iu'),
  new RegExp(
    String.raw`(?<!\p{L})(?:at|to|visit|c\/o|in)\s+(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|\p{L}+teen|\p{L}+ty(?:-\p{L}+)?)\s+(?:${NAME}\s+){1,3}(?:${STREETS})(?!\p{L})`,
    'u',
  ),
  // Hafenstraße 12; Am Markt 5.
  new RegExp(
    String.raw`(?<!\p{L})\p{Lu}[\p{L}-]*(?:straße|strasse|str\.|gasse|allee|chaussee|damm|ufer|\p{Ll}weg|\p{Ll}platz|\p{Ll}markt)\s+\d{1,4}\s?[a-z]?(?!\p{L})(?!\s*(?:km|Kilometer|Meter|Uhr|Prozent|Jahre?|Euro|Kronen|Menschen|Leute)(?!\p{L}))${NOT_COUNTED}`,
    'u',
  ),
  new RegExp(
    String.raw`(?<!\p{L})\p{Lu}[\p{L}-]*[\s-](?:Straße|Strasse|Str\.|Gasse|Allee|Platz|Weg|Ufer)\s+\d{1,4}\s?[a-z]?(?!\p{L})${NOT_COUNTED}`,
    'u',
  ),
  new RegExp(
    String.raw`(?<!\p{L})(?:Am|An der|Im|Zum|Zur|Auf der|Unter den|In der)\s+(?!Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahr)\p{Lu}\p{L}+\s+\d{1,3}\s?[a-z]?(?=\s*(?:[,;]|\.?$|\.\s|und\s|in\s))`,
    'u',
  ),
  // 12, rue du Port.
  new RegExp(
    String.raw`${NUMBER}(?:bis|ter)?\s?,?\s+(?:[Rr]ue|[Aa]venue|[Aa]v\.|[Bb]oulevard|[Bb]d|[Qq]uai|[Pp]lace|[Ii]mpasse|[Cc]hemin|[Aa]llée|[Cc]ours|[Pp]assage|[Rr]oute|[Rr]uelle|[Ss]quare)\s+(?:(?:de|du|des|la|le|les|l['’]|d['’]|aux?)\s?)*${NAME}`,
    'u',
  ),
  // Rua do Cais, 12; Calle Mayor 5; Via Roma 3.
  new RegExp(
    String.raw`(?<!\p{L})(?:Calle|C\/|Avenida|Avda\.?|Av\.|Plaza|Paseo|Rua|R\.|Travessa|Praça|Largo|Estrada|Alameda|Via|Viale|Piazza|Corso|Vicolo|Carrer|Rue|Rúa|Beco)\s+(?:(?:de|del|la|las|los|do|da|dos|das|di|della|delle|dei|degli|du|des)\s+|d['’])*${NAME}(?:\s+(?:(?:de|del|do|da|dos|das|di|della|e|y)\s+)*${NAME}){0,3}\s*,?\s*(?:n\.?\s?[º°o]\.?|nº|núm\.?|número|numero|num\.)?\s*\d{1,4}${NOT_COUNTED}`,
    'u',
  ),
  // Boxes.
  /(?<!\p{L})P\.?\s?O\.?\s?Box(?!\p{L})|(?<!\p{L})(?:post office box|postfach|apartado(?: de correos| postal)?|caixa postal|casella postale|boîte postale|bo[iî]te|caja postal|box no\.?)\s+(?:n\.?º?\s?)?\d|(?<!\p{L})[BC]\.?P\.?\s+\d{2,}/iu,
  // Postcodes.
  /(?<!\p{L})(?:A[LKZR]|C[AOT]|D[EC]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY])\.?\s+\d{5}(?:-\d{4})?(?![\p{L}\d])/u,
  /(?<![\p{L}\p{N}])[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}(?![\p{L}\p{N}])/u,
  /(?<![\p{L}\p{N}])(?:D|A|CH|F|E|I|B|L|NL|PL)-\d{4,5}\s+\p{Lu}/u,
  /(?<![\p{L}\p{N}-])\d{4}-\d{3}\s+\p{Lu}|(?<![\p{L}\p{N}-])\d{5}-\d{3}(?![\p{N}-])/u,
  new RegExp(
    String.raw`(?:,|^|\n)\s*\d{5}\s+(?!Kronen|Euro|Menschen|Einwohner|Personen|Haushalte|Stimmen|Tonnen|Liter)\p{Lu}\p{Ll}+(?:[\s-]\p{Lu}\p{Ll}+)*${END}`,
    'u',
  ),
  /(?:,|^|\n)\s*\d{4}\s?[A-Z]{2}\s+\p{Lu}\p{Ll}+/u,
];
