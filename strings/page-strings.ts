/**
 * The words of the pages that subscribers and signers see, and of what stands around every page.
 *
 * Shape: `[words]` in a text is a link and `{}` a place for a name; the pages say where to and whose.
 */
export interface PageStrings {
  layout: LayoutStrings;
  form: FormStrings;
  subscribe: Titled & {
    description: (newsroom: string) => string;
    lead: string;
    addressHint: string;
    /** Above the button: what the person agrees to. */
    wording: (newsroom: string) => string;
    button: string;
    /** Link: how the paper is made. */
    promise: string;
  };
  /** The answer to everybody who asked. Link: the form again. */
  asked: Titled & { lead: string; text: string };
  /** Link: the outbox. */
  outbox: string;
  confirm: Titled & {
    lead: (newsroom: string) => string;
    wording: (newsroom: string) => string;
    button: string;
    note: string;
  };
  confirmed: Titled & { lead: (newsroom: string) => string; text: string; today: string };
  /** Link: the form. */
  ended: Titled & { lead: string; text: string };
  /** Place: the address. Link: another subscription instead of none. */
  leave: Titled & { lead: string; button: string; note: string };
  /** Link: the form. */
  left: Titled & { lead: string; text: string };
  /** Place: the address. */
  me: Titled & {
    lead: string;
    saved: string;
    hint: string;
    place: (category: string) => string;
    wording: (newsroom: string) => string;
    save: string;
    leave: string;
    leaveText: string;
  };
  freshLink: Titled & { lead: string; address: string; button: string };
  /** Link: the form. */
  freshLinkSent: Titled & { lead: string; text: string };
  sign: SignStrings;
  petition: PetitionStrings;
  problem: ProblemStrings;
}

interface Titled {
  title: string;
}

export interface LayoutStrings {
  skip: string;
  sample: string;
  sections: string;
  today: string;
  categories: string;
  search: string;
  editions: string;
  petitions: string;
  subscribe: string;
  about: string;
  freshLink: string;
  outbox: string;
}

export interface FormStrings {
  optional: string;
  address: string;
  /** How a subscriber may be greeted. */
  greeting: string;
  categories: string;
  /** How often the digest comes; the weekday as the language writes it. */
  cadence: string;
  cadences: { daily: string; weekly: (weekday: string) => string };
  /** Of letters and pages; and in which one the digest stays, as the language calls it. */
  language: string;
  languageHint: (language: string) => string;
  /** A signer's own name. */
  name: string;
  display: string;
  displays: { name: string; initials: string; hidden: string };
}

export interface SignStrings {
  to: (target: string) => string;
  petition: (petition: { title: string; target: string }) => string;
  /** Place: who is asked. Link: the petition's page. */
  asWhom: string;
  nameHint: (name: string) => string;
  wording: (newsroom: string, petition: string) => string;
  button: string;
  /** Link: the petition's page. */
  signed: Titled & { text: string };
  /** Link: the petition's page. */
  notOpen: Titled & { text: string };
  /** Place: the name, shown in one of three ways. */
  confirm: Titled & {
    signedAs: { name: string; initials: string; hidden: string };
    button: string;
    note: string;
  };
  /** Place: the address. */
  own: Titled & {
    signedWith: string;
    saved: string;
    save: string;
    withdraw: string;
    withdrawText: string;
    withdrawButton: string;
  };
  /** Link: the petition's page. */
  withdrawn: Titled & { lead: (title: string) => string; text: string };
}

export interface PetitionStrings {
  /** Above the list of all of them, and where there are none. */
  lead: string;
  none: string;
  heading: string;
  addressHint: string;
  place: string;
  button: string;
  /** The link to it from elsewhere. */
  sign: (title: string) => string;
  openUntil: (day: string) => string;
  opensOn: (day: string) => string;
  opensLater: string;
  closedOn: (day: string) => string;
  closed: string;
  recent: string;
  /** Both counts as numbers and as the language writes them. */
  signed: (count: { signed: number; goal: number }) => string;
  /** Place: the clock time. */
  countedAt: string;
  asked: { lead: (title: string) => string; text: string };
}

export interface ProblemStrings {
  /** Links: today's edition, the search, the categories, a fresh link. */
  notFound: Titled & { lead: string; text: string; ways: readonly string[] };
  /** An edition that is held back. Links: today's edition, all editions. */
  held: Titled & { text: string };
  /** Link: today's edition. */
  refused: Titled & { lead: string; text: string };
  tooLarge: Titled & { lead: string };
  /** Link: today's edition. */
  defect: Titled & { heading: string; lead: string; text: string };
  /** What a room refuses, by its code; null where the rooms' own sentences, which are English, say it best. */
  faults: Readonly<Record<FaultCode, string>> | null;
}

/** The codes of what subscribers and signers may be refused. */
export type FaultCode =
  | 'edition.held'
  | 'form.not_a_form'
  | 'link.unknown'
  | 'petition.closed'
  | 'petition.not_open'
  | 'petition.unknown'
  | 'signature.address'
  | 'signature.display'
  | 'signature.name'
  | 'signature.place'
  | 'signature.withdrawn'
  | 'subscription.address'
  | 'subscription.cadence'
  | 'subscription.categories'
  | 'subscription.language'
  | 'subscription.left'
  | 'subscription.name'
  | 'subscription.pending'
  | 'subscription.timezone';
