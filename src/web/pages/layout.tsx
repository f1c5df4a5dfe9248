import type { ReactNode } from 'react';
import { stringsFor, type Strings } from '../../../strings/strings.ts';
import { dayInWords, type Day } from '../../shared/day.ts';
import type { Site } from '../site.ts';
import { Own } from './foreign.tsx';

/** What a page's head says. */
export interface PageHead {
  title: string;
  description?: string;
  /** The address that search engines should keep, from the root; none for pages that belong to one person. */
  path?: string;
  /** The front page carries the paper's name as its heading. */
  front?: boolean;
  /** Stands at the other end of the masthead's date line. */
  editionNumber?: number;
  feed?: { path: string; title: string };
  imageUrl?: string | null;
  /** JSON-LD. */
  data?: object;
}

/**
 * The whole page around its content: head, masthead, navigation, notice of the sample newsroom, foot; in the site's
 * language where we have words for it.
 */
export function Layout(props: { site: Site; today: Day; head: PageHead; children: ReactNode }) {
  const { site, today, head, children } = props;
  const words = wordsOf(site);
  return (
    <html lang={site.language} dir={site.dir}>
      <Head site={site} head={head} />
      <body>
        <a className="skip" href="#main_content">
          {words.skip}
        </a>
        {site.sample && (
          <p className="notice" role="note">
            {words.sample}
          </p>
        )}
        <Masthead site={site} today={today} head={head} />
        <main id="main_content" tabIndex={-1}>
          {children}
        </main>
        <Foot site={site} />
      </body>
    </html>
  );
}

function Head({ site, head }: { site: Site; head: PageHead }) {
  const title = head.front ? `${site.name}: ${site.tagline}` : `${head.title} · ${site.name}`;
  const description = head.description ?? site.tagline;
  return (
    <head>
      <meta charSet="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="description" content={description} />
      {site.styles.map((path) => (
        <link key={path} rel="stylesheet" href={path} />
      ))}
      <link rel="icon" type="image/svg+xml" href={site.icon} />
      {head.path !== undefined && (
        <Public site={site} head={head} path={head.path} description={description} />
      )}
    </head>
  );
}

function Public(props: { site: Site; head: PageHead; path: string; description: string }) {
  const { site, head, path, description } = props;
  return (
    <>
      <link rel="canonical" href={site.url + path} />
      <meta property="og:title" content={head.title} />
      <meta property="og:description" content={description} />
      <meta property="og:type" content={path.startsWith('/articles/') ? 'article' : 'website'} />
      <meta property="og:url" content={site.url + path} />
      <meta property="og:site_name" content={site.name} />
      {head.imageUrl && <meta property="og:image" content={head.imageUrl} />}
      <link rel="alternate" type="application/rss+xml" title={site.name} href="/feed.xml" />
      <link rel="alternate" type="application/feed+json" title={site.name} href="/feed.json" />
      {head.feed && (
        <link rel="alternate" type="application/rss+xml" title={head.feed.title} href={head.feed.path} />
      )}
      {head.data && (
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonForHtml(head.data) }} />
      )}
    </>
  );
}

function Masthead({ site, today, head }: { site: Site; today: Day; head: PageHead }) {
  const name = (
    <a href="/" className="name">
      {site.logo === undefined ? <Mark /> : <Logo src={site.logo} />}
      <Own site={site}>{site.name}</Own>
    </a>
  );
  return (
    <header className={head.front ? 'masthead front' : 'masthead'}>
      {head.front ? <h1 className="title">{name}</h1> : <p className="title">{name}</p>}
      <p className="tagline">
        <Own site={site}>{site.tagline}</Own>
      </p>
      <p className="dateline">
        <time dateTime={today}>{dayInWords(today, site.language)}</time>
        {head.editionNumber !== undefined && (
          <span>{stringsFor(site.language).digest.edition(head.editionNumber)}</span>
        )}
      </p>
      <Navigation site={site} path={head.path} />
    </header>
  );
}

const PLACES = [
  ['/', 'today'],
  ['/categories', 'categories'],
  ['/search', 'search'],
  ['/editions', 'editions'],
  ['/petitions', 'petitions'],
  ['/subscribe', 'subscribe'],
] as const satisfies [string, keyof Strings['pages']['layout']][];

function Navigation({ site, path }: { site: Site; path: string | undefined }) {
  const words = wordsOf(site);
  return (
    <nav aria-label={words.sections}>
      <ul>
        {PLACES.map(([href, name]) => (
          <li key={href}>
            <a href={href} aria-current={path === href ? 'page' : undefined}>
              {words[name]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Foot({ site }: { site: Site }) {
  const words = wordsOf(site);
  return (
    <footer>
      <p className="motto">
        <Own site={site}>{site.name}</Own>
      </p>
      <p>
        <Own site={site}>{site.tagline}</Own>
      </p>
      <ul>
        <li>
          <a href="/about">{words.about}</a>
        </li>
        <li>
          <a href="/fresh-link">{words.freshLink}</a>
        </li>
        <li>
          <a href="/feed.xml">RSS</a>
        </li>
        <li>
          <a href="/feed.json">JSON Feed</a>
        </li>
        {site.outbox && (
          <li>
            <a href="/outbox">{words.outbox}</a>
          </li>
        )}
      </ul>
      <p>
        <bdi>{site.postalAddress}</bdi>
      </p>
    </footer>
  );
}

/**
 * Without words of its own: the name stands beside it. The place around it is kept, so that nothing moves when it comes;
 * the picture has no size in the stylesheet, since Chromium draws a broken box where one with a size does not come.
 */
function Logo({ src }: { src: string }) {
  return (
    <span className="logo">
      <img src={src} alt="" width={64} height={64} />
    </span>
  );
}

/** Broadside's mark, for a newsroom without a logo: a sheet with a voice. */
function Mark() {
  return (
    <svg className="mark" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false">
      <path className="mark-sheet" d="M7 5h25v38H7z" />
      <path className="mark-lines" d="M13 24h13M13 30h13M13 36h8" />
      <path className="mark-voice" d="M12 11h12l16-6v20l-16-6H12z" />
    </svg>
  );
}

const wordsOf = (site: Site) => stringsFor(site.language).pages.layout;

/** JSON that cannot end the element it stands in. */
const jsonForHtml = (data: object) => JSON.stringify(data).replaceAll('<', '\\u003c');
