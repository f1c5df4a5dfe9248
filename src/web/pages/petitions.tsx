import { stringsFor } from '../../../strings/strings.ts';
import { shortDate } from '../../shared/day.ts';
import type { PetitionCard, PetitionPage } from '../../petition/page.ts';
import type { FormFault } from '../form.ts';
import type { Site } from '../site.ts';
import { DisplayChoice, Form, TextField } from './fields.tsx';
import { Linked } from './linked.tsx';
import { Heading, Tally } from './parts.tsx';
import { OutboxHint } from './subscribe.tsx';

/** Every petition with its count. */
export function PetitionsPage({ site, petitions }: { site: Site; petitions: readonly PetitionCard[] }) {
  const { layout, petition: words } = stringsFor(site.language).pages;
  return (
    <>
      <Heading title={layout.petitions} lead={words.lead} />
      {petitions.length === 0 && <p className="empty">{words.none}</p>}
      {petitions.map((petition) => (
        <PetitionBlock key={petition.slug} site={site} petition={petition} heading="h2" />
      ))}
    </>
  );
}

/** A petition beside a story or in the list: title, target, count and the way to sign. */
export function PetitionBlock(props: {
  site: Site;
  petition: PetitionCard;
  heading: 'h2' | 'h3' | 'h4';
  why?: string | undefined;
}) {
  const { site, petition, heading: Title, why } = props;
  const path = `/petitions/${petition.slug}`;
  return (
    <div className="petition">
      <Title className="petition-title">
        <a href={path}>
          <bdi>{petition.title}</bdi>
        </a>
      </Title>
      <p className="small">{stringsFor(site.language).pages.sign.to(petition.target)}</p>
      {why && <p dir="auto">{why}</p>}
      <Tally site={site} signed={petition.signed} goal={petition.goal} />
      {petition.state === 'open' ? (
        <p>
          <a className="button" href={path}>
            {stringsFor(site.language).pages.petition.sign(petition.title)}
          </a>
        </p>
      ) : (
        <p className="small">{stateInWords(site, petition)}</p>
      )}
    </div>
  );
}

/** What was typed into the form of a petition's page. */
export interface SignForm {
  name: string;
  address: string;
  place: string;
  display: string;
}

/** One petition: whom it asks for what, how many have signed, and the form. */
export function PetitionDetailPage(props: {
  site: Site;
  petition: PetitionPage;
  typed: SignForm;
  wording: string;
  fault?: FormFault | undefined;
}) {
  const { site, petition, typed, wording, fault } = props;
  const { petition: words, sign } = stringsFor(site.language).pages;
  return (
    <>
      <Heading title={<bdi>{petition.title}</bdi>} lead={sign.to(petition.target)} />
      <Tally site={site} signed={petition.signed} goal={petition.goal} countedAt={petition.countedAt} />
      <div className="prose" dir="auto" dangerouslySetInnerHTML={{ __html: petition.textHtml }} />
      <section className="sign" id="sign">
        <h2>{words.heading}</h2>
        {petition.state === 'open' ? (
          <SigningForm site={site} petition={petition} typed={typed} wording={wording} fault={fault} />
        ) : (
          <p>{stateInWords(site, petition)}</p>
        )}
        {petition.state === 'open' && petition.closesAt && (
          <p className="small">
            {words.openUntil(shortDate(petition.closesAt, site.timezone, site.language))}
          </p>
        )}
      </section>
      <Recent site={site} petition={petition} />
    </>
  );
}

function SigningForm(props: {
  site: Site;
  petition: PetitionPage;
  typed: SignForm;
  wording: string;
  fault?: FormFault | undefined;
}) {
  const { site, petition, typed, wording, fault } = props;
  const { petition: words, form } = stringsFor(site.language).pages;
  return (
    <Form action={`/petitions/${petition.slug}`} fault={fault}>
      <TextField
        language={site.language}
        name="name"
        label={form.name}
        value={typed.name}
        required
        autoComplete="name"
        maxLength={80}
        fault={fault}
      />
      <TextField
        language={site.language}
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
        language={site.language}
        name="place"
        label={words.place}
        value={typed.place}
        autoComplete="address-level2"
        maxLength={80}
        fault={fault}
      />
      <DisplayChoice language={site.language} chosen={typed.display} fault={fault} />
      <p className="wording">{wording}</p>
      <p>
        <button type="submit">{words.button}</button>
      </p>
    </Form>
  );
}

function Recent({ site, petition }: { site: Site; petition: PetitionPage }) {
  if (petition.recent.length === 0) return null;
  return (
    <section>
      <h2>{stringsFor(site.language).pages.petition.recent}</h2>
      <ul className="signers">
        {petition.recent.map(({ name, signedAt }) => (
          <li key={`${name} ${signedAt.toISOString()}`}>
            <bdi>{name}</bdi>
            <time dateTime={signedAt.toISOString()}>{shortDate(signedAt, site.timezone, site.language)}</time>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The answer to everybody who asked to sign. */
export function SignAskedPage(props: { site: Site; petition: { slug: string; title: string } }) {
  const { asked, petition: words } = stringsFor(props.site.language).pages;
  return (
    <>
      <Heading title={asked.title} lead={words.asked.lead(props.petition.title)} />
      <p>
        <Linked text={words.asked.text} to={[`/petitions/${props.petition.slug}`]} />
      </p>
      <OutboxHint site={props.site} />
    </>
  );
}

function stateInWords(
  site: Site,
  { state, opensAt, closesAt }: Pick<PetitionCard, 'state' | 'opensAt' | 'closesAt'>,
) {
  const words = stringsFor(site.language).pages.petition;
  const on = (at: Date) => shortDate(at, site.timezone, site.language);
  if (state === 'upcoming') return opensAt ? words.opensOn(on(opensAt)) : words.opensLater;
  return closesAt ? words.closedOn(on(closesAt)) : words.closed;
}
