/** Escape text for an HTML text node or a double-quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Collapse white space and drop what no reader should see: control, zero-width and bidirectional override characters. */
export function cleanText(text: string): string {
  return visibleText(text).replace(/\s+/gu, ' ').trim();
}

/** The same with white space as it is; halves of a character, which PostgreSQL refuses in JSON, become U+FFFD. */
export function visibleText(text: string): string {
  return text.toWellFormed().replace(INVISIBLE, '');
}

/**
 * The first part of a text, at most `charactersMax` long, cut at a sentence where one ends late enough, else at a word.
 *
 * Units: characters as a reader counts them (code points). A cut inside a sentence ends in an ellipsis.
 */
export function excerptOf(text: string, charactersMax: number): string {
  const characters = Array.from(cleanText(text));
  if (characters.length <= charactersMax) return characters.join('');
  const head = characters.slice(0, charactersMax).join('');
  const sentence = /^.*[.!?…。！？؟]["'”’»)\]]*(?=\s)/su.exec(head)?.[0];
  if (sentence && sentence.length > head.length * 0.5) return sentence;
  const words = characters
    .slice(0, charactersMax - 1)
    .join('')
    .replace(/\s+\S*$/u, '');
  return `${words.replace(/[\s,;:–—-]+$/u, '')}…`;
}

/** How many words a text has, in any script, by the language's own rules. */
export function countWords(text: string, language = 'en'): number {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  let count = 0;
  for (const segment of segmenter.segment(text)) if (segment.isWordLike) count += 1;
  return count;
}

/** A path-safe name of at most 80 characters made of a title: "Ça va? Oui!" becomes "ca-va-oui"; may be empty. */
export function slugOf(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .replace(/^(.{80}).*$/su, '$1')
    .replace(/-+$/, '');
}

// C0 and C1 controls but for white space, soft hyphen, zero-width, bidi embedding, override and isolate, BOM, tags.
const INVISIBLE =
  // oxlint-disable-next-line no-control-regex -- these are the characters to remove
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;
