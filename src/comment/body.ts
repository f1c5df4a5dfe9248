import type { Uncommented } from '../../db/uncommented.ts';
import { cleanText } from '../shared/html.ts';

/** The text of an article that is written about: what its page says, else what its feed says. */
export const bodyOf = ({ body, summary }: Pick<Uncommented, 'body' | 'summary'>): string =>
  cleanText(body) === '' ? (summary ?? '') : body;
