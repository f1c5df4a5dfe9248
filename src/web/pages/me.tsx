import type { Preferences } from '../../subscribe/preferences.ts';
import type { FormFault } from '../form.ts';
import type { Site } from '../site.ts';
import { Choices, Form, TextField } from './fields.tsx';
import { Heading } from './parts.tsx';
import { OutboxHint } from './subscribe.tsx';

/** A category of the preferences form: whether it is ticked, and the number typed beside it. */
export interface PlacedCategory {
  slug: string;
  name: string;
  chosen: boolean;
  place: string;
}

/** Everything a subscriber can change about the digest, and the way out of it. */
export function MePage(props: {
  preferences: Preferences;
  name: string;
  categories: readonly PlacedCategory[];
  wording: string;
  saved: boolean;
  fault?: FormFault | undefined;
}) {
  const { preferences, name, categories, wording, saved, fault } = props;
  return (
    <>
      <Heading title="Your subscription" lead={`The digest to ${preferences.maskedAddress}`} />
      {saved && (
        <p className="done" role="status">
          Saved. The next edition comes to you this way.
        </p>
      )}
      <Form fault={fault}>
        <TextField
          name="name"
          label="How we may greet you"
          value={name}
          autoComplete="given-name"
          maxLength={80}
          fault={fault}
        />
        <Choices
          name="categories"
          legend="Your categories"
          hint="Tick what you want to read. The numbers say in which order; 1 comes first."
          fault={fault}
        >
          <ul className="places">
            {categories.map((category) => (
              <Place key={category.slug} category={category} count={categories.length} />
            ))}
          </ul>
        </Choices>
        <p className="wording">{wording}</p>
        <p>
          <button type="submit" name="act" value="save">
            Save
          </button>
        </p>
      </Form>
      <section>
        <h2>Unsubscribe</h2>
        <p>It ends at once, and you can come back whenever you like.</p>
        <Form>
          <p>
            <button type="submit" name="act" value="leave" className="quiet">
              Unsubscribe
            </button>
          </p>
        </Form>
      </section>
    </>
  );
}

function Place({ category, count }: { category: PlacedCategory; count: number }) {
  const { slug, name, chosen, place } = category;
  return (
    <li>
      <label className="choice">
        <input type="checkbox" name="categories" value={slug} defaultChecked={chosen} />
        <span>{name}</span>
      </label>
      <input
        type="number"
        name={`place-${slug}`}
        defaultValue={place}
        min={1}
        max={count}
        aria-label={`Place of ${name}`}
      />
    </li>
  );
}

/** Ask for the link again, by address; the answer is the same for everybody. */
export function FreshLinkPage(props: { address: string; fault?: FormFault | undefined }) {
  const { address, fault } = props;
  return (
    <>
      <Heading
        title="Change or end your subscription"
        lead="Every digest has links for this at its end. If you have none at hand, we mail you one."
      />
      <Form action="/fresh-link" fault={fault}>
        <TextField
          name="address"
          label="The address that the digest goes to"
          type="email"
          value={address}
          required
          autoComplete="email"
          maxLength={254}
          fault={fault}
        />
        <p>
          <button type="submit">Mail me my link</button>
        </p>
      </Form>
    </>
  );
}

/** The answer to everybody who asked for a link. */
export function FreshLinkSentPage({ site }: { site: Site }) {
  return (
    <>
      <Heading
        title="Look into your mailbox"
        lead="If the address is subscribed, a mail with a link is on its way."
      />
      <p>
        Nothing arrives? Then the digest goes to another address of yours, or to none:{' '}
        <a href="/subscribe">subscribe here</a>.
      </p>
      <OutboxHint site={site} />
    </>
  );
}
