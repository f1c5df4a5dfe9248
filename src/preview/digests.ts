import type { Edition, EditionFault } from '../../db/edition.ts';
import { fragmentsOf, frameOf, type EditionContent, type FrozenStory } from '../compose/edition.ts';
import { createHeaders } from '../compose/headers.ts';
import { lookOver } from '../compose/look-over.ts';
import { openPieces, type StoredFragment } from '../compose/pieces.ts';
import { createSplicer } from '../compose/splice.ts';
import { webLinks, webViewOf } from '../compose/web-view.ts';
import { subjectFor } from '../compose/subject.ts';
import type { Config } from '../shared/config.ts';
import { namedIn, type Demo } from './demo.ts';
import { messageFor } from './message.ts';
import { READER, SECRET } from './reader.ts';
import { sizesOf } from './sizes.ts';
import type { Shown } from './shown.ts';
import type { SourceEdition } from './source.ts';

/** An edition that mails can be made of. */
interface Open {
  config: Config;
  edition: Pick<Edition, 'day' | 'cadence' | 'number' | 'subject' | 'composedAt' | 'frame'>;
  stories: FrozenStory[];
  fragments: readonly StoredFragment[];
  faults: EditionFault[] | null;
}

/**
 * The mails of an edition: as the templates are now for a reader of everything, of each category and all in brief, its
 * web view, and the kept bytes as they go out.
 */
export async function editionMails(
  config: Config,
  source: SourceEdition,
  inForce: ReadonlySet<string>,
): Promise<Shown[]> {
  const { edition } = source;
  const stories = source.stories.map(({ parts, ...story }) => (parts ? { ...story, parts } : story));
  const { cadence, day, frame } = edition;
  const prefix = cadence === 'weekly' ? 'week' : 'day';
  const group = `${cadence === 'weekly' ? 'The weekly edition' : 'The edition'} of ${day}`;
  const content = { day, cadence, number: edition.number, siteUrl: frame.siteUrl, stories };
  const now = await openNow(config, { content, edition, inForce });
  const all = frame.categories.map(({ slug }) => slug);
  const mails = [
    await mailOf(now, { id: `${prefix}-all`, group, title: 'Every category' }, all),
    await mailOf(
      { ...now, fragments: inBrief(now.fragments) },
      { id: `${prefix}-brief`, group, title: 'All in brief' },
      all,
    ),
    webPage(now, { id: `${prefix}-web`, group, title: 'On the web, without personal links' }),
  ];
  for (const { slug, name } of frame.categories)
    mails.push(await mailOf(now, { id: `${prefix}-only-${slug}`, group, title: `Only ${name}` }, [slug]));
  if (!source.rehearsed) {
    const kept = { config, edition, stories, fragments: source.fragments, faults: edition.faults };
    const title = 'Every category, as it was composed';
    mails.push({ ...(await mailOf(kept, { id: `${prefix}-kept`, group, title }, all)), note: KEPT });
  }
  return mails;
}

/** The one mail of an invented edition. */
export async function demoMail(id: string, title: string, { config, content, at }: Demo): Promise<Shown> {
  const frame = frameOf(config, content);
  const { day, number } = content;
  const subject = subjectFor(config, content);
  const edition = { day, number, frame, subject, cadence: 'daily' as const, composedAt: at };
  return mailOf(
    await openNow(config, { content, edition, inForce: namedIn(content.stories) }),
    { id, group: 'Invented editions', title },
    frame.categories.map(({ slug }) => slug),
  );
}

/** Rendered and looked over as it would be if it were composed now. */
async function openNow(
  config: Config,
  {
    content,
    edition,
    inForce,
  }: Pick<Open, 'edition'> & { content: EditionContent; inForce: ReadonlySet<string> },
): Promise<Open> {
  const { stories } = content;
  const fragments = await fragmentsOf(config, content, edition.frame);
  const faults = lookOver(config, { ...edition, stories, fragments, inForce });
  return { config, edition, stories, fragments, faults };
}

const KEPT = 'These bytes lie in the table and go out; templates that change now do not change them.';

type Named = Pick<Shown, 'id' | 'group' | 'title'>;

async function mailOf(open: Open, named: Named, categories: string[]): Promise<Shown> {
  const { config, edition } = open;
  const { frame, subject, composedAt: at } = edition;
  const splice = createSplicer(piecesOf(open), { secret: SECRET, siteUrl: frame.siteUrl });
  const mail = splice({ ...READER, categories });
  if (!mail) throw new Error(`the edition of ${edition.day} has no story for ${categories.join(', ')}`);
  const headers = createHeaders(edition)(mail.links.unsubscribe);
  const said = { subject, html: mail.put('html').toString(), text: mail.put('text').toString() };
  const raw = await messageFor(config, { ...said, id: named.id, group: edition.day, at, headers });
  return { ...named, ...said, ...judged(open), raw, note: null };
}

function webPage(open: Open, named: Named): Shown {
  const { edition, stories } = open;
  const html = webViewOf(piecesOf(open), webLinks(edition.frame.siteUrl, stories));
  return { ...named, ...judged(open), html, subject: edition.subject, text: '', raw: '', note: null };
}

const judged = ({ edition, stories, fragments, faults }: Open) => ({
  bytesMax: edition.frame.bytesMax,
  fragments: sizesOf(fragments, stories),
  faults,
});

function piecesOf({ edition: { frame }, stories, fragments }: Open) {
  const { nonce, siteUrl, bytesMax } = frame;
  const categories = frame.categories.map(({ slug }) => slug);
  return openPieces(fragments, { nonce, siteUrl, bytesMax, stories, categories });
}

/** The same edition, as if no story had more than its brief form. */
function inBrief(fragments: readonly StoredFragment[]): StoredFragment[] {
  const brief = new Map(fragments.filter(({ form }) => form === 'brief').map((one) => [one.key, one]));
  return fragments.map((fragment) => ({ ...(brief.get(fragment.key) ?? fragment), form: fragment.form }));
}
