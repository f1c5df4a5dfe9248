import { Hono } from 'hono';
import { stringsFor } from '../../strings/strings.ts';
import { requestSubscription } from '../subscribe/request.ts';
import { requestWording } from '../subscribe/wording.ts';
import { faultOf, readForm, valueOf, type FormFault } from './form.ts';
import { spokenToGuest } from './languages.ts';
import { AskedPage, SubscribePage, type SubscribeForm } from './pages/subscribe.tsx';
import { show, type Page } from './respond.tsx';
import { spokenTo, type Web } from './site.ts';

/** `/subscribe`: the form in the language that the browser asks for, and what becomes of it in the one that is chosen. */
export function subscribeRoutes(given: Web): Hono {
  const app = new Hono();
  app.get('/subscribe', (c) => {
    const web = spokenToGuest(given, c);
    return show(c, web, formPage(web, typedIn(new URLSearchParams(), web)));
  });
  app.post('/subscribe', async (c) => {
    const form = await readForm(c);
    const web = spokenToGuest(given, c);
    const typed = typedIn(form, web);
    const fault = await faultOf(web.site.language, () =>
      requestSubscription(web.deps, { ...typed, wording: wordingOf(web), route: 'web' }),
    );
    if (fault) return show(c, web, formPage(web, typed, fault));
    const chosen = spokenTo(given, typed.language);
    const { title } = stringsFor(chosen.site.language).pages.asked;
    return show(c, chosen, { title, visibility: 'private', body: <AskedPage site={chosen.site} /> });
  });
  return app;
}

/** A page that was kept from before a question stood there asks for every day, in the language that we guess. */
const typedIn = (form: URLSearchParams, { site }: Web): SubscribeForm => ({
  address: valueOf(form, 'address'),
  name: valueOf(form, 'name'),
  categories: [...new Set(form.getAll('categories'))],
  cadence: form.get('cadence') ?? 'daily',
  language: form.get('language') ?? site.language,
});

const wordingOf = ({ site }: Web) => requestWording(site.language, site.name);

function formPage(web: Web, typed: SubscribeForm, fault?: FormFault): Page {
  const { site } = web;
  const words = stringsFor(site.language).pages.subscribe;
  return {
    title: words.title,
    description: words.description(site.name),
    path: '/subscribe',
    visibility: fault ? 'private' : 'public',
    status: fault ? 422 : 200,
    body: <SubscribePage site={site} typed={typed} wording={wordingOf(web)} fault={fault} />,
  };
}
