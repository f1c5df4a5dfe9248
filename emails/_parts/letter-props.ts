/** What every letter carries: its language and whose it is. */
export interface LetterFrame {
  language: string;
  dir: 'ltr' | 'rtl';
  /** The sample newsroom: the letter says that its news is invented. */
  sample: boolean;
  newsroom: { name: string; tagline: string; homeUrl: string; postalAddress: string };
}

/** A transactional letter of one kind. */
export type LetterProps = LetterFrame & (ConfirmProps | SubscriberProps | SigningProps);

type ConfirmProps = { kind: 'confirm'; links: { confirm: string }; categories: string[] };

type SubscriberProps =
  | { kind: 'welcome'; links: { preferences: string; unsubscribe: string }; categories: string[] }
  /** Somebody asked to subscribe an address that already is; nothing changed. */
  | { kind: 'known'; links: { preferences: string } }
  | { kind: 'fresh-link'; links: { preferences: string } };

type SigningProps =
  | {
      kind: 'confirm-signature';
      links: { confirm: string };
      petition: { title: string; target: string };
      signer: string;
    }
  | {
      kind: 'receipt';
      /** `signature` is where it is changed or withdrawn. */
      links: { signature: string; petition: string };
      petition: { title: string; target: string };
    };
