import { stringsFor } from '../../../strings/strings.ts';
import type { FormFault } from '../form.ts';
import type { Site } from '../site.ts';
import { CadenceChoice } from './cadence.tsx';
import { Choice, Choices, Form, TextField } from './fields.tsx';
import { LanguageChoice } from './language.tsx';
import { Own } from './foreign.tsx';
import { Linked } from './linked.tsx';
import { Heading } from './parts.tsx';

/** What was typed into the form of the subscribe page. */
export interface SubscribeForm {
  address: string;
  name: string;
  categories: string[];
  cadence: string;
  language: string;
}

/** Address, categories, how often and in which language; every box is empty until somebody ticks it. */
export function SubscribePage(props: {
  site: Site;
  typed: SubscribeForm;
  wording: string;
  fault?: FormFault | undefined;
}) {
  const { site, typed, wording, fault } = props;
  const { language } = site;
  const { subscribe: words, form } = stringsFor(language).pages;
  return (
    <>
      <Heading title={words.title} lead={words.lead} />
      <Form action="/subscribe" fault={fault}>
        <TextField
          language={language}
          name="address"
          label={form.address}
          type="email"
          value={typed.address}
          required
          autoComplete="email"
          maxLength={254}
          hint={words.addressHint}
          fault={fault}
        />
        <TextField
          language={language}
          name="name"
          label={form.greeting}
          value={typed.name}
          autoComplete="given-name"
          maxLength={80}
          fault={fault}
        />
        <Choices name="categories" legend={form.categories} fault={fault}>
          <div className="choices">
            {site.categories.map(({ slug, name }) => (
              <Choice
                key={slug}
                type="checkbox"
                name="categories"
                value={slug}
                label={<Own site={site}>{name}</Own>}
                checked={typed.categories.includes(slug)}
              />
            ))}
          </div>
        </Choices>
        <CadenceChoice site={site} chosen={typed.cadence} fault={fault} />
        <LanguageChoice site={site} chosen={typed.language} fault={fault} />
        <p className="wording">{wording}</p>
        <p>
          <button type="submit">{words.button}</button>
        </p>
      </Form>
      <p className="small">
        <Linked text={words.promise} to={['/about']} />
      </p>
    </>
  );
}

/** The answer to everybody who asked, whether the address is new or known. */
export function AskedPage({ site }: { site: Site }) {
  const { title, lead, text } = stringsFor(site.language).pages.asked;
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

/** Where mails lie that are written to files. */
export function OutboxHint({ site }: { site: Site }) {
  if (!site.outbox) return null;
  return (
    <p className="aside">
      <Linked text={stringsFor(site.language).pages.outbox} to={['/outbox']} />
    </p>
  );
}
