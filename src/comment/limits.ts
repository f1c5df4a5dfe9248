import type { Config } from '../shared/config.ts';

/** How many tokens a text is likely to have, for planning; what is set aside in the budget is counted in bytes. */
export const estimatedTokens = (text: string): number => Math.ceil(Buffer.byteLength(text) / 3);

/**
 * How a model's context is shared out.
 *
 * Units: tokens. The answer gets what is allowed, but no more than two fifths of a small context.
 */
export function contextFor({
  contextTokens,
  outputTokensMax,
}: Pick<Config['comment']['provider'], 'contextTokens' | 'outputTokensMax'>): {
  input: number;
  output: number;
} {
  const output = Math.min(outputTokensMax, Math.floor(contextTokens * 0.4));
  return { output, input: contextTokens - output };
}

/**
 * An answer as it goes back to be mended.
 *
 * Shape: of one far longer than was allowed only the beginning; nobody mends it, and it would use up the day's ceiling.
 */
export const mendable = (answer: string, outputTokens: number): string => cutTo(answer, 2 * outputTokens);

/**
 * The beginning of a text that takes at most so many tokens, cut at a paragraph, else at a space.
 */
export function cutTo(text: string, tokens: number): string {
  if (estimatedTokens(text) <= tokens) return text;
  let characters = Math.max(0, tokens * 3);
  let part = text.slice(0, characters);
  while (part !== '' && estimatedTokens(part) > tokens) {
    characters = Math.floor(characters * 0.9);
    part = text.slice(0, characters);
  }
  const paragraph = part.lastIndexOf('\n\n');
  const space = part.lastIndexOf(' ');
  const end = paragraph > part.length / 2 ? paragraph : space;
  return (end > 0 ? part.slice(0, end) : part).toWellFormed();
}
