import type { z } from 'zod';

/**
 * What templates leave where something else belongs: marks, double braces, MJML, hosts that cannot exist, and what
 * JavaScript prints of an object; each as it is written.
 *
 * Source: RFC 2606 (`.invalid`).
 */
export function leavingsIn(text: string): string[] {
  return text.match(LEAVINGS) ?? [];
}

/** The first character that turns the direction of all that follows; undefined when there is none. */
export function turnIn(text: string): string | undefined {
  return TURN.exec(text)?.[0];
}

/**
 * Refuse words of the newsroom that would hold every edition, since nobody could tell them from a defect of a template.
 *
 * Shape: for `superRefine`; the issue has its own remedy in `params`.
 */
export function mayBePrinted(words: string, context: z.RefinementCtx): void {
  const add = (message: string, remedy: string) =>
    context.addIssue({ code: 'custom', message, params: { remedy } });
  const [leaving] = leavingsIn(words);
  const turn = turnIn(words);
  if (leaving !== undefined)
    add(
      `holds "${leaving}", which looks like a place in a mail that was not filled in`,
      'Write it in another way: no edition with it can go out.',
    );
  if (turn !== undefined)
    add(
      `holds the invisible character ${codeOf(turn)}, which turns the direction of all that follows`,
      'Take it out; words from right to left need none.',
    );
}

const LEAVINGS =
  /[⟪⟫]|\{\{|\}\}|<\/?mj-[a-z]+|(?<![a-z0-9-])[a-z0-9-]{1,63}\.invalid(?![a-z0-9-])|\[object [\w$ ]+\]/giu;

// Embedding, override and isolate; the marks U+200E and U+200F turn nothing.
const TURN = /[\u202a-\u202e\u2066-\u2069]/u;

const codeOf = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
