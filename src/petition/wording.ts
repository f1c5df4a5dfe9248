import { stringsFor } from '../../strings/strings.ts';

/** The words above the button that signs: what a signer agrees to, kept on the signature as it was read. */
export const signWording = (language: string, newsroom: string, petition: string): string =>
  stringsFor(language).pages.sign.wording(newsroom, petition);
