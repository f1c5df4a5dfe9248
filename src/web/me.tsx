import { Hono, type Context } from 'hono';
import { stringsFor } from '../../strings/strings.ts';
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
import { spokenToGuest, spokenToReader } from './languages.ts';
import { leftPage } from './leave.tsx';
import { EndedPage } from './pages/confirm.tsx';
import { FreshLinkPage, FreshLinkSentPage, MePage, type PlacedCategory } from './pages/me.tsx';
import { chosenInOrder, placesOf, typedPlaces } from './places.ts';
import { show } from './respond.tsx';
import { spokenTo, type Web } from './site.ts';

/** `/me/:token`: what a subscriber can see and change; `/fresh-link`: the way to it for those who lost theirs. */
export function meRoutes(given: Web): Hono {
  const { deps } = given;
  const app = new Hono();

  app.get('/me/:token', async (c) => {
    const preferences = await requirePreferences(given, c);
    const web = spokenTo(given, preferences.language);
    if (preferences.state === 'left') return endedPage(c, web);
    return mePage(c, web, { preferences, ...keptOf(preferences) });
  });

  app.post('/me/:token', async (c) => {
    const token = c.req.param('token');
    const form = await readForm(c);
    if (valueOf(form, 'act') === 'leave') {
      await leave(deps, token, 'preferences');
      const left = await findPreferences(deps, token);
      return leftPage(c, spokenToReader(given, c, left?.language));
    }
    const before = await requirePreferences(given, c);
    const web = spokenTo(given, before.language);
    const wording = changeWording(web.site.language, web.site.name);
    const categories = typedPlaces(before, form);
    const name = valueOf(form, 'name');
    const cadence = form.get('cadence') ?? undefined;
    const language = form.get('language') ?? undefined;
    const choices = { categories: chosenInOrder(categories), cadence, language, name, wording };
    const fault = await faultOf(web.site.language, () => changePreferences(deps, token, choices));
    const preferences = await requirePreferences(given, c);
    const kept = keptOf(preferences);
    if (!fault)
      return mePage(c, spokenTo(given, preferences.language), { preferences, ...kept, saved: true });
    const typed = { name, cadence: cadence ?? kept.cadence, language: language ?? kept.language };
    return mePage(c, web, { preferences, categories, ...typed, fault });
  });

  app.get('/fresh-link', (c) => freshLinkPage(c, spokenToGuest(given, c), ''));
  app.post('/fresh-link', async (c) => {
    const address = valueOf(await readForm(c), 'address');
    const web = spokenToGuest(given, c);
    const { site } = web;
    const fault = await faultOf(site.language, () => requestFreshLink(deps, { address }));
    if (fault) return freshLinkPage(c, web, address, fault);
    const body = <FreshLinkSentPage site={site} />;
    const { title } = stringsFor(site.language).pages.freshLinkSent;
    return show(c, web, { title, visibility: 'private', body });
  });
  return app;
}

async function requirePreferences({ deps }: Web, c: Context): Promise<Preferences> {
  const preferences = await findPreferences(deps, c.req.param('token') ?? '');
  if (!preferences) throw unknownLink();
  return preferences;
}

/** What the form says until somebody types. */
const keptOf = (preferences: Preferences) => ({
  categories: placesOf(preferences),
  name: preferences.name ?? '',
  cadence: preferences.cadence,
  language: preferences.language,
});

function endedPage(c: Context, web: Web): Response {
  const { title } = stringsFor(web.site.language).pages.ended;
  return show(c, web, { title, visibility: 'private', body: <EndedPage site={web.site} /> });
}

function mePage(
  c: Context,
  web: Web,
  view: {
    preferences: Preferences;
    categories: readonly PlacedCategory[];
    name: string;
    cadence: string;
    language: string;
    saved?: boolean;
    fault?: FormFault;
  },
): Response {
  const { site } = web;
  const wording = changeWording(site.language, site.name);
  return show(c, web, {
    title: stringsFor(site.language).pages.me.title,
    visibility: 'private',
    status: view.fault ? 422 : 200,
    body: <MePage {...view} site={site} saved={view.saved ?? false} wording={wording} />,
  });
}

function freshLinkPage(c: Context, web: Web, address: string, fault?: FormFault): Response {
  return show(c, web, {
    title: stringsFor(web.site.language).pages.freshLink.title,
    path: '/fresh-link',
    visibility: 'private',
    status: fault ? 422 : 200,
    body: <FreshLinkPage site={web.site} address={address} fault={fault} />,
  });
}
