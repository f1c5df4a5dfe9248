import { Hono, type Context } from 'hono';
import { leave } from '../subscribe/leave.ts';
import {
  changePreferences,
  findPreferences,
  requestFreshLink,
  type Preferences,
} from '../subscribe/preferences.ts';
import { changeWording } from '../subscribe/wording.ts';
import { faultOf, readForm, valueOf, type FormFault } from './form.ts';
import { unknownLink } from '../subscribe/link.ts';
import { EndedPage, LeftPage } from './pages/confirm.tsx';
import { FreshLinkPage, FreshLinkSentPage, MePage, type PlacedCategory } from './pages/me.tsx';
import { chosenInOrder, placesOf, typedPlaces } from './places.ts';
import { show } from './respond.tsx';
import type { Web } from './site.ts';

/** `/me/:token`: what a subscriber can see and change; `/fresh-link`: the way to it for those who lost theirs. */
export function meRoutes(web: Web): Hono {
  const { deps, site } = web;
  const app = new Hono();
  const wording = changeWording(site.name);

  app.get('/me/:token', async (c) => {
    const preferences = await requirePreferences(web, c);
    if (preferences.state === 'left')
      return show(c, web, {
        title: 'This subscription was ended',
        visibility: 'private',
        body: <EndedPage />,
      });
    return mePage(c, web, { preferences, categories: placesOf(preferences), name: preferences.name ?? '' });
  });

  app.post('/me/:token', async (c) => {
    const token = c.req.param('token');
    const form = await readForm(c);
    if (valueOf(form, 'act') === 'leave') {
      await leave(deps, token, 'preferences');
      return show(c, web, { title: 'You are unsubscribed', visibility: 'private', body: <LeftPage /> });
    }
    const categories = typedPlaces(await requirePreferences(web, c), form);
    const name = valueOf(form, 'name');
    const choices = { categories: chosenInOrder(categories), cadence: 'daily', name, wording } as const;
    const fault = await faultOf(() => changePreferences(deps, token, choices));
    const preferences = await requirePreferences(web, c);
    if (fault) return mePage(c, web, { preferences, categories, name, fault });
    return mePage(c, web, {
      preferences,
      categories: placesOf(preferences),
      name: preferences.name ?? '',
      saved: true,
    });
  });

  app.get('/fresh-link', (c) => freshLinkPage(c, web, ''));
  app.post('/fresh-link', async (c) => {
    const address = valueOf(await readForm(c), 'address');
    const fault = await faultOf(() => requestFreshLink(deps, { address }));
    if (fault) return freshLinkPage(c, web, address, fault);
    const body = <FreshLinkSentPage site={site} />;
    return show(c, web, { title: 'Look into your mailbox', visibility: 'private', body });
  });
  return app;
}

async function requirePreferences({ deps }: Web, c: Context): Promise<Preferences> {
  const preferences = await findPreferences(deps, c.req.param('token') ?? '');
  if (!preferences) throw unknownLink();
  return preferences;
}

function mePage(
  c: Context,
  web: Web,
  view: {
    preferences: Preferences;
    categories: readonly PlacedCategory[];
    name: string;
    saved?: boolean;
    fault?: FormFault;
  },
): Response {
  return show(c, web, {
    title: 'Your subscription',
    visibility: 'private',
    status: view.fault ? 422 : 200,
    body: <MePage {...view} saved={view.saved ?? false} wording={changeWording(web.site.name)} />,
  });
}

function freshLinkPage(c: Context, web: Web, address: string, fault?: FormFault): Response {
  return show(c, web, {
    title: 'Change or end your subscription',
    path: '/fresh-link',
    visibility: 'private',
    status: fault ? 422 : 200,
    body: <FreshLinkPage address={address} fault={fault} />,
  });
}
