import type { Commentary as CommentaryRow } from '../../../db/commentary.ts';
import type { Prose, ShownSection } from '../../../db/commentary-section.ts';
import { stringsFor } from '../../../strings/strings.ts';
import { absenceWords, authorWords, type Authorship } from '../../shared/authorship.ts';

/** The pages of articles speak English. */
const WORDS = stringsFor('en').made.authorship;

/** Opinion and action, each with who wrote it; or why they are not there. */
export function Commentary({ commentary }: { commentary: CommentaryRow | undefined }) {
  const absent = absenceOf(commentary);
  return (
    <>
      <Section title="Opinion" section={commentary?.opinion} />
      <Section title="Action" section={commentary?.action} />
      {absent && (
        <p className="label" dir="auto">
          {absent}
        </p>
      )}
    </>
  );
}

/** Who made a section, below it. */
export function SectionLabel({ section }: { section: Authorship | undefined }) {
  if (!section) return null;
  const words = authorWords(section, WORDS);
  return <p className="label" dir="auto">{`${words.charAt(0).toUpperCase()}${words.slice(1)}.`}</p>;
}

/**
 * Why a story has no opinion or no action, in words for its readers; undefined when it has both.
 *
 * Shape: what is said to readers of the reason on the row, which is the newsroom's own.
 */
export function absenceOf(commentary: CommentaryRow | undefined): string | undefined {
  if (!commentary) return 'Excerpt only. No opinion on this one: it has not been written yet.';
  const { opinion, action } = commentary;
  if (opinion && action) return undefined;
  const why = absenceWords(commentary, WORDS);
  if (opinion || action) return `Not all of it is there: ${why}`;
  return `Excerpt only. No opinion on this one: ${why}`;
}

function Section({
  title,
  section,
}: {
  title: string;
  section: (ShownSection & { content: Prose }) | undefined;
}) {
  if (!section) return null;
  return (
    <section className="commentary">
      <h2>{title}</h2>
      {section.content.paragraphs.map(({ text }) => (
        <p key={text} dir="auto">
          {text}
        </p>
      ))}
      <SectionLabel section={section} />
    </section>
  );
}
