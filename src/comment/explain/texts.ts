import type {
  Paragraph,
  SectionContents,
  SectionKind,
  TodoItem,
  TodoList,
} from '../../../db/commentary-section.ts';
import { registryId } from '../../shared/registry-id.ts';

/** One text of a section, and what it says that it rests on. */
export interface PlacedText {
  /** `paragraphs.0`, `personal.1.title`. */
  at: string;
  text: string;
  /** Undefined where nothing has to be named. */
  grounds: Pick<Paragraph, 'claims' | 'view'> | undefined;
}

/** Every text of a section in reading order. */
export function textsOf(content: SectionContents[SectionKind]): PlacedText[] {
  if (!('paragraphs' in content)) return todoTexts(content);
  return [
    plain('short', content.short),
    ...content.paragraphs.map(({ text, claims, view }, i) => ({
      at: `paragraphs.${String(i)}`,
      text,
      grounds: { claims, view },
    })),
  ];
}

/** Every id of the registry that a section names, once. */
export function idsOf(content: SectionContents[SectionKind]): string[] {
  if ('paragraphs' in content) return [];
  const { personal, community, petitions, officials, short } = content;
  const links = [...personal, ...community, ...short].flatMap(({ link }) => (link === null ? [] : [link]));
  return [
    ...new Set([
      ...links,
      ...petitions.map(({ slug }) => registryId('petition', slug)),
      ...(officials?.slugs ?? []).map((slug) => registryId('official', slug)),
    ]),
  ];
}

function todoTexts({
  intro,
  personal,
  petitions,
  officials,
  community,
  conclusion,
  short,
}: TodoList): PlacedText[] {
  const items = (name: string, list: readonly TodoItem[]) =>
    list.flatMap(({ title, detail }, i) => [
      plain(`${name}.${String(i)}.title`, title),
      plain(`${name}.${String(i)}.detail`, detail),
    ]);
  return [
    plain('intro', intro),
    ...items('personal', personal),
    ...petitions.map(({ why }, i) => plain(`petitions.${String(i)}.why`, why)),
    plain('officials.subject', officials?.letter.subject ?? null),
    plain('officials.body', officials?.letter.body ?? null),
    ...items('community', community),
    plain('conclusion', conclusion),
    ...short.map(({ text }, i) => plain(`short.${String(i)}`, text)),
  ].filter(({ text }) => text !== '');
}

const plain = (at: string, text: string | null): PlacedText => ({ at, text: text ?? '', grounds: undefined });
