import { latinOf } from './contacts-fold.ts';
import { seenText } from './source-text.ts';

/**
 * What in a source reads as if it spoke to a model and not to people: such an article is for a person to look at.
 *
 * Shape: the passages as they were found, at most 80 characters each and 10 in all, in their order. That a model is
 * spoken about is no alarm.
 */
export function alarmsIn(text: string): string[] {
  const seen = seenText(text).normalize('NFKC').replace(/[‘’]/gu, "'");
  const plain = latinOf(seen);
  const undone = plain.replace(SPACED, drawnTogether).replace(LEET, letterOf).replace(JOINED, partedOf);
  const found = [
    ...matchesOf(ALARMS, plain),
    ...(undone === plain ? [] : matchesOf(ALARMS, undone)),
    ...matchesOf(ALARMS_ELSEWHERE, seen),
  ];
  const snippets = found
    .toSorted((a, b) => a.index - b.index)
    .map(({ words }) => words.replace(/\s+/gu, ' ').trim().slice(0, SNIPPET_CHARACTERS_MAX).toWellFormed());
  return [...new Set(snippets)].slice(0, SNIPPETS_MAX);
}

function matchesOf(patterns: readonly RegExp[], text: string): { words: string; index: number }[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].slice(0, SNIPPETS_MAX).map(({ 0: words, index }) => ({ words, index })),
  );
}

/** "I g n o r e", "Ign0re" and "Ignore-all-previous-instructions". */
const SPACED = /(?<![\p{L}\p{N}])\p{L}(?:[ ._*-]\p{L}){3,}(?![\p{L}\p{N}])/gu;
const LEET = /(?<=\p{L})[013457](?=\p{L})/gu;
const JOINED = /(?<![\p{L}\p{N}])\p{L}+(?:[._/-]\p{L}+){2,}(?![\p{L}\p{N}])/gu;

