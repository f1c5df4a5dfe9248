import { Hono, type Context } from 'hono';
import { unknownLink } from '../petition/link.ts';
import { findSignInvitation, signAsSubscriber, type SignInvitation } from '../petition/sign.ts';
import { changeDisplay, findSignature, withdrawSignature, type OwnSignature } from '../petition/withdraw.ts';
import { signWording } from '../petition/wording.ts';
import { faultOf, readForm, valueOf, type FormFault } from './form.ts';
import { NotOpenPage, SignaturePage, SignedPage, SignPage, WithdrawnPage } from './pages/sign.tsx';
import { show } from './respond.tsx';
import type { Web } from './site.ts';

/** `/s/:token`: sign as a known subscriber; `/g/:token`: change or withdraw a signature. */
export function signRoutes(web: Web): Hono {
  const { deps, site } = web;
  const app = new Hono();

  app.get('/s/:token', async (c) => {
    const invitation = await requireInvitation(web, c.req.param('token'));
    const { petition, alreadySigned, open } = invitation;
    if (alreadySigned) return signedPage(c, web, petition);
    if (!open)
      return show(c, web, {
        title: 'This petition cannot be signed now',
        visibility: 'private',
        body: <NotOpenPage petition={petition} />,
      });
    return signPage(c, web, { invitation, typed: { name: '', display: '' } });
  });

  app.post('/s/:token', async (c) => {
    const token = c.req.param('token');
    const invitation = await requireInvitation(web, token);
    const { petition, alreadySigned } = invitation;
    if (alreadySigned) return signedPage(c, web, petition);
    const form = await readForm(c);
    const typed = { name: valueOf(form, 'name'), display: valueOf(form, 'display') };
    const wording = signWording(site.name, petition.title);
    const fault = await faultOf(async () => {
      await signAsSubscriber(deps, token, { ...typed, wording });
    });
    return fault ? signPage(c, web, { invitation, typed, fault }) : signedPage(c, web, petition);
  });

  app.get('/g/:token', async (c) => {
    const signature = await requireSignature(web, c.req.param('token'));
    return signaturePage(c, web, { signature, chosen: signature.display });
  });

  app.post('/g/:token', async (c) => {
    const token = c.req.param('token');
    const form = await readForm(c);
    if (valueOf(form, 'act') === 'withdraw') {
      const { petition } = await withdrawSignature(deps, token);
      const body = <WithdrawnPage petition={petition} />;
      return show(c, web, { title: 'Your signature is withdrawn', visibility: 'private', body });
    }
    const chosen = valueOf(form, 'display');
    const fault = await faultOf(() => changeDisplay(deps, token, chosen));
    const signature = await requireSignature(web, token);
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
  return show(c, web, {
    title: petition.title,
    visibility: 'private',
    status: view.fault ? 422 : 200,
    body: <SignPage {...view} wording={signWording(web.site.name, petition.title)} />,
  });
}

function signedPage(c: Context, web: Web, petition: SignInvitation['petition']): Response {
  const body = <SignedPage site={web.site} petition={petition} />;
  return show(c, web, { title: 'Your signature counts', visibility: 'private', body });
}

function signaturePage(
  c: Context,
  web: Web,
  view: { signature: OwnSignature; chosen: string; saved?: boolean; fault?: FormFault },
): Response {
  return show(c, web, {
    title: 'Your signature',
    visibility: 'private',
    status: view.fault ? 422 : 200,
    body: <SignaturePage {...view} saved={view.saved ?? false} />,
  });
}
