import type { Subscriber } from '../../../db/subscriber.ts';
import { stringsFor } from '../../../strings/strings.ts';
import type { Site } from '../site.ts';
import { cadenceInWords } from './cadence.tsx';
import { Form } from './fields.tsx';
import { Masked, Own } from './foreign.tsx';
import { Linked } from './linked.tsx';
import { Heading } from './parts.tsx';

/** The page behind the link of a confirm letter: nothing happens before the button is pressed. */
export function ConfirmPage(props: {
  site: Site;
  categories: readonly string[];
  cadence: Subscriber['cadence'];
  wording: string;
}) {
  const { site, categories, cadence, wording } = props;
  const words = stringsFor(site.language).pages.confirm;
  return (
    <>
      <Heading title={words.title} lead={words.lead(site.name)} />
      <ul className="plain">
        {categories.map((name) => (
          <li key={name}>
            <Own site={site}>{name}</Own>
          </li>
        ))}
      </ul>
      <p>{cadenceInWords(site, cadence)}</p>
      <Form>
        <p className="wording">{wording}</p>
        <p>
          <button type="submit">{words.button}</button>
        </p>
      </Form>
      <p className="small">{words.note}</p>
    </>
  );
}

/** After the button, and for everybody who comes back. */
export function ConfirmedPage({ site }: { site: Site }) {
  const words = stringsFor(site.language).pages.confirmed;
  return (
    <>
      <Heading title={words.title} lead={words.lead(site.name)} />
      <p>{words.text}</p>
      <p>
        <a href="/">{words.today}</a>
      </p>
    </>
  );
}

/** The link of somebody who has ended the subscription since. */
export function EndedPage({ site }: { site: Site }) {
  const { title, lead, text } = stringsFor(site.language).pages.ended;
  return (
    <>
      <Heading title={title} lead={lead} />
      <p>
        <Linked text={text} to={['/subscribe']} />
      </p>
    </>
  );
}

/** The page behind an unsubscribe link: one button. */
export function LeavePage({ site, maskedAddress }: { site: Site; maskedAddress: string }) {
  const words = stringsFor(site.language).pages.leave;
  return (
    <>
      <Heading
        title={words.title}
        lead={<Linked text={words.lead} place={<Masked address={maskedAddress} />} />}
      />
      <Form>
        <p>
          <button type="submit">{words.button}</button>
        </p>
      </Form>
      <p className="small">
        <Linked text={words.note} to={['/fresh-link']} />
      </p>
    </>
  );
}

/** After leaving. */
export function LeftPage({ site }: { site: Site }) {
  const { title, lead, text } = stringsFor(site.language).pages.left;
  return (
    <>
      <Heading title={title} lead={lead} />
      <p>
        <Linked text={text} to={['/subscribe']} />
      </p>
    </>
  );
}
