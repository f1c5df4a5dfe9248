/**
 * What a model leaves in a text that is no part of it: refusals, greetings to whom it answers, the words of its prompt,
 * its own thoughts and places to fill in; as the text writes them.
 *
 * Shape: with `letter`, "[your name]" and other places that the sender fills in may stand ("[your …]", "[say …]" and the
 * like in six languages), but none that asks for a password, a card or an account; elsewhere only short ones for the
 * reader's own name, street and so on may.
 */
export function leftoversIn(text: string, { letter = false }: { letter?: boolean } = {}): string[] {
  const patterns = [...REFUSALS, ...PREAMBLES, ...PROMPT, ...PLACES];
  const found = patterns.flatMap((pattern) => pattern.exec(text)?.[0].trim() ?? []);
  const brackets = [...text.matchAll(BRACKETS)].filter(([, inside = '']) => !isForSender(inside, letter));
  return [...new Set([...found, ...brackets.map(([whole]) => whole)])];
}

const BRACKETS = /[[{]([^\][{}\n]{1,120})[\]}]/gu;
/** A quotation may leave out or put in: "[…]", "[sic]", "[the board]". */
const OPENS_WITH_ORDER =
  /^\s*(?:insert|add|fill|enter|name of|your|date|placeholder|todo|tbd|xx|c\d|q\d|claims?|quotes?|source|citation|link|url|einfügen|name|datum|insérer|nom|insertar|nombre|inserir|nome|inserire|\.\.\.\s*insert)/iu;
const YOURS =
  /^\s*(?:your|ihre?|deine?|ihr|dein|votre|vos|ton|ta|tu|su|sus|o seu|a sua|seu|sua|il tuo|la tua|il suo|la sua|tuo|tua)\s/iu;
const SAY =
  /^\s*(?:say|tell|describe|name|add|the|how|what|why|when|where|which|one|a|an|schreiben|nennen|sagen|dites|décrivez|diga|describa|cuente|descreva|conte|dica|descriva|racconti)\s/iu;
const OWN_WORDS_MAX = 4;

/** What a letter may ask its sender to fill in. */
const OWN =
  /(?<!\p{L})(?:(?:sur|first|last|full|fore)?names?|street|road|town|city|village|address|post ?code|zip|date|day|neighbou?rhood|district|area|place|home|house|job|work|profession|school|age|reason|story|experience|words?|own|child(?:ren)?|family|route|bus|line|signature|sentence|question|nam\p{L}*|stra(?:ß|ss)e|ort|stadt|adresse|anschrift|datum|viertel|beruf|nom|prénom|rue|ville|quartier|métier|raison|nombre|apellidos?|calle|ciudad|barrio|dirección|fecha|nome|rua|cidade|bairro|endereço|morada|data|cognome|via|città|quartiere|indirizzo)(?!\p{L})/iu;
/** What nobody may be asked for. */
const SECRET =
  /passw|passcode|(?<!\p{L})(?:pins?|cvv|cvc|iban|ssn|tan)(?!\p{L})|card|bank|account|login|log-in|credential|security|(?:secret|access|the|your) codes?|social|passport|licen[cs]e|salary|kennwort|konto|karte|geheim|mot de passe|carte|compte|contraseña|clave|tarjeta|cuenta|senha|palavra-passe|cartão|conta(?!\p{L})|parola|carta(?!\p{L})|conto(?!\p{L})/iu;

function isForSender(inside: string, letter: boolean): boolean {
  if (SECRET.test(inside) && (YOURS.test(inside) || SAY.test(inside))) return false;
  if (YOURS.test(inside))
    return OWN.test(inside) && (letter || inside.trim().split(/\s+/u).length <= OWN_WORDS_MAX);
  if (letter && SAY.test(inside) && !/^\s*(?:add|name)\s+(?:here|of)\b/iu.test(inside)) return true;
  return !OPENS_WITH_ORDER.test(inside);
}

