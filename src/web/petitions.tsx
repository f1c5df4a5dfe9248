import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { stringsFor } from '../../strings/strings.ts';
import { findPetition, listPetitions, type PetitionPage } from '../petition/page.ts';
import { requestSignature } from '../petition/sign.ts';
import { signWording } from '../petition/wording.ts';
import { notFound } from '../shared/errors.ts';
import { excerptOf } from '../shared/html.ts';
import { faultOf, readForm, valueOf, type FormFault } from './form.ts';
import { PetitionDetailPage, PetitionsPage, SignAskedPage, type SignForm } from './pages/petitions.tsx';
import { show, type Page } from './respond.tsx';
import { spokenTo, type Web } from './site.ts';

/** `/petitions`, `/petitions/:slug` with its form, and its count as JSON for other sites. */
export function petitionRoutes(given: Web): Hono {
  const web = spokenTo(given);
  const { deps, site } = web;
  const app = new Hono();

  app.get('/petitions', async (c) => {
    const body = <PetitionsPage site={site} petitions={await listPetitions(deps)} />;
    return show(c, web, {
      title: stringsFor(site.language).pages.layout.petitions,
      path: '/petitions',
      visibility: 'public',
      body,
    });
  });

  app.get('/petitions/:slug', async (c) => {
    const petition = await requirePetition(web, c.req.param('slug'));
    return show(c, web, petitionPage(web, petition, { name: '', address: '', place: '', display: '' }));
  });

  app.post('/petitions/:slug', async (c) => {
    const petition = await requirePetition(web, c.req.param('slug'));
    const form = await readForm(c);
    const typed = {
      name: valueOf(form, 'name'),
      address: valueOf(form, 'address'),
      place: valueOf(form, 'place'),
      display: valueOf(form, 'display'),
    };
    const wording = signWording(site.language, site.name, petition.title);
    const fault = await faultOf(site.language, () =>
      requestSignature(deps, { ...typed, petitionSlug: petition.slug, wording }),
    );
    if (fault) return show(c, web, petitionPage(web, petition, typed, fault));
    const body = <SignAskedPage site={site} petition={petition} />;
    return show(c, web, { title: stringsFor(site.language).pages.asked.title, visibility: 'private', body });
  });

  app.get('/petitions/:slug/count.json', cors({ origin: '*' }), async (c) => {
    const { slug, signed, goal, countedAt } = await requirePetition(web, c.req.param('slug'));
    return c.json({ slug, signed, goal, countedAt: countedAt.toISOString() }, 200, {
      'cache-control': 'public, max-age=30',
      'cross-origin-resource-policy': 'cross-origin',
    });
  });
  return app;
}

function petitionPage(web: Web, petition: PetitionPage, typed: SignForm, fault?: FormFault): Page {
  const { site } = web;
  const { to } = stringsFor(site.language).pages.sign;
  const wording = signWording(site.language, site.name, petition.title);
  return {
    title: petition.title,
    description: excerptOf(`${to(petition.target)}. ${petition.text.replace(/[*_#>[\]]/g, '')}`, 200),
    path: `/petitions/${petition.slug}`,
    visibility: fault ? 'private' : 'public',
    status: fault ? 422 : 200,
    body: (
      <PetitionDetailPage site={site} petition={petition} typed={typed} wording={wording} fault={fault} />
    ),
  };
}

async function requirePetition({ deps }: Web, slug: string): Promise<PetitionPage> {
  const petition = await findPetition(deps, slug);
  if (!petition) throw notFound('petition.unknown', 'There is no such petition.');
  return petition;
}
