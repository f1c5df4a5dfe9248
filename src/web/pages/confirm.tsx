import type { Site } from '../site.ts';
import { Form } from './fields.tsx';
import { Heading } from './parts.tsx';

/** The page behind the link of a confirm letter: nothing happens before the button is pressed. */
export function ConfirmPage(props: { site: Site; categories: readonly string[]; wording: string }) {
  const { site, categories, wording } = props;
  return (
    <>
      <Heading
        title="Confirm your subscription"
        lead={`${site.name} would come to you with these categories:`}
      />
      <ul className="plain">
        {categories.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <Form>
        <p className="wording">{wording}</p>
        <p>
          <button type="submit">Confirm my subscription</button>
        </p>
      </Form>
      <p className="small">
        You did not ask for this? Then close this page. Without your confirmation nothing more is sent.
      </p>
    </>
  );
}

/** After the button, and for everybody who comes back. */
export function ConfirmedPage({ site }: { site: Site }) {
  return (
    <>
      <Heading title="You are subscribed" lead={`The next edition of ${site.name} comes to you by mail.`} />
      <p>
        We have sent you a short welcome. Its link lets you change your categories and their order whenever
        you like; every mail has a link that ends it.
      </p>
      <p>
        <a href="/">Read today’s edition now</a>
      </p>
    </>
  );
}

/** The link of somebody who has ended the subscription since. */
export function EndedPage() {
  return (
    <>
      <Heading title="This subscription was ended" lead="Nothing is sent to this address." />
      <p>
        To have it again, please <a href="/subscribe">subscribe anew</a>.
      </p>
    </>
  );
}

/** The page behind an unsubscribe link: one button. */
export function LeavePage({ maskedAddress }: { maskedAddress: string }) {
  return (
    <>
      <Heading title="Unsubscribe" lead={`End the digest to ${maskedAddress}?`} />
      <Form>
        <p>
          <button type="submit">Unsubscribe</button>
        </p>
      </Form>
      <p className="small">
        It ends at once. To get fewer categories instead, <a href="/fresh-link">change your subscription</a>.
      </p>
    </>
  );
}

/** After leaving. */
export function LeftPage() {
  return (
    <>
      <Heading title="You are unsubscribed" lead="No further digest will be sent to you." />
      <p>
        Thank you for having read us. Should it have been a mistake, you can{' '}
        <a href="/subscribe">subscribe anew</a> at any time.
      </p>
    </>
  );
}
