import { hiddenIn } from './unseen.ts';
import { attributeOf, isPart, isText, nodesOf, type Node, type Parent, type Part } from './tree.ts';

/**
 * Take from a page what is not its article: navigation, forms, share bars, lists of other articles, comments, notices.
 *
 * Shape: the tree itself is changed. What is hidden goes; what else holds more than `SHARE_MAX` of the text stays, whatever it is called.
 * Units: `prose` is the text in paragraphs that the page had before, in characters; `parts` is how many elements and texts it had.
 */
export function removeBoilerplate(root: Parent): { prose: number; parts: number } {
  const nodes = nodesOf(root);
  const sizes = measure(root, nodes);
  const whole = sizes.get(root) ?? NOTHING;
  const gone = hiddenIn(nodes);
  for (const node of nodes) {
    const parent = node.parentNode;
    const isGone =
      (parent !== null && isPart(parent) && gone.has(parent)) ||
      (isPart(node) &&
        node.tagName === 'a' &&
        isLinks(sizes.get(parent ?? root) ?? NOTHING, ANCHORS_MIN_KEPT)) ||
      (isPart(node) ? isUnwanted(node, sizes.get(node) ?? NOTHING, whole) : !isText(node));
    if (isGone) gone.add(node);
  }
  without(gone, [root, ...nodes]);
  return { prose: whole.prose, parts: nodes.length };
}

/** Take from a page only what nobody reads as text: scripts, styles, drawings, frames, controls, hidden text. */
export function removeSilent(root: Parent): void {
  const nodes = nodesOf(root);
  const gone = hiddenIn(nodes);
  for (const node of nodes) if (isPart(node) ? NEVER_TEXT.has(node.tagName) : !isText(node)) gone.add(node);
  without(gone, [root, ...nodes]);
}

function without(gone: Set<Node>, nodes: (Node | Parent)[]): void {
  for (const node of nodes)
    if ('childNodes' in node && !gone.has(node as Node))
      node.childNodes = node.childNodes.filter((child) => !gone.has(child));
}

/** Characters: of all text, of the text of links, of paragraphs outside links, and of quotations; and how many links. */
interface Size {
  text: number;
  links: number;
  anchors: number;
  prose: number;
  quotes: number;
}

const NOTHING: Size = { text: 0, links: 0, anchors: 0, prose: 0, quotes: 0 };
const SHARE_MAX = 0.35;
/** From here a "social" box is not a share bar, but an embedded post. */
const QUOTES_MIN = 0.6;

/** A list of links, whatever share of the page it has. */
const isLinks = ({ anchors, links, text }: Size, anchorsMin: number) =>
  anchors >= anchorsMin && links >= text * LINKS_SHARE_MIN;
const ANCHORS_MIN = 30;
/** In what is kept whatever it is called, which may be the whole page. */
const ANCHORS_MIN_KEPT = 1_000;
const LINKS_SHARE_MIN = 0.85;

function measure(root: Parent, nodes: Node[]): Map<Node | Parent, Size> {
  const sizes = new Map<Node | Parent, Size>([[root, { ...NOTHING }]]);
  for (const node of nodes) if (isPart(node)) sizes.set(node, { ...NOTHING });
  // Backwards, so that an element is complete before it is added to the one around it.
  for (const node of nodes.toReversed()) {
    const parent = node.parentNode ? sizes.get(node.parentNode) : undefined;
    if (!parent) continue;
    const size = isPart(node) ? sizeOf(node, sizes.get(node) ?? NOTHING) : textSize(node);
    parent.text += size.text;
    parent.links += size.links;
    parent.anchors += size.anchors;
    parent.prose += size.prose;
    parent.quotes += size.quotes;
  }
  return sizes;
}

function textSize(node: Node): Size {
  return isText(node) ? { ...NOTHING, text: node.value.replace(/\s+/g, ' ').trim().length } : NOTHING;
}

