import { Hono, type Context } from 'hono';
import type { ReactNode } from 'react';
import { stringsFor } from '../../strings/strings.ts';
import { confirmSignature, findSignatureConfirmation } from '../petition/confirm.ts';
import { confirmSubscription, findConfirmation } from '../subscribe/confirm.ts';
import { confirmWording } from '../subscribe/wording.ts';
import { unknownLink } from '../subscribe/link.ts';
import { spokenToReader } from './languages.ts';
import { ConfirmedPage, ConfirmPage, EndedPage } from './pages/confirm.tsx';
import { ConfirmSignaturePage, SignedPage, WithdrawnPage } from './pages/sign.tsx';
import { show } from './respond.tsx';
import { spokenTo, type Web } from './site.ts';

/** `/c/:token`: confirm a subscription or a signature, whichever the token was made for; in its person's language. */
export function confirmRoutes(given: Web): Hono {
  const { deps } = given;
  const app = new Hono();

  app.get('/c/:token', async (c) => {
    const token = c.req.param('token');
    const subscription = await findConfirmation(deps, token);
    if (subscription) return subscriptionPage(c, spokenTo(given, subscription.language), subscription);
    const signature = await findSignatureConfirmation(deps, token);
    if (!signature) throw unknownLink();
    return signaturePage(c, spokenToReader(given, c, signature.language), signature);
  });

  app.post('/c/:token', async (c) => {
    const token = c.req.param('token');
    const subscription = await findConfirmation(deps, token);
    if (subscription) {
      const web = spokenTo(given, subscription.language);
      await confirmSubscription(deps, token, { wording: wordingOf(web) });
      return subscriptionPage(c, web, { ...subscription, state: 'confirmed' });
    }
    const signature = await findSignatureConfirmation(deps, token);
    if (!signature) throw unknownLink();
    const { petition } = await confirmSignature(deps, token);
    return signaturePage(c, spokenToReader(given, c, signature.language), {
      ...signature,
      petition,
      state: 'confirmed',
    });
  });
  return app;
}

type Confirmation = NonNullable<Awaited<ReturnType<typeof findConfirmation>>>;
type SignatureConfirmation = NonNullable<Awaited<ReturnType<typeof findSignatureConfirmation>>>;

const wordingOf = ({ site }: Web) => confirmWording(site.language, site.name);

function subscriptionPage(c: Context, web: Web, { state, categories, cadence }: Confirmation): Response {
  const { site } = web;
  const { ended, confirmed, confirm } = stringsFor(site.language).pages;
  if (state === 'left') return page(c, web, ended.title, <EndedPage site={site} />);
  if (state === 'confirmed') return page(c, web, confirmed.title, <ConfirmedPage site={site} />);
  const body = <ConfirmPage {...{ site, categories, cadence }} wording={wordingOf(web)} />;
  return page(c, web, confirm.title, body);
}

function signaturePage(c: Context, web: Web, signature: SignatureConfirmation): Response {
  const { site } = web;
  const { petition, state } = signature;
  const { signed, withdrawn, confirm } = stringsFor(site.language).pages.sign;
  if (state === 'confirmed')
    return page(c, web, signed.title, <SignedPage site={site} petition={petition} />);
  if (state === 'withdrawn')
    return page(c, web, withdrawn.title, <WithdrawnPage site={site} petition={petition} />);
  return page(c, web, confirm.title, <ConfirmSignaturePage site={site} signature={signature} />);
}

const page = (c: Context, web: Web, title: string, body: ReactNode) =>
  show(c, web, { title, visibility: 'private', body });
