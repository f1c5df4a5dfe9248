import { parse } from 'tldts';

/** Whether a text holds a link, a domain or an address of a computer. */
export function hasWebAddress(text: string): boolean {
  return SCHEME.test(text) || NUMBERED.test(text) || SPELLED.test(text) || domainsIn(text).some(isDomain);
}

/** Whether a text holds an address to mail to. */
export function hasEmail(text: string): boolean {
  return (
    EMAIL.test(text) ||
    [...text.matchAll(EMAIL_SPACED)].some((match) => isDomain(match[1]?.replace(/\s/gu, '') ?? ''))
  );
}

/** Whether a text names an account somewhere. */
export function hasHandle(text: string): boolean {
  return HANDLE.test(text) || ACCOUNT.test(text) || ACCOUNT_CALLED.test(text);
}

/** Names with dots between them; also with a space before the dot, which no sentence has. */
function domainsIn(text: string): string[] {
  return (
    text
      .replace(/(?<=[\p{L}\p{N}]) ?\. ?(?=\p{Ll}{2,12}(?:[^\p{L}]|$))/gu, (gap) =>
        gap.startsWith(' ') ? '.' : gap,
      )
      .match(DOMAIN) ?? []
  );
}

function isDomain(name: string): boolean {
  if (DEGREE.test(name)) return false;
  const last = name.split('.').at(-1)?.toLowerCase() ?? '';
  if (last.startsWith('xn--') || RESERVED.has(last)) return true;
  const { isIcann, domain } = parse(name.toLowerCase(), { allowPrivateDomains: false });
  return isIcann === true && domain !== null;
}

/** Names that no registry gives out, and that look like addresses all the same. */
const RESERVED = new Set([
  'example',
  'test',
  'invalid',
  'localhost',
  'local',
  'onion',
  'internal',
  'i2p',
  'eth',
]);

/** M.Sc. and W.Va. are none. */
const DEGREE = /^(?:\p{Lu}-)?\p{Lu}\.(?:Sc|Ed|Va|St|Th)$/u;
const DOMAIN =
  /(?:[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?\.)+(?:xn--[a-z0-9-]+|\p{L}[\p{L}\p{M}]+)/giu;

const SCHEME =
  /(?<![\p{L}\p{N}])(?:[a-z][a-z0-9+.-]{1,20}:\/\/|h(?:tt|xx)ps?\b\s?[:/]|(?:mailto|tel|sms|callto|data|javascript|vbscript|file|geo|magnet|sip|skype|blob|about|intent|view-source):\S)|(?<![\p{L}\p{N}])www\d?\s?\.\s?\S|(?<![\p{L}\p{N}])(?:www|http|https) (?:dot|punkt|punto|ponto|point)(?!\p{L})|[\p{L}\p{N}]\.\p{L}{2,}(?:\/|:\d)\S|(?<!\p{L})localhost(?!\p{L})|[\p{L}\p{N}],(?:com|org|net)(?![\p{L}\p{N}])/iu;
const NUMBERED =
  /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d]|\.\d)|(?<![0-9a-f:])(?:[0-9a-f]{1,4}:){3,7}:?[0-9a-f]{1,4}(?![0-9a-f:])|[0-9a-f]{1,4}::[0-9a-f]{1,4}/i;

const DOT_GAP = String.raw`(?:[\s*_,;:"'“”‘’«»„()[\]|/-]+(?:(?:then|and|a)\s+){0,2})`;
/** Dots that are written out: tide [dot] watch, tide dot org, tide Punkt de. */
const SPELLED = new RegExp(
  [
    String.raw`[\p{L}\p{N}]\s*[[({<]\s*(?:dot|\.|punkt|point|punto|ponto|d0t)\s*[\])}>]\s*[\p{L}\p{N}]`,
    // Whatever marks stand around the dot, and "then a dot, then com".
    String.raw`[\p{L}\p{N}]${DOT_GAP}(?:d[o0]t|d\.\s?[o0]\.\s?t\.?)${DOT_GAP}(?:com|org|net|info|edu|gov|mil|int|io|co|uk|app|dev|biz|tv|eu|de|fr|es|pt|br|ch|nl|ly|gg|xyz|news|online|site|shop|link|watch|example|blog|me|agency|support|page|space|world|press|media|cloud|social|club|store|tech|email|chat|live|network|website|foundation|ngo|charity|fund|global|zone|wiki|name|pro|ai|us|ca|au)(?![\p{L}\p{N}])(?![\s-]+(?:boom|bubble|crash|era|compan(?:y|ies)|firms?|start-?ups?|millionaires?|years))`,
    String.raw`[\p{L}\p{N}]${DOT_GAP}(?:full[\s-]stop|period|stop)${DOT_GAP}(?:com|org|net|co|uk|io|info|eu)(?![\p{L}\p{N}])`,
    String.raw`[\p{L}\p{N}][\s*_-]+punkt[\s*_-]+(?:com|org|net|info|eu|de|at|ch|example)(?![\p{L}\p{N}])`,
    String.raw`[\p{L}\p{N}][\s*_-]+point[\s*_-]+(?:com|org|net|fr|example)(?![\p{L}\p{N}])`,
    String.raw`[\p{L}\p{N}][\s*_-]+punto[\s*_-]+(?:com|org|net|it|mx|eu|example)(?![\p{L}\p{N}])`,
    String.raw`[\p{L}\p{N}][\s*_-]+ponto[\s*_-]+(?:org|net|pt|br|eu|example|com(?=\s*(?:[.,;:!?)]|$|ponto|barra)))(?![\p{L}\p{N}])`,
  ].join('|'),
  'iu',
);