function sizeOf(part: Part, inside: Size): Size {
  if (NEVER_TEXT.has(part.tagName)) return NOTHING;
  if (part.tagName === 'a') return { ...inside, links: inside.text, anchors: 1, prose: 0 };
  if (part.tagName === 'blockquote') return { ...inside, quotes: inside.text };
  if (part.tagName === 'p') return { ...inside, prose: inside.text - inside.links };
  return inside;
}

function isUnwanted(part: Part, size: Size, whole: Size): boolean {
  if (NEVER_TEXT.has(part.tagName)) return true;
  const isQuote = size.quotes > size.text * QUOTES_MIN;
  // Readability counts the links in a box and would throw a quoted post away for them; a section it lets be.
  if (isQuote && part.tagName === 'div') part.tagName = part.nodeName = 'section';
  if (KEPT.has(part.tagName)) return false;
  if (isLinks(size, ANCHORS_MIN)) return true;
  if (!isCalledSo(part)) return false;
  const isMuch = size.text > whole.text * SHARE_MAX || size.prose > whole.prose * SHARE_MAX;
  // Readability looks at the names too and would throw away what is kept here.
  if (isMuch || isQuote) part.attrs = part.attrs.filter(({ name }) => name !== 'class' && name !== 'id');
  return !isMuch && !isQuote;
}

function isCalledSo(part: Part): boolean {
  return (
    UNWANTED_TAGS.has(part.tagName) || UNWANTED_ROLES.has(attributeOf(part, 'role') ?? '') || isNamedSo(part)
  );
}

const NEVER_TEXT = new Set(
  'script style noscript template svg math iframe object embed applet canvas audio video map button input select textarea option datalist'.split(
    ' ',
  ),
);
const UNWANTED_TAGS = new Set('nav aside footer form dialog menu'.split(' '));
const UNWANTED_ROLES = new Set(
  'navigation complementary contentinfo search dialog alertdialog menu menubar toolbar tablist banner'.split(
    ' ',
  ),
);
const KEPT = new Set('html head body article main h1 p tr td th tbody'.split(' '));

/** By the words of its class and id, split where people join them: `RelatedStories`, `related-stories`, `related_stories`. */
function isNamedSo(part: Part): boolean {
  const name = `${attributeOf(part, 'class') ?? ''} ${attributeOf(part, 'id') ?? ''}`.slice(0, 500);
  if (name === ' ') return false;
  const words = name.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
  return UNWANTED_WORDS.test(words);
}

const UNWANTED_WORDS = new RegExp(
  `(?<![a-z])(?:${[
    'share|sharing|shares|sharebar|sharethis|addthis|addtoany|social|socials|socialmedia|follow|followus',
    'related|recommended|recommendations?|recirc|recirculation|outbrain|taboola|trending|popular|mostread|most-(?:read|popular|viewed)',
    'newsletters?|subscribe|subscription|signup|sign-up|optin|opt-in|mailchimp|paywall|piano',
    'comments?|disqus|respond|replies|livefyre',
    'cookies?|consent|gdpr|ccpa|onetrust',
    'ads?|advert|adverts|advertisement|advertising|adslot|adunit|sponsor|sponsored|promo|promos|promotion|promobox',
    'breadcrumbs?|pagination|pager|sidebar|menu|navbar|navigation|nav|masthead|topbar|toolbar|skip-link|skip-?to-?content',
    'popup|modal|overlay|lightbox|tooltip|dropdown|flyout|offcanvas',
    'print|login|log-in|signin|sign-in|registration',
    'author-?(?:bio|box|info|card)|about-(?:the-)?author|bio|byline|dateline|timestamp|post-?meta|entry-?meta|article-?meta|metadata',
    'tags|tag-?list|tagcloud|categories|cat-links',
    'copyright|disclaimer|footer|colophon|credits?|caption|captions',
    'read-?more|more-(?:from|on|stories|news)|also-?(?:like|read)|you-?may|up-?next|next-?(?:post|article)|prev-?(?:post|article)|post-navigation|jp-relatedposts|yarpp|rp4wp|widget',
    'hidden|visually-hidden|sr-only|screen-reader-text|visuallyhidden|assistive-text|invisible',
  ].join('|')})(?![a-z])`,
);
