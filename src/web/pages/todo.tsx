import type { ReactNode } from 'react';
import type { TodoItem } from '../../../db/commentary-section.ts';
import { dayInWords } from '../../shared/day.ts';
import type { Site } from '../site.ts';
import type { Story } from '../story.ts';
import { SectionLabel } from './commentary.tsx';
import { Letter, OfficialBlock } from './officials.tsx';
import { numberOf } from './parts.tsx';

/** What can be done about a story: alone, with a petition, by a letter, together. */
export function TodoSection({ site, story }: { site: Site; story: Story }) {
  const { petitions, officials, links } = story;
  const todo = story.commentary?.todo?.content;
  const inForce = ({ link }: TodoItem) => link === null || links.has(link);
  const personal = todo?.personal.filter(inForce) ?? [];
  const community = todo?.community.filter(inForce) ?? [];
  const nothing = !personal.length && !community.length && !petitions.length && !officials.length;
  if (nothing) return null;
  return (
    <section className="todo">
      <h2>To do</h2>
      {todo?.intro && <p dir="auto">{todo.intro}</p>}
      <Items site={site} title="What can we personally do?" items={personal} links={links} />
      <Petitions story={story} />
      <Officials site={site} story={story} />
      <Items site={site} title="In the community" items={community} links={links} />
      {todo?.conclusion && (
        <Part title="Conclusion">
          <p dir="auto">{todo.conclusion}</p>
        </Part>
      )}
      <SectionLabel section={story.commentary?.todo} />
    </section>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3>
        <bdi>{title}</bdi>
      </h3>
      {children}
    </section>
  );
}

function Items(props: {
  site: Site;
  title: string;
  items: readonly TodoItem[];
  links: ReadonlyMap<string, string>;
}) {
  const { site, title, items, links } = props;
  if (items.length === 0) return null;
  return (
    <Part title={title}>
      <ul className="checklist">
        {items.map((item) => (
          <li key={item.title}>
            <b dir="auto">
              {item.link === null ? item.title : <a href={links.get(item.link)}>{item.title}</a>}
            </b>
            <span className="meta">
              <span>{KINDS[item.kind]}</span>
              {item.minutes !== null && <span>about {durationOf(site, item.minutes)}</span>}
              {item.deadline && (
                <span>
                  by <time dateTime={item.deadline}>{dayInWords(item.deadline, site.language)}</time>
                </span>
              )}
            </span>
            <p>
              <bdi>{item.detail}</bdi>
            </p>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Petitions({ story: { petitions } }: { story: Story }) {
  if (petitions.length === 0) return null;
  return (
    <Part title="Petitions">
      <ul className="checklist">
        {petitions.map(({ card, why }) => (
          <li key={card.slug}>
            <b>
              <a href={`/petitions/${card.slug}`}>
                <bdi>{card.title}</bdi>
              </a>
            </b>
            <span className="meta">
              <span>{KINDS.sign}</span>
              <span>to {card.target}</span>
            </span>
            {why && (
              <p>
                <bdi>{why}</bdi>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Officials({ site, story }: { site: Site; story: Story }) {
  const { letter } = story;
  if (story.officials.length === 0) return null;
  return (
    <Part title="Officials to write to">
      <div className="officials">
        {story.officials.map((official) => (
          <OfficialBlock key={official.slug} site={site} official={official} />
        ))}
      </div>
      {letter && <Letter letter={letter} />}
    </Part>
  );
}

const KINDS = {
  learn: 'Learn',
  talk: 'Talk',
  sign: 'Sign',
  write: 'Write',
  call: 'Call',
  attend: 'Attend',
  volunteer: 'Volunteer',
  share: 'Share',
  teach: 'Teach',
  thank: 'Thank',
} satisfies Record<TodoItem['kind'], string>;

function durationOf(site: Site, minutes: number): string {
  if (minutes < 90) return `${numberOf(site, minutes)} ${minutes === 1 ? 'minute' : 'minutes'}`;
  const hours = Math.round(minutes / 30) / 2;
  return `${numberOf(site, hours)} hours`;
}
