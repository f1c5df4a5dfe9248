import type { LetterFrame, LetterProps } from '../../emails/letters.tsx';
import { renderLetter } from '../deliver/letter-render.ts';
import { languages } from '../../strings/strings.ts';
import type { Config } from '../shared/config.ts';
import { directionOf } from '../shared/language.ts';
import { messageFor } from './message.ts';
import type { Shown } from './shown.ts';

/** Every letter in every language that has strings, to invented people. */
export async function letterMails(
  config: Config,
  { siteUrl, at, languages }: { siteUrl: string; at: Date; languages: readonly string[] },
): Promise<Shown[]> {
  const mails: Shown[] = [];
  for (const language of languages)
    for (const [title, own] of lettersOf(siteUrl, config)) {
      const rendered = await renderLetter({
        ...frameOf(config, { siteUrl, language }),
        ...own,
      });
      const id = `letter-${language.toLowerCase()}-${own.kind}`;
      mails.push({
        ...rendered,
        id,
        group: `Letters, ${nameOf(language)}`,
        title,
        note: null,
        raw: await messageFor(config, { ...rendered, id, at, group: own.kind, headers: {} }),
        bytesMax: null,
        fragments: [],
        faults: null,
      });
    }
  return mails;
}

type Own = LetterProps extends infer Letter
  ? Letter extends LetterProps
    ? Omit<Letter, keyof LetterFrame>
    : never
  : never;

/** One of each kind; the compiler misses what is missing here no sooner than the tests do. */
function lettersOf(siteUrl: string, config: Config): [title: string, own: Own][] {
  const categories = config.categories.slice(0, 3).map(({ name }) => name);
  const petition = { title: 'Keep the night ferry running through the winter', target: 'The harbour board' };
  const link = (path: string) => `${siteUrl}/${path}/${INVENTED_TOKEN}`;
  const preferences = link('me');
  return [
    ['Confirm your subscription', { kind: 'confirm', links: { confirm: link('c') }, categories }],
    ['Welcome', { kind: 'welcome', links: { preferences, unsubscribe: link('u') }, categories }],
    ['You are a subscriber already', { kind: 'known', links: { preferences } }],
    ['A fresh link', { kind: 'fresh-link', links: { preferences } }],
    [
      'Confirm your signature',
      { kind: 'confirm-signature', links: { confirm: link('g') }, petition, signer: 'Ana Prado' },
    ],
    [
      'Thanks for signing',
      {
        kind: 'receipt',
        links: { signature: link('g'), petition: `${siteUrl}/petitions/night-ferry` },
        petition,
      },
    ],
  ];
}

/** As long as a real one, and good for nothing. */
const INVENTED_TOKEN = 'invented-for-the-preview-'.padEnd(64, '0');

function frameOf(
  { newsroom, sample }: Config,
  { siteUrl, language }: { siteUrl: string; language: string },
): LetterFrame {
  const { name, tagline, postalAddress } = newsroom;
  return {
    language,
    dir: directionOf(language),
    sample,
    newsroom: { name, tagline, homeUrl: siteUrl, postalAddress },
  };
}

const nameOf = (language: string) =>
  new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;

/** Those that have strings, and the newsroom's own. */
export const languagesFor = ({ newsroom }: Config): string[] => [
  ...new Set([newsroom.language, ...languages()]),
];
