import { cleanText } from '../../shared/html.ts';
import { attributeOf, isPart, isText, nodesOf, type Parent } from './tree.ts';

/** What on a page says that the article is behind something. */
export type Sign = 'subscribe' | 'login' | 'consent' | 'challenge';

/**
 * The signs of a wall that stand on a page, anywhere on it; whether there is one, its length has to tell as well.
 */
export function signsOf(tree: Parent): Sign[] {
  let [words, title, asksPassword] = ['', '', false];
  for (const node of nodesOf(tree)) {
    if (isText(node)) {
      const tag = node.parentNode && isPart(node.parentNode) ? node.parentNode.tagName : '';
      if (tag === 'title') title ||= cleanText(node.value.slice(0, 500));
      else if (!SILENT.has(tag) && words.length < WORDS_MAX) words += ` ${node.value.slice(0, WORDS_MAX)}`;
    } else if (isPart(node) && attributeOf(node, 'type')?.toLowerCase() === 'password') asksPassword = true;
  }
  const signs: [Sign, boolean][] = [
    ['subscribe', SUBSCRIBE.test(words)],
    ['login', asksPassword && LOGIN.test(title)],
    ['consent', CONSENT.test(title)],
    ['challenge', CHALLENGE.test(title) || CHALLENGE_WORDS.test(words)],
  ];
  return signs.filter(([, isThere]) => isThere).map(([sign]) => sign);
}

const WORDS_MAX = 200_000;
const SILENT = new Set(['script', 'style', 'noscript', 'template', 'textarea', 'option']);

const SUBSCRIBE =
  /\b(?:subscribe|become a (?:member|subscriber)|register|sign (?:up|in)|log in)\b[^.!?]{0,40}\bto (?:continue|keep reading|read (?:on|more|the (?:full|rest|whole))|unlock)|\bto (?:continue|keep) reading\b|\b(?:article|story|content|page) is (?:only |exclusively )?(?:for|available to|reserved for) (?:our )?(?:paying )?(?:subscribers|members)\b|\bsubscribers?[- ]only\b|\bréservé (?:à nos|aux) abonnés|\bnur für abonnenten|\bjetzt weiterlesen|\bsolo para suscriptores|\bexclusivo para (?:suscriptores|assinantes)|\b(?:riservato|solo) (?:agli|per) abbonati/iu;
const LOGIN =
  /\b(?:log|sign) ?-?(?:in|on)\b|\blogin\b|\banmelden\b|\bconnexion\b|\biniciar sesión\b|\bentrar\b|\baccedi\b/iu;
const CONSENT =
  /\bbefore you continue\b|\bcookies? (?:consent|settings|preferences|wall)\b|\bconsent\b|\bprivacy (?:settings|gate|choices)\b|\bwe value your privacy\b|\bdatenschutz(?:einstellungen)?\b/iu;
const CHALLENGE =
  /^\W*(?:just a moment|attention required|access (?:to this page has been )?denied|are you (?:a )?(?:human|robot)|verif(?:y|ying) (?:that )?you(?: are|['’]re)|security check|pardon our interruption|checking your browser|ddos-guard|robot check|bot (?:check|verification)|human verification|captcha|one more step|client challenge)/iu;
const CHALLENGE_WORDS =
  /\b(?:verify (?:that )?you are (?:a )?human|checking (?:if the site connection is secure|your browser before)|enable javascript and cookies to continue|complete the (?:captcha|security check)|unusual traffic from your)/iu;
