import { shortDate } from '../../shared/day.ts';
import type { PetitionCard, PetitionPage } from '../../petition/page.ts';
import type { FormFault } from '../form.ts';
import type { Site } from '../site.ts';
import { DisplayChoice, Form, TextField } from './fields.tsx';
import { Heading, Tally } from './parts.tsx';
import { OutboxHint } from './subscribe.tsx';

/** Every petition with its count. */
export function PetitionsPage({ site, petitions }: { site: Site; petitions: readonly PetitionCard[] }) {
  return (
    <>
      <Heading title="Petitions" lead="What our readers ask for, and of whom." />
      {petitions.length === 0 && <p className="empty">There is nothing to sign at present.</p>}
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
        <a href={path}>{petition.title}</a>
      </Title>
      <p className="small">To {petition.target}</p>
      {why && <p>{why}</p>}
      <Tally site={site} signed={petition.signed} goal={petition.goal} />
      {petition.state === 'open' ? (
        <p>
          <a className="button" href={path}>
            Sign: {petition.title}
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
  return (
    <>
      <Heading title={petition.title} lead={`To ${petition.target}`} />
      <Tally site={site} signed={petition.signed} goal={petition.goal} countedAt={petition.countedAt} />
      <div className="prose" dangerouslySetInnerHTML={{ __html: petition.textHtml }} />
      <section className="sign" id="sign">
        <h2>Sign this petition</h2>
        {petition.state === 'open' ? (
          <SigningForm petition={petition} typed={typed} wording={wording} fault={fault} />
        ) : (
          <p>{stateInWords(site, petition)}</p>
        )}
        {petition.state === 'open' && petition.closesAt && (
          <p className="small">{`Open until ${shortDate(petition.closesAt, site.timezone, site.language)}.`}</p>
        )}
      </section>
      <Recent site={site} petition={petition} />
    </>
  );
}

function SigningForm(props: {
  petition: PetitionPage;
  typed: SignForm;
  wording: string;
  fault?: FormFault | undefined;
}) {
  const { petition, typed, wording, fault } = props;
  return (
    <Form action={`/petitions/${petition.slug}`} fault={fault}>
      <TextField
        name="name"
        label="Your name"
        value={typed.name}
        required
        autoComplete="name"
        maxLength={80}
        fault={fault}
      />
      <TextField
        name="address"
        label="Your mail address"
        type="email"
        value={typed.address}
        required
        autoComplete="email"
        maxLength={254}
        hint="Never shown. We write to it once, to ask whether it was you."
        fault={fault}
      />
      <TextField
        name="place"
        label="Where you live"
        value={typed.place}
        autoComplete="address-level2"
        maxLength={80}
        fault={fault}
      />
      <DisplayChoice chosen={typed.display} fault={fault} />
      <p className="wording">{wording}</p>
      <p>
        <button type="submit">Sign</button>
      </p>
    </Form>
  );
}

function Recent({ site, petition }: { site: Site; petition: PetitionPage }) {
  if (petition.recent.length === 0) return null;
  return (
    <section>
      <h2>Recent signatures</h2>
      <ul className="signers">
        {petition.recent.map(({ name, signedAt }) => (
          <li key={`${name} ${signedAt.toISOString()}`}>
            <span>{name}</span>
            <time dateTime={signedAt.toISOString()}>{shortDate(signedAt, site.timezone, site.language)}</time>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The answer to everybody who asked to sign. */
export function SignAskedPage(props: { site: Site; petition: { slug: string; title: string } }) {
  return (
    <>
      <Heading title="Look into your mailbox" lead={`One step left for “${props.petition.title}”.`} />
      <p>
        We have sent a mail to the address you gave. Open its link and press the button there, and your
        signature counts. <a href={`/petitions/${props.petition.slug}`}>Back to the petition</a>
      </p>
      <OutboxHint site={props.site} />
    </>
  );
}

function stateInWords(
  site: Site,
  { state, opensAt, closesAt }: Pick<PetitionCard, 'state' | 'opensAt' | 'closesAt'>,
) {
  const on = (at: Date) => shortDate(at, site.timezone, site.language);
  if (state === 'upcoming')
    return opensAt ? `It can be signed from ${on(opensAt)} on.` : 'It cannot be signed yet.';
  return closesAt ? `It closed on ${on(closesAt)}.` : 'It has closed.';
}
