import type { ReactNode } from 'react';
import { stringsFor } from '../../../strings/strings.ts';
import { shortDate } from '../../shared/day.ts';
import type { Site } from '../site.ts';
import { Linked } from './linked.tsx';

/** Where a story comes from and when: "The Quay Post · 23 Nov 2026 · Video". */
export function Meta(props: {
  site: Site;
  sourceTitle: string;
  publishedAt: Date;
  kind: 'text' | 'video' | 'audio';
  categories?: readonly { slug: string; name: string }[];
}) {
  const { site, sourceTitle, publishedAt, kind, categories = [] } = props;
  return (
    <p className="meta">
      <span>
        <bdi>{sourceTitle}</bdi>
      </span>
      <time dateTime={publishedAt.toISOString()}>{shortDate(publishedAt, site.timezone, site.language)}</time>
      {kind !== 'text' && <span>{KINDS[kind]}</span>}
      {categories.map(({ slug, name }) => (
        <CategoryLink key={slug} slug={slug} name={name} />
      ))}
    </p>
  );
}

/** What a piece is, when it is not text. */
export const KINDS = { video: 'Video', audio: 'Audio' } as const;

/** A category's name in its colour, as a link. */
export function CategoryLink({ slug, name }: { slug: string; name: string }) {
  return (
    <a className={`category category-${slug}`} href={`/categories/${slug}`}>
      {name}
    </a>
  );
}

/** How far a petition has come, as a bar and in words. */
export function Tally(props: { site: Site; signed: number; goal: number; countedAt?: Date }) {
  const { site, signed, goal, countedAt } = props;
  const { signed: counted, countedAt: when } = stringsFor(site.language).pages.petition;
  const words = counted({ signed, goal });
  return (
    <div className="tally">
      <progress max={goal} value={Math.min(signed, goal)} aria-label={words} />
      <p className="small">
        {words}
        {countedAt && (
          <Linked
            text={when}
            place={<time dateTime={countedAt.toISOString()}>{timeOf(site, countedAt)}</time>}
          />
        )}
      </p>
    </div>
  );
}

/** A number as the newsroom's language writes it. */
export const numberOf = (site: Site, value: number): string =>
  new Intl.NumberFormat(site.language).format(value);

/** "1 article", "2 articles". */
export const countOf = (site: Site, count: number, one: string, many = `${one}s`): string =>
  `${numberOf(site, count)} ${count === 1 ? one : many}`;

/** The clock time in the newsroom's zone. */
export const timeOf = (site: Site, at: Date): string =>
  new Intl.DateTimeFormat(site.language, { timeStyle: 'short', timeZone: site.timezone }).format(at);

/** A page's heading, with a line above or below it. */
export function Heading(props: { title: ReactNode; lead?: ReactNode }) {
  return (
    <header className="heading">
      <h1>{props.title}</h1>
      {props.lead !== undefined && <p className="lead">{props.lead}</p>}
    </header>
  );
}

/** Links to the neighbouring pages of a list; nothing when there is only one. */
export function Pager(props: { page: number; pages: number; href: (page: number) => string }) {
  const { page, pages, href } = props;
  if (pages < 2) return null;
  return (
    <nav className="pager" aria-label="Pages">
      {page > 1 ? (
        <a rel="prev" href={href(page - 1)}>
          Newer
        </a>
      ) : (
        <span />
      )}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages ? (
        <a rel="next" href={href(page + 1)}>
          Older
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}
