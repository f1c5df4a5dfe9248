import type { Petition } from '../../../db/petition.ts';
import type { SignatureConfirmation } from '../../petition/confirm.ts';
import type { SignInvitation } from '../../petition/sign.ts';
import type { OwnSignature } from '../../petition/withdraw.ts';
import type { FormFault } from '../form.ts';
import type { Site } from '../site.ts';
import { DisplayChoice, Form, TextField } from './fields.tsx';
import { Heading } from './parts.tsx';
import { OutboxHint } from './subscribe.tsx';

type PetitionName = Pick<Petition, 'slug' | 'title' | 'target'>;

/** The page behind a digest's petition link: it may be open before somebody whom the mail was forwarded to. */
export function SignPage(props: {
  invitation: SignInvitation;
  typed: { name: string; display: string };
  wording: string;
  fault?: FormFault | undefined;
}) {
  const { invitation, typed, wording, fault } = props;
  const { petition, maskedAddress, maskedName } = invitation;
  const path = `/petitions/${petition.slug}`;
  const signer = maskedName ? `${maskedName} (${maskedAddress})` : maskedAddress;
  return (
    <>
      <Heading title={petition.title} lead={`To ${petition.target}`} />
      <p>
        Sign as <b>{signer}</b>? Not you? Then please use <a href={path}>the petition’s own page</a>, where
        its whole text stands as well.
      </p>
      <Form fault={fault}>
        <TextField
          name="name"
          label="Your name"
          value={typed.name}
          required={maskedName === undefined}
          autoComplete="name"
          maxLength={80}
          {...(maskedName === undefined
            ? {}
            : { hint: `Left empty, it is the name you gave us: ${maskedName}` })}
          fault={fault}
        />
        <DisplayChoice chosen={typed.display} fault={fault} />
        <p className="wording">{wording}</p>
        <p>
          <button type="submit">Sign this petition</button>
        </p>
      </Form>
    </>
  );
}

/** After signing, and for everybody who comes back. */
export function SignedPage({ site, petition }: { site: Site; petition: PetitionName }) {
  return (
    <>
      <Heading title="Your signature counts" lead={`“${petition.title}”, to ${petition.target}`} />
      <p>
        Thank you. A receipt comes by mail; its link lets you change how you are shown, or withdraw.{' '}
        <a href={`/petitions/${petition.slug}`}>See how many have signed</a>
      </p>
      <OutboxHint site={site} />
    </>
  );
}

/** A petition that cannot be signed, for somebody who came by a link. */
export function NotOpenPage({ petition }: { petition: PetitionName }) {
  return (
    <>
      <Heading title="This petition cannot be signed now" lead={petition.title} />
      <p>
        <a href={`/petitions/${petition.slug}`}>Its page says when it was open</a>, and what it came to.
      </p>
    </>
  );
}

/** The page behind the link of the letter that asks whether a signature is right. */
export function ConfirmSignaturePage({ signature }: { signature: SignatureConfirmation }) {
  const { petition, name, display } = signature;
  return (
    <>
      <Heading title="Confirm your signature" lead={`“${petition.title}”, to ${petition.target}`} />
      <p>
        Signed as <b>{name}</b>, shown {DISPLAY_WORDS[display]}.
      </p>
      <Form>
        <p>
          <button type="submit">Confirm my signature</button>
        </p>
      </Form>
      <p className="small">You did not sign this? Then close this page, and the signature will not count.</p>
    </>
  );
}

/** The page behind a receipt's link: change how the name is shown, or withdraw. */
export function SignaturePage(props: {
  signature: OwnSignature;
  chosen: string;
  saved: boolean;
  fault?: FormFault | undefined;
}) {
  const { signature, chosen, saved, fault } = props;
  const { petition, maskedAddress } = signature;
  if (signature.state === 'withdrawn') return <WithdrawnPage petition={petition} />;
  return (
    <>
      <Heading title="Your signature" lead={`“${petition.title}”, to ${petition.target}`} />
      <p>Signed with {maskedAddress}.</p>
      {saved && (
        <p className="done" role="status">
          Saved.
        </p>
      )}
      <Form fault={fault}>
        <DisplayChoice chosen={chosen} fault={fault} />
        <p>
          <button type="submit" name="act" value="display">
            Save
          </button>
        </p>
      </Form>
      <section>
        <h2>Withdraw</h2>
        <p>Your signature is taken out of the count at once.</p>
        <Form>
          <p>
            <button type="submit" name="act" value="withdraw" className="quiet">
              Withdraw my signature
            </button>
          </p>
        </Form>
      </section>
    </>
  );
}

/** After withdrawing. */
export function WithdrawnPage({ petition }: { petition: PetitionName }) {
  return (
    <>
      <Heading title="Your signature is withdrawn" lead={`“${petition.title}” does not count it any more.`} />
      <p>
        Should you want to sign again: <a href={`/petitions/${petition.slug}`}>the petition’s page</a>.
      </p>
    </>
  );
}

const DISPLAY_WORDS = {
  name: 'with your name',
  initials: 'with your initials',
  hidden: 'to nobody',
} as const;
