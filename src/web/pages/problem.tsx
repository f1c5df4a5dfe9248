import { stringsFor } from '../../../strings/strings.ts';
import type { Site } from '../site.ts';
import { Linked } from './linked.tsx';
import { Heading } from './parts.tsx';

/** A page that is not there. */
export function NotFoundPage({ site, sentence }: { site: Site; sentence: string }) {
  const { title, text, ways } = stringsFor(site.language).pages.problem.notFound;
  return (
    <>
      <Heading title={title} lead={sentence} />
      <p>{text}</p>
      <ul className="plain">
        {ways.map((way, index) => (
          <li key={way}>
            <Linked text={way} to={WAYS.slice(index)} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** An edition that the newsroom has taken back for a while. */
export function HeldPage({ site, sentence }: { site: Site; sentence: string }) {
  const { title, text } = stringsFor(site.language).pages.problem.held;
  return (
    <>
      <Heading title={title} lead={sentence} />
      <p>
        <Linked text={text} to={['/', '/editions']} />
      </p>
    </>
  );
}

/** Something that cannot be done, with the sentence that says why. */
export function RefusedPage({ site, sentence }: { site: Site; sentence: string }) {
  const { title, text } = stringsFor(site.language).pages.problem.refused;
  return (
    <>
      <Heading title={title} lead={sentence} />
      <p>
        <Linked text={text} to={['/']} />
      </p>
    </>
  );
}

/** A defect of ours; nothing of its inside is shown. */
export function DefectPage({ site }: { site: Site }) {
  const { heading, lead, text } = stringsFor(site.language).pages.problem.defect;
  return (
    <>
      <Heading title={heading} lead={lead} />
      <p>
        <Linked text={text} to={['/']} />
      </p>
    </>
  );
}

/** Where one can go on from a page that is not there. */
const WAYS = ['/', '/search', '/categories', '/fresh-link'];