const AT = '(?:at|ät|arroba|arobase|aro?base|chiocciola|klammeraffe)';
const EMAIL = new RegExp(
  [
    String.raw`\S@\S+\.\S|[\p{L}\p{N}_]@[\p{L}\p{N}]{2,}`,
    String.raw`\S\s*[[({<]\s*(?:${AT}|@)\s*[\])}>]\s*\S`,
    String.raw`[\p{L}\p{N}]\s+(?:arroba|arobase)\s+[\p{L}\p{N}]`,
    String.raw`[\p{L}\p{N}]\s+(?:${AT})\s+[\p{L}\p{N}-]+\s+(?:dot\s+\p{L}{2,}|(?:punkt|point|punto|ponto)\s+(?:com|org|net|info|eu|de|at|ch|fr|es|it|pt|br|mx)(?!\p{L}))`,
  ].join('|'),
  'iu',
);
const EMAIL_SPACED = /[\p{L}\p{N}]\s?@\s?((?:[\p{L}\p{N}-]+\s?\.\s?)+\p{Ll}{2,})/gu;

const HANDLE =
  /(?<![\p{L}\p{N}])@[\p{L}\p{N}_][\p{L}\p{N}_.]|(?<![\p{L}\p{N}/])[ru]\/[\p{L}\p{N}_]{3,}|[\p{L}\p{N}]_[\p{L}\p{N}]|(?<!\p{L})\p{L}[\p{L}\p{N}]{2,31}#\d{4}(?!\d)/u;

const PLACES =
  '(?:instagram|insta|facebook|twitter|tik ?tok|telegram|whats ?app|signal|mastodon|bluesky|you ?tube|linkedin|snapchat|discord|threads|reddit|wechat|viber|skype|twitch|pinterest|matrix|xing|IG)';
const ACCOUNT = new RegExp(
  [
    // A name after a colon, or one that has what only names of accounts have.
    String.raw`(?<!\p{L})${PLACES}\s*(?::|=|->|→)\s*[\p{L}\p{N}]`,
    String.raw`(?<!\p{L})${PLACES}\s+(?:as|under|at|als|unter|sous|como|come|su|em|en)\s+(?:["'“‘«„])?[\p{L}]*(?:[\p{L}\p{N}]\.[\p{L}\p{N}]|\p{L}\p{N}|\p{N}\p{L})`,
    String.raw`(?<!\p{L})(?:handle|username|user name|screen name|account name|benutzername|nom d[’']utilisateur|nombre de usuario|nome de utilizador|nome utente)\s+(?:is|ist|est|es|é|è|:)\s*\S`,
  ].join('|'),
  'iu',
);
const ACCOUNT_CALLED = new RegExp(
  String.raw`(?<!\p{L})(?:find|follow|add|message|dm|reach|contact|search|look|such\p{L}*|folg\p{L}*|find\p{L}*|suiv\p{L}*|sígue\p{L}*|segue\p{L}*|sigam?|siga|segui\p{L}*)(?!\p{L})[^.!?]{0,40}(?<!\p{L})(?:on|via|auf|sur|en|no|su|at)\s+(?:${PLACES}|X)\s+(?:as|under|als|unter|sous|como|come)\s+(?!(?:it|they|he|she|we|you|well|the|an?|if|though)(?!\p{L}))\S`,
  'iu',
);