const REFUSALS = [
  /^\s*i(?: am|['’]m) (?:sorry|afraid),? (?:but )?(?:i|that|this)\b|\bi(?: am|['’]m) (?:unable|not able|not allowed) to (?:help|assist|comply|provide|generate|create|write|access|answer)\b/iu,
  /\bi (?:cannot|can['’]t|can not|won['’]t|will not) (?:help (?:you )?with (?:this|that)|assist|comply|fulfill? (?:this|that|your)|(?:provide|generate|create|produce|write) (?:this|that|such|any|an? |the )?\s?(?:opinion|commentary|content|text|response|article|request|letter)s?)\b/iu,
  /\bas an? (?:ai\b|(?:large )?language model|artificial intelligence)|\bas an? (?:helpful )?assistant, (?:i|my|it)\b/iu,
  /\bi (?:cannot|can['’]t|can not|won['’]t|will not) (?:write|comment|speak) (?:about|on) (?:this|that)(?: (?:topic|article|subject|story|text))?\s*[.!,]/iu,
  /(?:^|[.!?]\s+)i must decline\b|\bmy (?:instructions (?:say|are|tell)|knowledge ends)|\bi was told to say (?:so|this|that)\b/iu,
  /\b(?:my|the) (?:training data|knowledge cut-?off|system prompt)\b/iu,
  /\bals (?:ki|künstliche intelligenz|sprachmodell)\b|\bich kann (?:ihnen )?(?:dabei|damit|hier(?:bei)?) (?:leider )?nicht (?:helfen|behilflich)/iu,
  /\ben tant qu['’](?:ia|intelligence artificielle|assistant|modèle)\b|\bje ne peux pas (?:vous )?(?:aider|répondre à cette)/iu,
  /\bcomo (?:una? )?(?:ia|inteligencia artificial|modelo de lenguaje|inteligência artificial|modelo de linguagem)\b/iu,
  /\b(?:no puedo ayudar|não posso ajudar|lo siento, (?:pero )?no puedo|desculpe, (?:mas )?não posso)/iu,
  /\bcome (?:ia|intelligenza artificiale|modello linguistico)\b|\b(?:mi dispiace,? ma )?non posso aiutar(?:la|ti|vi)/iu,
];

const PREAMBLES = [
  /(?:^|[.!?]\s+)as (?:you )?requested,? (?:here|below|this|i)\b/iu,
  /^\s*(?:sure|certainly|of course|absolutely|okay|ok|great)\s*[!,.:—–-]+\s*(?:here|i['’]ll|i will|let me|below)[^.:\n]*/iu,
  /^\s*(?:sure|certainly|absolutely)!/iu,
  /^\s*(?:here(?:['’]s| is| are)|below (?:is|are)|this is) (?:the|an?|your|my)?\s*(?:\p{L}+ )?(?:opinion|commentary|action|to-?do|list|draft|letter|text|json|answer|response|rewrite|revised|version)\b[^.\n]*/iu,
  /^\s*(?:gerne|natürlich|selbstverständlich|klar)\s*[!,.:]\s*(?:hier|ich)\b/iu,
  /^\s*hier (?:ist|sind) (?:der|die|das|ein|eine|ihre?)\s+(?:meinung|kommentar|text|brief|entwurf|antwort|liste)\b/iu,
  /^\s*(?:bien sûr|certainement|d['’]accord)\s*[!,.:]\s*voici\b|^\s*voici (?:l['’]|le |la |une? |votre )(?:opinion|commentaire|texte|lettre|réponse|liste)\b/iu,
  /^\s*(?:claro|por supuesto|com certeza|certo|certamente)\s*(?:que sí)?\s*[!,.:]\s*(?:aquí|aqui|ecco|segue|a continuación)(?!\p{L})/iu,
  /^\s*(?:aquí (?:está|tiene|tienes)|aqui está|ecco)\s+(?:la|el|a|o|il|lo|l['’]|una?|uma?|su|tu|seu|sua)\s*(?:opinión|opinião|opinione|comentario|comentário|commento|texto|testo|carta|lettera|respuesta|resposta|risposta|lista)\b/iu,
  /\blet me know if you(?: want|['’]d like| would like| need) (?:me|any|changes|more)\b|\bi hope this helps\b|\bfeel free to (?:ask|reach out)[.!]|\bwould you like me to\b/iu,
];

const PROMPT = [
  /(?<![\p{L}\p{N}])[cq]\d{1,2}(?![\p{L}\p{N}])|[[(][CQ]\d{1,2}[\])]/u,
  /\b(?:petition|official|article|category):(?:[a-z0-9]|\s?[a-z0-9]+(?:-[a-z0-9]+)+)[a-z0-9-]*/u,
  /^[ \t]*["{[]{0,3}(?:claims?|quotes?|opinion|action|to-?do|paragraphs?|short|intro|conclusion|personal|community|deadline|minutes|grounds?)"?\s?:(?=\s|$)/imu,
  /\bJSON\b|"[a-z]+"\s*:\s*["[{]/u,
  /\b(?:the|these|those|your|all) (?:provided |given |listed |supplied )?(?:claims|quotes) (?:provided|given|listed|supplied|above|below)\b|\bclaims? (?:ids?|numbers?)\b/iu,
  /\b(?:the )?(?:provided|supplied|given) (?:claims?|source text|article text|text|context)\b/iu,
  /\b(?:see|cf\.|based on|as in) claims? (?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b|\bbased on the (?:facts|claims|quotes) (?:given|provided)\b/iu,
  /"?\bview"?\s*(?::|is)\s*(?:true|false)\b|\bword count\s*:|(?:^|[.!?]\s)end of (?:the )?(?:text|opinion|section|commentary)\.?\s*$/iu,
  /\b(?:in|from|by|per) the (?:prompt|schema)\b|\bper the instructions\b|\(\d+ words\)/iu,
  /<\/?(?:think|thinking|reasoning|answer|opinion|claims?|article|source|s|assistant|user|system)>|<\|[^|]*\|>/iu,
  /```|^[ \t]*(?:assistant|system|user)\s?:/imu,
];

const PLACES = [
  /\blorem ipsum\b/iu,
  /\b(?:TODO|TBD|FIXME|TKTK)\b/u,
  /(?<![\p{L}\p{N}]|(?:siglo|século|secolo) )(?:XX+|xx+)(?![\p{L}\p{N}]| (?:century|secolo|Jahrhundert))/u,
  /\(\s*(?:insert|your name|name of) [^)]{0,60}\)|\$[A-Z_]{2,}\$|\$\{[^}]*\}|%[sd](?![\p{L}\p{N}])|%[A-Z_]{3,}%/u,
  /\bNaN\b|\[object Object\]|(?:^|[.!?]\s+)(?:undefined|null)(?:\s+(?:undefined|null))*\s*(?:[.!?]|$)/mu,
  /\\[nrt](?!\p{L})|&nbsp\b|(?:^|\s)(?:#{3,}|={3,}|-{3,}|\*{3,})\s*$/mu,
  /_{3,}|\{\{|\}\}|<(?:insert|your|name|date)[^>]*>/iu,
];
