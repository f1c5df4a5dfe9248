import { Hono, type Context } from 'hono';
import type { ReactNode } from 'react';
import { confirmSignature, findSignatureConfirmation } from '../petition/confirm.ts';
import { confirmSubscription, findConfirmation } from '../subscribe/confirm.ts';
import { confirmWording } from '../subscribe/wording.ts';
import { unknownLink } from '../subscribe/link.ts';
import { ConfirmedPage, ConfirmPage, EndedPage } from './pages/confirm.tsx';
import { ConfirmSignaturePage, SignedPage, WithdrawnPage } from './pages/sign.tsx';
import { show } from './respond.tsx';
import type { Web } from './site.ts';

/** `/c/:token`: confirm a subscription or a signature, whichever the token was made for. */
export function confirmRoutes(web: Web): Hono {
  const { deps, site } = web;
  const app = new Hono();
  const wording = confirmWording(site.name);
  const page = (c: Context, title: string, body: ReactNode) =>
    show(c, web, { title, visibility: 'private', body });

  app.get('/c/:token', async (c) => {
    const token = c.req.param('token');
    const subscription = await findConfirmation(deps, token);
    if (subscription?.state === 'left') return page(c, 'This subscription was ended', <EndedPage />);
    if (subscription?.state === 'confirmed')
      return page(c, 'You are subscribed', <ConfirmedPage site={site} />);
    if (subscription) {
      const body = <ConfirmPage site={site} categories={subscription.categories} wording={wording} />;
      return page(c, 'Confirm your subscription', body);
    }
    const signature = await findSignatureConfirmation(deps, token);
    if (!signature) throw unknownLink();
    const { petition, state } = signature;
    if (state === 'confirmed')
      return page(c, 'Your signature counts', <SignedPage site={site} petition={petition} />);
    if (state === 'withdrawn')
      return page(c, 'Your signature is withdrawn', <WithdrawnPage petition={petition} />);
    return page(c, 'Confirm your signature', <ConfirmSignaturePage signature={signature} />);
  });

  app.post('/c/:token', async (c) => {
    const token = c.req.param('token');
    if (await findConfirmation(deps, token)) {
      await confirmSubscription(deps, token, { wording });
      return page(c, 'You are subscribed', <ConfirmedPage site={site} />);
    }
    if (!(await findSignatureConfirmation(deps, token))) throw unknownLink();
    const { petition } = await confirmSignature(deps, token);
    return page(c, 'Your signature counts', <SignedPage site={site} petition={petition} />);
  });
  return app;
}
