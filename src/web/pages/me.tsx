import { stringsFor } from '../../../strings/strings.ts';
import type { Preferences } from '../../subscribe/preferences.ts';
import type { FormFault } from '../form.ts';
import type { Site } from '../site.ts';
import { CadenceChoice } from './cadence.tsx';
import { Choices, Form, TextField } from './fields.tsx';
import { Masked, Own } from './foreign.tsx';
import { LanguageChoice } from './language.tsx';
import { Linked } from './linked.tsx';
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
  site: Site;
  preferences: Preferences;
  name: string;
  categories: readonly PlacedCategory[];
  cadence: string;
  language: string;
  wording: string;
  saved: boolean;
  fault?: FormFault | undefined;
}) {
  const { site, preferences, name, categories, cadence, language, wording, saved, fault } = props;
  const { me: words, form } = stringsFor(site.language).pages;
  const address = <Masked address={preferences.maskedAddress} />;
  return (
    <>
      <Heading title={words.title} lead={<Linked text={words.lead} place={address} />} />
      {saved && (
        <p className="done" role="status">
          {words.saved}
        </p>
      )}
      <Form fault={fault}>
        <TextField
          language={site.language}
          name="name"
          label={form.greeting}
          value={name}
          autoComplete="given-name"
          maxLength={80}
          fault={fault}
        />
        <Choices name="categories" legend={form.categories} hint={words.hint} fault={fault}>
          <ul className="places">
            {categories.map((category) => (
              <Place
                key={category.slug}
                site={site}
                category={category}
                label={words.place(category.name)}
                count={categories.length}
              />
            ))}
          </ul>
        </Choices>
        <CadenceChoice site={site} chosen={cadence} fault={fault} />
        <LanguageChoice site={site} chosen={language} fault={fault} />
        <p className="wording">{wording}</p>
        <p>
          <button type="submit" name="act" value="save">
            {words.save}
          </button>
        </p>
      </Form>
      <section>
        <h2>{words.leave}</h2>
        <p>{words.leaveText}</p>
        <Form>
          <p>
            <button type="submit" name="act" value="leave" className="quiet">
              {words.leave}
            </button>
          </p>
        </Form>
      </section>
    </>
  );
}

function Place(props: { site: Site; category: PlacedCategory; label: string; count: number }) {
  const { site, category, label, count } = props;
  const { slug, name, chosen, place } = category;
  return (
    <li>
      <label className="choice">
        <input type="checkbox" name="categories" value={slug} defaultChecked={chosen} />
        <Own site={site}>{name}</Own>
      </label>
      <input
        type="number"
        name={`place-${slug}`}
        defaultValue={place}
        min={1}
        max={count}
        aria-label={label}
      />
    </li>
  );
}

/** Ask for the link again, by address; the answer is the same for everybody. */
export function FreshLinkPage(props: { site: Site; address: string; fault?: FormFault | undefined }) {
  const { site, address, fault } = props;
  const words = stringsFor(site.language).pages.freshLink;
  return (
    <>
      <Heading title={words.title} lead={words.lead} />
      <Form action="/fresh-link" fault={fault}>
        <TextField
          language={site.language}
          name="address"
          label={words.address}
          type="email"
          value={address}
          required
          autoComplete="email"
          maxLength={254}
          fault={fault}
        />
        <p>
          <button type="submit">{words.button}</button>
        </p>
      </Form>
    </>
  );
}

/** The answer to everybody who asked for a link. */
export function FreshLinkSentPage({ site }: { site: Site }) {
  const { title, lead, text } = stringsFor(site.language).pages.freshLinkSent;
  return (
    <>
      <Heading title={title} lead={lead} />
      <p>
        <Linked text={text} to={['/subscribe']} />
      </p>
      <OutboxHint site={site} />
    </>
  );
}
