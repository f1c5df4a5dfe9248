import type { Prose } from '../../../db/commentary-section.ts';
import type { SectionAnswer } from '../commentary.ts';
import type { TextGates } from './gates.ts';
import type { GroundsGate } from './grounds.ts';
import type { Judged, WholeGates } from './judged.ts';
import { repeatsIn } from './repeats.ts';

/** Fewer are no section. */
export const PARAGRAPHS_MIN = 3;

/**
 * Judge an opinion or an action.
 *
 * Shape: paragraphs that fail are left out; without a short form, with too few paragraphs, or about something else there
 * is no content. `rests` is undefined where paragraphs need not rest on facts.
 */
export function judgeProse(
  kind: 'opinion' | 'action',
  answer: SectionAnswer,
  { gates, whole, rests }: { gates: TextGates; whole: WholeGates; rests: GroundsGate | undefined },
): Omit<Judged, 'content'> & { content: Prose | null } {
  const short = gates.judge(answer.short, `${kind}.short`);
  const repeated = new Set(repeatsIn(answer.paragraphs.map(({ text }) => text)));
  const judged = answer.paragraphs.map((paragraph, i) => {
    const at = `${kind}.paragraphs.${i}`;
    const { text, findings } = gates.judge(paragraph.text, at);
    const loose = rests?.(paragraph);
    if (loose !== undefined) findings.push({ gate: 'grounds', at, evidence: loose });
    if (repeated.has(i))
      findings.push({ gate: 'repeats', at, evidence: 'says what an earlier paragraph says' });
    return { paragraph: { ...paragraph, text }, findings };
  });
  const kept = judged.filter(({ findings }) => findings.length === 0).map(({ paragraph }) => paragraph);
  // What is dropped must not vouch for what is printed.
  const about = whole(kind, [short.text, ...kept.map(({ text }) => text)]);
  const findings = [...short.findings, ...judged.flatMap((one) => one.findings), ...about.findings];
  const enough = kept.length >= PARAGRAPHS_MIN && short.findings.length === 0;
  const stands = enough && about.findings.length === 0;
  return {
    content: stands ? { short: short.text, paragraphs: kept } : null,
    findings: [
      ...findings,
      ...(kept.length < PARAGRAPHS_MIN
        ? [{ gate: 'minimum' as const, at: kind, evidence: `has ${kept.length} paragraphs that pass` }]
        : []),
    ],
    unjudged: [...gates.unjudged, ...about.unjudged],
  };
}
