import { isBylineLine } from './byline.ts';
import { isDateLine } from './date-line.ts';
import { linesOf, removeParts, type Line } from './lines.ts';
import type { Parent, Part } from './tree.ts';

/**
 * Take out of an article the lines that lead away from it or only stand around it: its own title, author and date once
 * more, links to other articles, calls to subscribe or share, notices of advertisements and rights.
 */
export function tidy(root: Parent, about: { title: string; author: string | undefined }): void {
  const lines = linesOf(root);
  const gone = new Set<Part>();
  const known = [about.title, about.author ?? ''].map(plain).filter((words) => words !== '');
  for (const [i, line] of lines.entries()) {
    if (isAside(line) || (i < TOP && isHead(line, known))) gone.add(line.part);
    else if (isListHeading(line)) for (const one of listUnder(lines, i)) gone.add(one.part);
  }
  const kept = lines.filter(({ part }) => !gone.has(part));
  for (const line of kept.toReversed()) {
    if (!isTail(line)) break;
    gone.add(line.part);
  }
  removeParts(gone);
}

/** Lines among which the title, the author and the date are looked for. */
const TOP = 8;
const LIST_MAX = 12;

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const isHeading = ({ part }: Line) => /^h[1-6]$/.test(part.tagName);

function isHead({ words, part }: Line, known: string[]): boolean {
  if (part.tagName === 'h1') return true;
  const own = plain(words);
  const isKnown = known.some(
    (one) => own === one || own === `by ${one}` || (own.length > 20 && one.startsWith(own)),
  );
  return isKnown || isDateLine(words) || isBylineLine(words);
}

function isAside({ words, links, part }: Line): boolean {
  if (words.length > ASIDE_MAX) return false;
  if (NOTICE.test(words) || SUBSCRIBE.test(words) || RIGHTS.test(words)) return true;
  if (links >= 0.4 && LEADS_AWAY.test(words)) return true;
  return part.tagName === 'p' && links >= 0.9 && words.split(' ').length >= 4;
}

const ASIDE_MAX = 250;

function isListHeading(line: Line): boolean {
  return line.words.length < 60 && LIST_HEADING.test(line.words);
}

/** A heading of other articles, with the links under it; alone it may be a heading of the article. */
function listUnder(lines: Line[], at: number): Line[] {
  const after = lines.slice(at + 1, at + 1 + LIST_MAX);
  const end = after.findIndex(({ links }) => links < 0.6);
  const list = end === -1 ? after : after.slice(0, end);
  const heading = lines.slice(at, at + 1);
  return list.length > 0 || after.length === 0 ? [...heading, ...list] : [];
}

function isTail(line: Line): boolean {
  return isHeading(line) || line.links >= 0.9 || !/[\p{L}\p{N}]/u.test(line.words);
}

const NOTICE =
  /^\W*(?:ad|ads|advert|advertise?ment|advertising|sponsored(?: content)?|promoted|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|annons|advertentie|реклама|caption|close|tweet|print|e-?mail|comments?|share(?: this(?: (?:article|story|post|page))?| on (?:facebook|twitter|x|linkedin|whatsapp))?|loading(?: content)?|skip to (?:main )?content|enlarge image|view (?:comments|gallery)|(?:story|article) continues below(?: advertisement)?|continue reading(?: below)?|read more|highlights|this slideshow requires javascript)\W*$/iu;
const SUBSCRIBE =
  /\b(?:sign up|signup|subscribe|register)\b.{0,80}\b(?:newsletters?|inbox|e-?mails?|alerts)\b|\bnewsletters?\b.{0,60}\b(?:sign up|subscribe|inbox)\b|\bget\b.{0,60}\b(?:delivered|sent|right) (?:\w+ ){0,3}(?:in|to|into|through) your (?:inbox|letterbox|mail)|^\W*click here to (?:get|download|sign|subscribe)/iu;
const RIGHTS = /^\W*(?:copyright|\(c\) ?\d{4})|^\s*©|\ball rights reserved\b/iu;
const LEADS_AWAY =
  /^\W*(?:read|see|also|related|more|watch|listen|don[’']t miss|recommended|lesen|mehr|siehe|lire|à lire|voir|leia|lea|lee|leer|leggi|ver|veja|lees|läs|читайте|on)\b[^.!?:]{0,40}:/iu;
const LIST_HEADING =
  /^\W*(?:you (?:may|might)(?: also)? (?:like|enjoy|be interested in)|related(?: (?:posts?|articles?|stories|news|content|links|topics|coverage))?|read (?:more|also|next)|see also|more(?: (?:from|on|stories|news|coverage|articles).*)?|most (?:read|popular|viewed)|trending(?: now)?|popular|don[’']t miss|recommended(?: for you)?|latest(?: news)?|lesen sie auch|mehr zum thema|lire aussi|à lire aussi|leia também|leia mais|lee también|leggi anche|lees ook|läs också|читайте также)\W*$/iu;
