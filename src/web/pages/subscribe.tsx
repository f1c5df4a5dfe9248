import type { FormFault } from '../form.ts';
import type { Site } from '../site.ts';
import { Choice, Choices, Form, TextField } from './fields.tsx';
import { Heading } from './parts.tsx';

/** What was typed into the form of the subscribe page. */
export interface SubscribeForm {
  address: string;
  name: string;
  categories: readonly string[];
}

/** Address and categories; every box is empty until somebody ticks it. */
export function SubscribePage(props: {
  site: Site;
  typed: SubscribeForm;
  wording: string;
  fault?: FormFault | undefined;
}) {
  const { site, typed, wording, fault } = props;
  return (
    <>
      <Heading
        title="Subscribe"
        lead="One letter a day: the categories you tick, in one mail, and what can be done about each story."
      />
      <Form action="/subscribe" fault={fault}>
        <TextField
          name="address"
          label="Your mail address"
          type="email"
          value={typed.address}
          required
          autoComplete="email"
          maxLength={254}
          hint="We write to it once, to ask whether it is yours."
          fault={fault}
        />
        <TextField
          name="name"
          label="How we may greet you"
          value={typed.name}
          autoComplete="given-name"
          maxLength={80}
          fault={fault}
        />
        <Choices name="categories" legend="Your categories" fault={fault}>
          <div className="choices">
            {site.categories.map(({ slug, name }) => (
              <Choice
                key={slug}
                type="checkbox"
                name="categories"
                value={slug}
                label={name}
                checked={typed.categories.includes(slug)}
              />
            ))}
          </div>
        </Choices>
        <p className="wording">{wording}</p>
        <p>
          <button type="submit">Subscribe</button>
        </p>
      </Form>
      <p className="small">
        No profile is made, nothing is tracked, and the address goes to nobody else.{' '}
        <a href="/about">How this paper is made</a>
      </p>
    </>
  );
}

/** The answer to everybody who asked, whether the address is new or known. */
export function AskedPage({ site }: { site: Site }) {
  return (
    <>
      <Heading title="Look into your mailbox" lead="We have sent a mail to the address you gave." />
      <p>
        It has one link. Open it and press the button there, and your subscription begins. If nothing arrives
        within a few minutes, look into the folder for junk, or <a href="/subscribe">try again</a>.
      </p>
      <OutboxHint site={site} />
    </>
  );
}

/** Where mails lie that are written to files. */
export function OutboxHint({ site }: { site: Site }) {
  if (!site.outbox) return null;
  return (
    <p className="aside">
      This newsroom sends nothing yet: its mails are written to files. Read them in{' '}
      <a href="/outbox">the outbox</a>.
    </p>
  );
}
