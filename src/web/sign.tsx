import { Hono, type Context } from 'hono';
import { stringsFor } from '../../strings/strings.ts';
import { unknownLink } from '../petition/link.ts';
import { findSignInvitation, signAsSubscriber, type SignInvitation } from '../petition/sign.ts';
import { changeDisplay, findSignature, withdrawSignature, type OwnSignature } from '../petition/withdraw.ts';
import { signWording } from '../petition/wording.ts';
import { faultOf, readForm, valueOf, type FormFault } from './form.ts';
import { spokenToReader } from './languages.ts';
import { NotOpenPage, SignaturePage, SignedPage, SignPage, WithdrawnPage } from './pages/sign.tsx';
import { show } from './respond.tsx';
import { spokenTo, type Web } from './site.ts';

/** `/s/:token`: sign as a known subscriber; `/g/:token`: change or withdraw a signature. */
export function signRoutes(given: Web): Hono {
  const { deps } = given;
  const app = new Hono();

  app.get('/s/:token', async (c) => {
    const invitation = await requireInvitation(given, c.req.param('token'));
    const web = spokenTo(given, invitation.language);
    const { petition, alreadySigned, open } = invitation;
    if (alreadySigned) return signedPage(c, web, petition);
    if (!open)
      return show(c, web, {
        title: stringsFor(web.site.language).pages.sign.notOpen.title,
        visibility: 'private',
        body: <NotOpenPage site={web.site} petition={petition} />,
      });
    return signPage(c, web, { invitation, typed: { name: '', display: '' } });
  });

  app.post('/s/:token', async (c) => {
    const token = c.req.param('token');
    const invitation = await requireInvitation(given, token);
    const web = spokenTo(given, invitation.language);
    const { petition, alreadySigned } = invitation;
    if (alreadySigned) return signedPage(c, web, petition);
    const form = await readForm(c);
    const typed = { name: valueOf(form, 'name'), display: valueOf(form, 'display') };
    const { language, name } = web.site;
    const wording = signWording(language, name, petition.title);
    const fault = await faultOf(language, async () => {
      await signAsSubscriber(deps, token, { ...typed, wording });
    });
    return fault ? signPage(c, web, { invitation, typed, fault }) : signedPage(c, web, petition);
  });

  app.get('/g/:token', async (c) => {
    const signature = await requireSignature(given, c.req.param('token'));
    const web = spokenToReader(given, c, signature.language);
    return signaturePage(c, web, { signature, chosen: signature.display });
  });

  app.post('/g/:token', async (c) => {
    const token = c.req.param('token');
    const form = await readForm(c);
    const web = spokenToReader(given, c, (await requireSignature(given, token)).language);
    if (valueOf(form, 'act') === 'withdraw') {
      const { petition } = await withdrawSignature(deps, token);
      const { title } = stringsFor(web.site.language).pages.sign.withdrawn;
      const body = <WithdrawnPage site={web.site} petition={petition} />;
      return show(c, web, { title, visibility: 'private', body });
    }
    const chosen = valueOf(form, 'display');
    const fault = await faultOf(web.site.language, () => changeDisplay(deps, token, chosen));
    const signature = await requireSignature(given, token);
    return signaturePage(c, web, fault ? { signature, chosen, fault } : { signature, chosen, saved: true });
  });
  return app;
}

async function requireInvitation({ deps }: Web, token: string): Promise<SignInvitation> {
  const invitation = await findSignInvitation(deps, token);
  if (!invitation) throw unknownLink();
  return invitation;
}

async function requireSignature({ deps }: Web, token: string): Promise<OwnSignature> {
  const signature = await findSignature(deps, token);
  if (!signature) throw unknownLink();
  return signature;
}

function signPage(
  c: Context,
  web: Web,
  view: { invitation: SignInvitation; typed: { name: string; display: string }; fault?: FormFault },
): Response {
  const { petition } = view.invitation;
  const { site } = web;
  return show(c, web, {
    title: petition.title,
    visibility: 'private',
    status: view.fault ? 422 : 200,
    body: <SignPage {...view} site={site} wording={signWording(site.language, site.name, petition.title)} />,
  });
}

function signedPage(c: Context, web: Web, petition: SignInvitation['petition']): Response {
  const body = <SignedPage site={web.site} petition={petition} />;
  const { title } = stringsFor(web.site.language).pages.sign.signed;
  return show(c, web, { title, visibility: 'private', body });
}

function signaturePage(
  c: Context,
  web: Web,
  view: { signature: OwnSignature; chosen: string; saved?: boolean; fault?: FormFault },
): Response {
  return show(c, web, {
    title: stringsFor(web.site.language).pages.sign.own.title,
    visibility: 'private',
    status: view.fault ? 422 : 200,
    body: <SignaturePage {...view} site={web.site} saved={view.saved ?? false} />,
  });
}
