import { stringsFor } from '../../../strings/strings.ts';
import type { Petition } from '../../../db/petition.ts';
import type { SignatureConfirmation } from '../../petition/confirm.ts';
import type { SignInvitation } from '../../petition/sign.ts';
import type { OwnSignature } from '../../petition/withdraw.ts';
import type { FormFault } from '../form.ts';
import type { Site } from '../site.ts';
import { DisplayChoice, Form, TextField } from './fields.tsx';
import { Masked, Own } from './foreign.tsx';
import { Linked } from './linked.tsx';
import { Heading } from './parts.tsx';
import { OutboxHint } from './subscribe.tsx';

type PetitionName = Pick<Petition, 'slug' | 'title' | 'target'>;

/** The page behind a digest's petition link: it may be open before somebody whom the mail was forwarded to. */
export function SignPage(props: {
  site: Site;
  invitation: SignInvitation;
  typed: { name: string; display: string };
  wording: string;
  fault?: FormFault | undefined;
}) {
  const { site, invitation, typed, wording, fault } = props;
  const { sign: words, form } = stringsFor(site.language).pages;
  const { petition, maskedAddress, maskedName } = invitation;
  const address = <Masked address={maskedAddress} />;
  const signer = maskedName ? (
    <>
      <bdi>{maskedName}</bdi> ({address})
    </>
  ) : (
    address
  );
  return (
    <>
      <Heading title={<Own site={site}>{petition.title}</Own>} lead={words.to(petition.target)} />
      <p>
        <Linked text={words.asWhom} to={[pathOf(petition)]} place={<b>{signer}</b>} />
      </p>
      <Form fault={fault}>
        <TextField
          language={site.language}
          name="name"
          label={form.name}
          value={typed.name}
          required={maskedName === undefined}
          autoComplete="name"
          maxLength={80}
          {...(maskedName === undefined ? {} : { hint: words.nameHint(maskedName) })}
          fault={fault}
        />
        <DisplayChoice language={site.language} chosen={typed.display} fault={fault} />
        <p className="wording">{wording}</p>
        <p>
          <button type="submit">{words.button}</button>
        </p>
      </Form>
    </>
  );
}

/** After signing, and for everybody who comes back. */
export function SignedPage({ site, petition }: { site: Site; petition: PetitionName }) {
  const words = stringsFor(site.language).pages.sign;
  return (
    <>
      <Heading title={words.signed.title} lead={words.petition(petition)} />
      <p>
        <Linked text={words.signed.text} to={[pathOf(petition)]} />
      </p>
      <OutboxHint site={site} />
    </>
  );
}

/** A petition that cannot be signed, for somebody who came by a link. */
export function NotOpenPage({ site, petition }: { site: Site; petition: PetitionName }) {
  const { title, text } = stringsFor(site.language).pages.sign.notOpen;
  return (
    <>
      <Heading title={title} lead={<Own site={site}>{petition.title}</Own>} />
      <p>
        <Linked text={text} to={[pathOf(petition)]} />
      </p>
    </>
  );
}

/** The page behind the link of the letter that asks whether a signature is right. */
export function ConfirmSignaturePage(props: { site: Site; signature: SignatureConfirmation }) {
  const { site, signature } = props;
  const { confirm: words, petition: nameOf } = stringsFor(site.language).pages.sign;
  const { petition, name, display } = signature;
  return (
    <>
      <Heading title={words.title} lead={nameOf(petition)} />
      <p>
        <Linked text={words.signedAs[display]} place={<b dir="auto">{name}</b>} />
      </p>
      <Form>
        <p>
          <button type="submit">{words.button}</button>
        </p>
      </Form>
      <p className="small">{words.note}</p>
    </>
  );
}

/** The page behind a receipt's link: change how the name is shown, or withdraw. */
export function SignaturePage(props: {
  site: Site;
  signature: OwnSignature;
  chosen: string;
  saved: boolean;
  fault?: FormFault | undefined;
}) {
  const { site, signature, chosen, saved, fault } = props;
  const { own: words, petition: nameOf } = stringsFor(site.language).pages.sign;
  const { petition, maskedAddress } = signature;
  if (signature.state === 'withdrawn') return <WithdrawnPage site={site} petition={petition} />;
  return (
    <>
      <Heading title={words.title} lead={nameOf(petition)} />
      <p>
        <Linked text={words.signedWith} place={<Masked address={maskedAddress} />} />
      </p>
      {saved && (
        <p className="done" role="status">
          {words.saved}
        </p>
      )}
      <Form fault={fault}>
        <DisplayChoice language={site.language} chosen={chosen} fault={fault} />
        <p>
          <button type="submit" name="act" value="display">
            {words.save}
          </button>
        </p>
      </Form>
      <section>
        <h2>{words.withdraw}</h2>
        <p>{words.withdrawText}</p>
        <Form>
          <p>
            <button type="submit" name="act" value="withdraw" className="quiet">
              {words.withdrawButton}
            </button>
          </p>
        </Form>
      </section>
    </>
  );
}

/** After withdrawing. */
export function WithdrawnPage({ site, petition }: { site: Site; petition: PetitionName }) {
  const { title, lead, text } = stringsFor(site.language).pages.sign.withdrawn;
  return (
    <>
      <Heading title={title} lead={lead(petition.title)} />
      <p>
        <Linked text={text} to={[pathOf(petition)]} />
      </p>
    </>
  );
}

const pathOf = ({ slug }: { slug: string }) => `/petitions/${slug}`;