const drawnTogether = (run: string) => run.replace(/\P{L}/gu, '');
const letterOf = (digit: string) => ({ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' })[digit] ?? digit;
const partedOf = (run: string) => run.replace(/[._/-]/gu, ' ');

const SNIPPETS_MAX = 10;
const SNIPPET_CHARACTERS_MAX = 80;

/** Words that stand as a whole; `~` is a gap of a few words inside a sentence. */
function alarm(pattern: string): RegExp {
  const gap = String.raw`(?:[\s,:"'“”*-]+[\p{L}\p{N}'-]+){0,5}?[\s,:"'“”*-]+`;
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern.replaceAll('~', gap)})(?![\\p{L}\\p{N}])`, 'giu');
}

const EARLIER =
  '(?:previous|prior|above|earlier|preceding|foregoing|existing|system|original|all|any|your|other|these|those)';
const ORDERS =
  '(?:instructions?|guidance|prompts?|directions?|directives?|guidelines?|commands?|rules?|context|training)';
const MODEL =
  '(?:AI|A\\.I\\.|LLMs?|GPT(?:-?\\d\\S*)?|ChatGPT|Claude|Gemini|Copilot|Llama|chat ?bots?|(?:large )?language models?|AI models?|AI assistants?|assistants?|summari[sz]ers?|crawlers?|bots?)';
const MODEL_DE = '(?:KI|KI-\\p{L}+|Sprachmodelle?|Assistenten?|Chatbots?|ChatGPT|AI|LLMs?)';
const MODEL_FR = '(?:IA|modèles? de langage|assistants?|chatbots?|ChatGPT|intelligences? artificielles?)';
const MODEL_ES =
  '(?:IA|modelos? de (?:lenguaje|linguagem|língua)|asistentes?|assistentes?|chatbots?|ChatGPT|inteligencia artificial|inteligência artificial)';
const MODEL_IT = '(?:IA|AI|modell[oi] linguistic[oi]|assistent[ei]|chatbot|ChatGPT|intelligenza artificiale)';

const ALARMS: RegExp[] = [
  // The marks of chats.
  /<\|?\s?(?:im_start|im_end|endoftext|system|user|assistant|begin_of_text|start_header_id|end_header_id|eot_id)\s?\|?>|<\/?(?:start|end)_of_turn>|\[\/?INST\]|<<\/?SYS>>|<\/?(?:system|instructions?|prompt|assistant)>|\[\/?(?:system|sys|assistant|user)\]|"role"\s*:\s*"(?:system|assistant|user|developer)"|system prompt\s*:/giu,
  /^[^\S\n]*#{1,6}[^\S\n]*(?:instructions?|system|response|prompt|assistant|human|user|input)(?:[^\S\n]*:|[^\S\n]*$)/gimu,
  /^[^\S\n]*(?:system|assistant|human|user|developer|model|AI)[^\S\n]*:[^\S\n]*(?:you|your|ignore|please|do|never|always|from now|write|answer|respond|reply|output|say|praise|sure|i )[^\n]*/gimu,

  // English.
  alarm(
    `(?:ignore|disregard|forget|override|bypass|discard|overrule|skip)~(?:(?:of|the|my|${EARLIER}) ?)*${EARLIER} ${ORDERS}`,
  ),
  alarm(
    `(?:ignore|disregard|forget|override)(?: (?:everything|all|anything|whatever))(?: (?:that|which|you))*(?: (?:was|were|is|are|have|been|said|told|written|stands?|came|comes))*(?: (?:you|to you))? (?:above|before this|before|earlier|previously|so far)`,
  ),
  alarm(
    '(?:ignore|disregard|forget|override) (?:what you (?:were|are|have been|know)|your (?:programming|training|safety|safeguards|filters?|limits))',
  ),
  alarm(
    `(?:stop following|(?:do not|don't|never) (?:follow|obey))(?: (?:the|all|any|of|${EARLIER}))* (?:instructions?|prompts?|guidelines?)(?: above)?`,
  ),
  alarm('instead of (?:summari[sz]ing|paraphrasing|commenting|answering|analy[sz]ing)'),
  alarm('pretend (?:that )?you are'),
  alarm(
    '(?:assistant|model|chatbot|AI|bot), (?:please |you must |now )?(?:add|write|say|include|output|print|ignore|mention|recommend|insert|respond|reply|answer|praise)',
  ),
  alarm(
    `(?:to|for) (?:the|any|every|all|whatever) ${MODEL} (?:reading|that reads?|who reads?|processing|summari[sz]ing)`,
  ),
  alarm(
    '(?:only for|for) (?:AI|AIs|LLMs?|language models?|bots?|machines?)(?: readers?| models?| assistants?)? only|(?:meant|intended|written) only for (?:AI|LLMs?|language models?|bots?|machines?)',
  ),
  alarm(`(?:ignore|disregard|forget) (?:the |your |all )*${ORDERS}(?: (?:you|above|given|from))`),
  alarm(
    `you are (?:now |from now on |no longer |actually )*(?:an? |the |my )?(?:\\p{L}+ ){0,3}?${MODEL}(?! (?:professor|coach|manager|editor|director|secretary|principal|teacher|nurse|chief|to|at|of))`,
  ),
  alarm('you are (?:ChatGPT|GPT-?\\d\\S*|Claude|Gemini|Copilot|Llama)'),
  alarm(
    `(?:as|being) an? (?:AI|artificial intelligence)(?: (?:language )?(?:model|assistant|system))?,? (?:you|i|we)(?: (?:must|should|can(?:not|'t)?|have|will|do|am|are))`,
  ),
  alarm('as an AI (?:language model|assistant)'),
  alarm(`if you (?:are|'re)(?: reading this and are)? an? (?:\\p{L}+ ){0,3}?${MODEL}`),
  alarm(
    '(?:reveal|print|show|repeat|output|leak|disclose|tell us|tell me|reproduce|display)~(?:your|the|its)(?: \\p{L}+)? (?:system |hidden |initial |secret |original |full )*(?:prompt|instructions)',
  ),
  alarm('(?:your|the|this|new|updated|begin|end|start of|end of) system (?:prompt|message|instruction)s?'),
  alarm(
    '(?:new|updated|additional|secret|hidden|important|special) (?:instructions?|directives?|orders?|rules?) (?:for|to) (?:the |all |any )*(?:reader|model|assistant|AI|LLM|bot|summari[sz]er|writer|editor)s?(?= ?[:.!])',
  ),
  alarm(
    '(?:(?<!(?:will|would|may|can|could|should|must|to|not|and|or) )(?:respond|reply|answer)(?: to this)?|your (?:response|answer|reply|output) (?:must|should))~?(?:only|solely|exclusively|with nothing but|nothing else)(?: (?:with|in|be|by|contain))?',
  ),
  alarm(
    '(?:output|return|print|produce|emit|generate|write)(?: only)? (?:the following|this|valid|only)(?: \\p{L}+)? (?:JSON|text|sentence|answer|response|XML|HTML|markdown|verbatim)',
  ),
  alarm(
    "(?:do not|don't|never) (?:mention|reveal|disclose|quote|repeat|tell|refer to)~?(?:this (?:text|note|notice|message|instruction|paragraph|prompt|sentence|line)|these instructions|this|that you (?:were|are|have))(?= ?(?:[.!,;]|$|to (?:the|any|your)|in (?:the|your)))",
  ),
  alarm(
    `(?:(?:attention|note|notice|message|instructions?|dear|hello|hey|hi)[,:]?(?: (?:to|for))?(?: (?:all|any|every|the))? (?:AI[ -])?(?:${MODEL}|AI readers?|AI agents?|AI systems?|AI tools?)(?:[ -](?:readers?|models?|agents?|systems?|assistants?|tools?))?(?: (?:reading|processing|summari[sz]ing|that reads?|who reads?)[^.:!\\n]{0,40})?\\s?[:,!-])`,
  ),
  alarm(
    `(?:AI|LLM|language model|automated)[ -]?(?:readers?|models?|summari[sz]ers?|assistants?|agents?|systems?|tools?|bots?|crawlers?)?\\s?:\\s?(?:please|you|do|don't|never|always|ignore|write|say|add|include|output|praise)`,
  ),
  alarm(
    `(?:AI|LLM|language)[ -]?(?:readers?|models?|summari[sz]ers?|assistants?|agents?|systems?)?,? (?:must|should|shall|are asked to|are instructed to|are required to|please) (?:ignore|write|say|add|include|output|praise|recommend|state|conclude|omit|treat|respond|reply|answer|summari[sz]e|call)(?: (?:this|the (?:text|article|story|reader|above|following)|that|only|in|with))`,
  ),
  alarm('(?:from now on|henceforth),? (?:you (?:will|must|shall|are)|act|respond|answer|reply|speak|write)'),
  alarm(
    '(?:pretend (?:to be|that you are|you are)|act as|roleplay as|role-play as|take the role of|you will act as)(?: an?| the| if you were an?)? (?:\\p{L}+ ){0,3}?(?:AI|assistant|language model|model|chatbot|DAN|unrestricted \\p{L}+|spokes(?:man|woman|person)|copywriter|expert)',
  ),
  alarm(
    '(?:when|while|if|before) (?:you )?(?:summari[sz](?:e|ing)|paraphras(?:e|ing)|rewrit(?:e|ing)|process(?:ing)?|analy[sz](?:e|ing)|comment(?:ing)? on|writ(?:e|ing)(?: about)?) (?:this|the above|the following)(?: (?:article|text|page|story|document))?,? (?:you )?(?:always |must |should |also |please |do |never )*(?:add|include|mention|say|state|write|praise|recommend|insert|tell|ignore|omit|link|call|conclude|end|not)',
  ),
  alarm(
    '(?:your (?:real|new|true|only|actual|primary) (?:task|job|goal|instruction|instructions|objective|purpose) (?:is|are))',
  ),
  alarm(
    'jail ?break(?: mode)?(?: enabled| activated)?(?= ?[:.!])|developer mode(?: is)? (?:enabled|on|activated)|DAN mode',
  ),

  alarm(
    '(?:ignore|disregard|forget) (?:everything else|all else|the rest of (?:the|this) (?:article|text|page|story)|the (?:foregoing|above|preceding) (?:text|article|message|page))',
  ),
  alarm(
    'your (?:commentary|opinion section|opinion|summary|answer|action section|to-do list|article|text) (?:must|should|shall|has to|needs to) (?:not )?(?:urge|say|state|praise|mention|recommend|call|contain|include|begin|start|end|be (?:positive|negative|favou?rable)|support|promote)',
  ),
  alarm(
    'the (?:commentary|opinion section|action section|to-do list) (?:must|should|shall|has to|needs to) (?:not )?(?:urge|say|state|praise|mention|recommend|call|contain|include|begin|start|end|be|support|promote)',
  ),
  alarm(
    'the (?:summary|answer|output|response) (?:must|should|shall) (?:not )?(?:urge|praise|mention|recommend|promote|include the (?:following|sentence|words|link)|begin with|end with)',
  ),
  alarm(
    'in your (?:JSON|output|response|answer|summary|commentary),? (?:please )?(?:put|set|write|add|include|place|say|state|mention|make|praise)',
  ),
  alarm('set the (?:field|key|property|attribute|value of|JSON)(?: "?\\p{L}+"?)?(?: (?:to|as|in|of))?'),
  alarm('end (?:every|each) (?:section|paragraph|answer|summary) (?:by|with)'),
  alarm('(?:who|what)ever is (?:processing|summari[sz]ing|analy[sz]ing|reading) this (?:text|article|page)'),
  alarm('decode (?:this|the following|it) and (?:then )?(?:do|follow|execute|obey|run)'),
  /=====?\s*end of (?:the )?(?:material|article|source|text|document|input)|<\/?(?:article|new_task|task|material|source|document|user_query)>/giu,

  // Dutch.
  alarm('(?:negeer|negeert|vergeet)~(?:instructies?|opdrachten|aanwijzingen|richtlijnen|prompts?)'),
  alarm(
    '(?:je bent|u bent|jij bent) (?:nu |voortaan )?(?:een )?(?:\\p{L}+ ){0,2}?(?:AI|taalmodel|assistent|chatbot|AI-assistent)',
  ),
  alarm('(?:antwoord|schrijf|geef)~?(?:alleen|uitsluitend) (?:met|in|als)|systeemprompt'),

  // Everything that was said before, in the Romance languages.
  alarm('(?:ignore[rz]?|oublie[rz]?) tout ce (?:qui|que)'),
  alarm(
    '(?:ignor(?:a|e|en)|olvid(?:a|e|en)|esque(?:ça|ce|çam)|desconsidere) (?:todo lo|tudo o|tudo acima|tudo isso) (?:anterior|que)',
  ),
  alarm('(?:ignora|ignorate|dimentica|dimenticate) tutto (?:ciò|quello|quanto)'),

  // German.
  alarm(
    `(?:ignorier(?:e|en|t)|missachte(?:t|n sie)?|vergiss|vergesst|vergessen sie|übergeh\\p{L}*|beacht\\p{L}* nicht)~(?:anweisung\\p{L}*|instruktion\\p{L}*|vorgabe\\p{L}*|befehl\\p{L}*|regeln|prompts?|anordnung\\p{L}*)`,
  ),
  alarm(
    `(?:du bist|sie sind|ihr seid) (?:jetzt |nun |ab jetzt |ab sofort |nur )?(?:eine?n? )?(?:\\p{L}+ ){0,2}?${MODEL_DE}`,
  ),
  alarm(
    `(?:als|an alle|an die|hinweis an|achtung,?) (?:eine? )?(?:${MODEL_DE})(?: |,|:)(?:-?\\p{L}+ )?(?:musst|sollst|darfst|bitte|schreib\\p{L}*|antworte\\p{L}*|ignorier\\p{L}*|erwähn\\p{L}*|:)`,
  ),
  alarm(
    '(?:antworte|antworten sie|antwortet|schreibe|schreib|gib|geben sie)~?(?:nur (?:mit|noch|auf|als)|ausschließlich (?:mit|auf|als)|folgendes json|das folgende json)',
  ),
  alarm('beacht(?:e|en sie|et)~(?:vorherigen|obigen|bisherigen|früheren)(?: \\p{L}+)? nicht'),
  alarm(
    '(?:ignorier(?:e|en sie|t)|vergiss|vergesst|vergessen sie)~?(?:alles,? (?:was|davor|oben|bisher|vorher)|(?:obigen|vorherigen|bisherigen|obenstehenden) (?:text|inhalt|artikel))',
  ),
  alarm('(?:system-?prompt|systemanweisung\\p{L}*|systemnachricht)'),
  alarm('(?:erwähn\\p{L}*|verrate\\p{L}*|nenn\\p{L}*) (?:sie )?(?:diese\\p{L}*|das|dies) (?:\\p{L}+ )?nicht'),
  alarm(
    '(?:zeig\\p{L}*|verrat\\p{L}*|nenn\\p{L}*|gib)~(?:deinen?|ihren?|eure) (?:prompt|anweisungen|systemprompt)',
  ),

  // French.
  alarm(
    `(?:ignor(?:e|ez|er)|oubli(?:e|ez|er)|néglige[zr]?|ne (?:tiens|tenez) (?:pas|aucun) compte)~(?:instructions?|consignes?|directives?|prompts?)(?: (?:précédent\\p{L}*|antérieur\\p{L}*|ci-dessus|données|reçues|du système))?`,
  ),
  alarm(
    `(?:tu es|vous êtes) (?:maintenant |désormais |à présent )?(?:une? |des )?(?:\\p{L}+ ){0,2}?${MODEL_FR}`,
  ),
  alarm(`(?:en tant qu['e] ?|à l'attention des? |message aux? |note aux? )(?:une? )?${MODEL_FR}`),
  alarm(`(?:répond(?:s|ez)|écri(?:s|vez))~?(?:uniquement|seulement|exclusivement)`),
  alarm(
    '(?:révèle|révélez|affiche|affichez|montre|montrez|répète|répétez)~(?:ton|votre|tes|vos|le) (?:prompt|instructions|consignes)(?: système)?|(?:prompt|message|invite|instructions?) système',
  ),
  alarm(
    'ne (?:mentionne[zs]?|révèle[zs]?|cite[zs]?|parle[zs]?) (?:pas|jamais) (?:ceci|cela|ce (?:texte|message|passage)|cette (?:phrase|note|instruction|consigne)|ces (?:instructions|consignes))',
  ),
  alarm(
    '(?:affiche|renvoie|produi[st]|génère|écris|affichez|renvoyez|produisez|générez)(?: uniquement)? le (?:JSON suivant|texte suivant|JSON)',
  ),

  // Spanish and Portuguese.
  alarm(
    `(?:ignor(?:a|e|en|ad|ar|em)|olvid(?:a|e|en|ar)|descart(?:a|e)|desconsider(?:e|a|em)|esque(?:ça|ce|cer|çam)|desobede(?:ce|zca|ça)|omit[ae])~(?:instruccion(?:es)?|instrucción|instruç(?:ões|ão)|indicaciones|directrices|diretrizes|comandos|prompts?)`,
  ),
  alarm(
    `(?:(?:ahora |desde ahora |agora |a partir de agora )?(?:eres|usted es|tú eres|você é|tu és|és)(?: ahora| agora)?) (?:una? |uma? )?(?:\\p{L}+ ){0,2}?${MODEL_ES}`,
  ),
  alarm(
    `(?:como|aten(?:ción|ção),?|nota para|mensaje para|mensagem para|aviso (?:a|para)) (?:las? |los? |as? |os? |una? |uma? |todas? |todos? |el )*${MODEL_ES}(?: |,|:)+(?:debes?|deves?|deve|tienes|tens|por favor|escrib\\p{L}+|escrev\\p{L}+|ignor\\p{L}+|di|diga|responde?\\p{L}*|no |não )`,
  ),
  alarm(
    '(?:responde?|responda|respondan|contesta|conteste|escribe|escreve|escreva)~?(?:solo|sólo|solamente|únicamente|só|apenas|somente|unicamente)(?: (?:con|com|en|em|a))',
  ),
  alarm(
    '(?:revela|revele|muestra|muestre|mostra|mostre|repite|repita|repete|imprime|imprima)~(?:tus?|sus?|teu|tua|tuas|seu|sua|suas|el|o|as|las) (?:prompt|instrucciones|instruções|indicaciones)(?: (?:del|do|de) sistema)?|(?:prompt|mensaje|mensagem|instrucciones|instruções) (?:del|do|de) sistema',
  ),
  alarm(
    '(?:no|não|nunca|jamás|jamais) (?:menciones?|mencionar?|reveles?|revelar?|cites?|digas?) (?:esto|isto|isso|este (?:texto|mensaje|párrafo|parágrafo)|esta (?:nota|frase|mensagem|instrucción|instrução)|estas (?:instrucciones|instruções))',
  ),
  alarm(
    '(?:devuelve|devuelva|genera|genere|imprime|imprima|devolve|devolva|gera|gere|produza|escribe|escreve)(?: (?:solo|sólo|só|apenas))? (?:el|o) (?:siguiente|seguinte|JSON)(?: (?:JSON|texto))?',
  ),

  // Italian.
  alarm(
    `(?:ignora|ignorate|ignorare|ignori|dimentica|dimenticate|dimentichi|trascura|scarta)~(?:istruzion[ei]|indicazioni|direttive|comandi|prompt)`,
  ),
  alarm(
    `(?:(?:ora |adesso |da ora in poi )?(?:tu )?(?:sei|siete)(?: ora| adesso)?) (?:un[oa']? ?)?(?:\\p{L}+ ){0,2}?${MODEL_IT}`,
  ),
  alarm(
    `(?:in quanto|come|nota per|messaggio per|attenzione,?) (?:un[ao']? ?|le |gli |l'|i |tutt[ei] )*${MODEL_IT}(?: |,|:)+(?:devi|dovete|deve|non |per favore|scriv\\p{L}+|rispond\\p{L}+|ignora\\p{L}*)`,
  ),
  alarm(
    '(?:rispondi|rispondete|risponda|scrivi|scrivete)~?(?:solo|soltanto|esclusivamente|unicamente)(?: (?:con|in|a))',
  ),
  alarm(
    '(?:rivela|rivelate|mostra|mostrate|ripeti|stampa)~(?:tuo|tue|vostr[eo]|sue|il|le) (?:prompt|istruzioni)(?: di sistema)?|(?:prompt|messaggio|istruzioni) di sistema',
  ),
  alarm(
    'non (?:menzionare|menzionate|rivelare|rivelate|citare|citate|dire) (?:questo (?:testo|messaggio|paragrafo)|questa (?:nota|frase|istruzione)|queste istruzioni|questo|ciò)',
  ),
  alarm('(?:restituisci|genera|produci|stampa|scrivi)(?: solo)? il (?:seguente|JSON)(?: (?:JSON|testo))?'),
];

/** In scripts of their own, as they are written. */
const ALARMS_ELSEWHERE: RegExp[] = [
  // Russian.
  alarm(
    '(?:игнорируй(?:те)?|проигнорируй(?:те)?|забудь(?:те)?|не учитывай(?:те)?|отмени(?:те)?)~(?:инструкци\\p{L}*|указани\\p{L}*|команд\\p{L}*|правил\\p{L}*|промпт\\p{L}*)',
  ),
  alarm('(?:ты|вы) (?:теперь |отныне |— |- )?(?:ИИ|языковая модель|чат-бот|ассистент|ИИ-ассистент)'),
  alarm('системн\\p{L}+ (?:промпт|сообщени|инструкци)\\p{L}*'),

  // Chinese and Japanese.
  /(?:忽略|无视|無視|忽視|忘记|忘記|不要理会)[^。！？\n]{0,14}(?:指示|指令|提示词|提示|命令|说明|說明)/gu,
  /你(?:现在|現在)?是(?:一[个個位名])?(?:人工智能|AI|语言模型|語言模型|聊天机器人|助手)|系[统統]提示/gu,
  /(?:指示|命令|プロンプト|指令)(?:を|は)?(?:すべて|全て|全部)?(?:無視|忘れ)/gu,
  /あなたは(?:今から)?(?:AI|人工知能|言語モデル|チャットボット|アシスタント)|システムプロンプト/gu,
];
