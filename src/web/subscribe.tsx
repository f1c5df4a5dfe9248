import { Hono } from 'hono';
import { stringsFor } from '../../strings/strings.ts';
import { requestSubscription } from '../subscribe/request.ts';
import { requestWording } from '../subscribe/wording.ts';
import { faultOf, readForm, valueOf, type FormFault } from './form.ts';
import { AskedPage, SubscribePage, type SubscribeForm } from './pages/subscribe.tsx';
import { show, type Page } from './respond.tsx';
import { spokenTo, type Web } from './site.ts';

/** `/subscribe`: the form, and what becomes of it. */
export function subscribeRoutes(given: Web): Hono {
  const web = spokenTo(given);
  const { deps, site } = web;
  const app = new Hono();
  const words = stringsFor(site.language).pages;
  const wording = requestWording(site.language, site.name);
  const formPage = (typed: SubscribeForm, fault?: FormFault): Page => ({
    title: words.subscribe.title,
    description: words.subscribe.description(site.name),
    path: '/subscribe',
    visibility: fault ? 'private' : 'public',
    status: fault ? 422 : 200,
    body: <SubscribePage site={site} typed={typed} wording={wording} fault={fault} />,
  });
  app.get('/subscribe', (c) => show(c, web, formPage({ address: '', name: '', categories: [] })));
  app.post('/subscribe', async (c) => {
    const form = await readForm(c);
    const typed = {
      address: valueOf(form, 'address'),
      name: valueOf(form, 'name'),
      categories: [...new Set(form.getAll('categories'))],
    };
    const fault = await faultOf(site.language, () =>
      requestSubscription(deps, { ...typed, wording, route: 'web' }),
    );
    if (fault) return show(c, web, formPage(typed, fault));
    const body = <AskedPage site={site} />;
    return show(c, web, { title: words.asked.title, visibility: 'private', body });
  });
  return app;
}
