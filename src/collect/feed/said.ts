import { plainLine, plainText } from '../markup.ts';
import { seenHtml } from './harmless.ts';
import { readTags } from './xml/tags.ts';
import type { TextValue } from './xml/text-value.ts';

/** Whether a text holds tags: much that calls itself HTML is plain, and `1 < 2` in it is no tag. */
export function hasTags({ value, type }: TextValue): boolean {
  return type === 'html' && /<[a-z!/]/i.test(value) && !/^[^<]*<\/[^<]*$/.test(value);
}

/** A text as HTML, without what no reader sees. Entities in plain text, which many feeds write by mistake, are left to be read. */
export function htmlOf(text: TextValue | undefined): string {
  if (text === undefined) return '';
  if (hasTags(text)) return seenHtml(withinReason(text.value));
  const escaped = text.value.replaceAll('<', '&lt;');
  return text.type === 'text' ? escaped.replace(/\n\s*\n/g, '<p>') : escaped;
}

/** Its words on one line. */
export function lineOf(text: TextValue | undefined): string {
  return plainLine(htmlOf(text));
}

/** Its words, one paragraph a block. */
export function wordsOf(text: TextValue | undefined): string {
  return plainText(htmlOf(text));
}

const CHARACTERS_MAX = 1_000_000;
/** Whatever is shorter is read in no time, however it is built. */
const CHARACTERS_HARMLESS = 20_000;

/** Markup whose elements stand in each other without end would keep whoever reads it busy: its words remain. */
function withinReason(html: string): string {
  const part = html.slice(0, CHARACTERS_MAX);
  if (part.length <= CHARACTERS_HARMLESS || readTags(part, () => ({}))) return part;
  return part.replace(/<[^<>]*>/g, ' ').replaceAll('<', '&lt;');
}
