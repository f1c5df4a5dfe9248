import type { Commentary as CommentaryRow, CommentarySection } from '../../../db/commentary.ts';

/** Opinion and action, and who wrote them; or why they are not there. */
export function Commentary({ commentary }: { commentary: CommentaryRow | undefined }) {
  return (
    <>
      <Section title="Opinion" section={commentary?.opinion ?? null} />
      <Section title="Action" section={commentary?.action ?? null} />
      <p className="label">{labelOf(commentary)}</p>
    </>
  );
}

/**
 * Who wrote the opinion and the action, in words that a reader cannot misread.
 *
 * Shape: where one of them is absent, the reason that stands on the row.
 */
export function labelOf(commentary: CommentaryRow | undefined): string {
  if (!commentary) return 'No opinion on this one: it has not been written yet.';
  const { origin, model, opinion, action, reason } = commentary;
  const written =
    origin === 'sample' ? SAMPLE : `Written by ${model ?? 'a model'}, which is a language model.`;
  if (opinion && action) return written;
  const absent =
    opinion || action
      ? `Not all of it is there: ${reason ?? UNKNOWN}`
      : `No opinion on this one: ${reason ?? UNKNOWN}`;
  return opinion || action ? `${written} ${absent}` : absent;
}

const SAMPLE = 'Sample text, written by hand for this invented newsroom.';
const UNKNOWN = 'no reason was given.';

function Section({ title, section }: { title: string; section: CommentarySection | null }) {
  if (!section) return null;
  return (
    <section className="commentary">
      <h2>{title}</h2>
      {section.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </section>
  );
}
