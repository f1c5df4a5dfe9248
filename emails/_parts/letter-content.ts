import type { LetterProps } from './letter-props.ts';
import { stringsFor, type LetterStrings, type LetterWords } from '../../strings/strings.ts';

/** What one letter says, ready to be set as HTML or as text. */
export interface LetterContent extends LetterWords {
  /** Where the button leads. */
  url: string;
  categories: string[];
  /** Further links, each with its name. */
  links: { name: string; url: string }[];
}

/** Words and links of a letter of each kind. */
export function contentOf(props: LetterProps): LetterContent {
  const strings = stringsFor(props.language).letters;
  const bare = { categories: [], links: [] };
  return { ...bare, ...ownContent(props, strings) };
}

function ownContent(props: LetterProps, strings: LetterStrings): OwnContent {
  const { name } = props.newsroom;
  switch (props.kind) {
    case 'confirm':
      return { ...strings.confirm(name), url: props.links.confirm, categories: props.categories };
    case 'welcome':
      return {
        ...strings.welcome(name),
        url: props.links.preferences,
        categories: props.categories,
        links: [{ name: strings.unsubscribe, url: props.links.unsubscribe }],
      };
    case 'known':
      return { ...strings.known(name), url: props.links.preferences };
    case 'fresh-link':
      return { ...strings.freshLink(name), url: props.links.preferences };
    case 'confirm-signature':
    case 'receipt':
      return signingContent(props, strings);
    default:
      return props satisfies never;
  }
}

function signingContent(props: SigningLetterProps, strings: LetterStrings): OwnContent {
  const signing = { newsroom: props.newsroom.name, ...props.petition };
  if (props.kind === 'confirm-signature') {
    const words = strings.confirmSignature({ ...signing, signer: withoutLinks(props.signer) });
    return { ...words, url: props.links.confirm };
  }
  return {
    ...strings.receipt(signing),
    url: props.links.signature,
    links: [{ name: strings.petitionPage, url: props.links.petition }],
  };
}

type OwnContent = LetterWords & { url: string } & Partial<LetterContent>;
type SigningLetterProps = Extract<LetterProps, { kind: 'confirm-signature' | 'receipt' }>;

/**
 * A name that a stranger typed, fit to be mailed to somebody else: one line, at most 60 characters, and nothing that a
 * mail program would turn into a link.
 */
function withoutLinks(name: string): string {
  const words = name.split(/\s+/u).filter((word) => !LINK_LIKE.test(word));
  return Array.from(words.join(' ')).slice(0, 60).join('').trim() || '…';
}

const LINK_LIKE = /[/\\@]|\p{L}{2,}\.\p{L}{2,}|www\./iu;
