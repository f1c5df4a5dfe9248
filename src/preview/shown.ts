import type { EditionFault } from '../../db/edition.ts';

/** One mail of the preview, rendered. */
export interface Shown {
  /** Stands in addresses: lower-case letters, digits and hyphens. */
  id: string;
  group: string;
  title: string;
  /** What should be known before it is judged. */
  note: string | null;
  subject: string;
  html: string;
  text: string;
  /** The whole message as it would travel, RFC 5322; empty, as the text is, for what is a page and no mail. */
  raw: string;
  /** How large its HTML may be, in bytes; null where nothing is fitted. */
  bytesMax: number | null;
  /** The pieces that it was joined from; empty for a letter. */
  fragments: FragmentSize[];
  /** What the lint says; null for what it does not look at. */
  faults: EditionFault[] | null;
}

/** Units: bytes of UTF-8, before links are filled in. */
export interface FragmentSize {
  key: string;
  /** Of the story, where it is one. */
  title: string | null;
  form: 'full' | 'brief';
  html: number;
  text: number;
}

/** What a rendering gives: every mail of the newsroom of that name, or the reason why there is none. */
export type Rendering = { name: string; mails: Shown[]; notes: string[] } | { failed: string };
