import type { StorySnapshot } from '../../db/edition.ts';
import type { EditionContent, FrozenStory } from '../compose/edition.ts';
import type { Config } from '../shared/config.ts';
import type { Day } from '../shared/day.ts';
import { registryId } from '../shared/registry-id.ts';

/** An invented edition with the configuration that it is set in. */
export interface Demo {
  config: Config;
  content: EditionContent;
  at: Date;
}

interface DemoInput {
  day: Day;
  at: Date;
  siteUrl: string;
}

/** A whole paper written from right to left, with a story in English between the Arabic ones. */
export function rightToLeft(config: Config, input: DemoInput): Demo {
  const [first, second] = config.categories;
  const categories = [
    { ...(first ?? PLAIN), slug: 'port', name: 'الميناء والنهر' },
    { ...(second ?? PLAIN), slug: 'school', name: 'المدارس' },
  ];
  const { logo: _logo, ...newsroom } = config.newsroom;
  const arabic = {
    ...newsroom,
    name: 'فانوس الصباح',
    tagline: 'أخبار الميناء وما يمكن فعله',
    greeting: 'صباح الخير. هذا ما يشغل الميناء اليوم.',
    postalAddress: 'فانوس الصباح، ٤ زقاق الحبال، الميناء',
    language: 'ar',
  };
  const stories = [ARABIC_FERRY, ENGLISH_BRIDGE, ARABIC_SCHOOL].map((story, number) => ({
    category: number < 2 ? 'port' : 'school',
    position: number < 2 ? number : 0,
    ...frozen(story, number, input.at),
  }));
  return {
    config: { ...config, newsroom: arabic, categories },
    content: { ...contentOf(input), stories },
    at: input.at,
  };
}

/** The least that a digest can be: one story, without commentary. */
export function oneStory(config: Config, input: DemoInput): Demo {
  const category = config.categories[0]?.slug ?? '';
  const stories = [{ category, position: 0, ...frozen(LONE, 9, input.at) }];
  return { config, content: { ...contentOf(input), stories }, at: input.at };
}

/** All that invented stories name of a registry, as its ids: in their edition it is in force. */
export const namedIn = (stories: readonly FrozenStory[]): ReadonlySet<string> =>
  new Set(
    stories.flatMap(({ snapshot: { petition, todos } }) => [
      ...(petition ? [registryId('petition', petition.slug)] : []),
      ...todos.flatMap(({ link }) => link ?? []),
    ]),
  );

const contentOf = ({ day, siteUrl }: DemoInput) => ({ day, number: 1, siteUrl, cadence: 'daily' as const });

function frozen(story: Partial<StorySnapshot> & { title: string; slug: string }, number: number, at: Date) {
  const snapshot: StorySnapshot = {
    sourceTitle: 'The Quay Post',
    sourceUrl: `https://quay-post.example/${story.slug}`,
    publishedAt: at.toISOString(),
    language: 'en',
    kind: 'text',
    excerpt: '',
    opinion: null,
    action: null,
    todos: [],
    by: { opinion: null, action: null, todo: null },
    absence: null,
    petition: null,
    related: [],
    ...story,
  };
  return { articleId: `00000000-0000-4000-8000-00000000000${number}`, score: 3 - number / 10, snapshot };
}

const PLAIN = { slug: 'news', name: 'News', color: { light: '#1b6b5a', dark: '#7fd1bd' }, keywords: [] };
const SAMPLE = { origin: 'sample', model: null, review: 'none' } as const;

const ARABIC_FERRY = {
  slug: 'night-ferry',
  title: 'مجلس الميناء يقرر وقف عبّارة الليل ابتداءً من يناير',
  sourceTitle: 'صحيفة الرصيف',
  language: 'ar',
  excerpt:
    'تقول إدارة الميناء إن المقاعد فارغة بعد العاشرة مساءً، أما الممرضات والخبّازون الذين يعودون عند الخامسة فجرًا فلم يسألهم أحد.',
  opinion:
    'من يوفّر على حساب الذين يعملون ليلًا يحسب الرقم الخطأ: المقاعد الفارغة في العاشرة هي نفسها الممتلئة في الخامسة.\n\nالعبّارة خط 12B ليست ترفًا، بل هي الطريق الوحيد إلى البيت.',
  action: 'وقّعوا قبل اجتماع المجلس، واسألوا من يركبها كل ليلة.',
  todos: [
    { text: 'اسألوا في المحطة من يستعمل العبّارة', link: null },
    { text: 'وقّعوا من أجل عبّارة الليل', link: 'petition:night-ferry' },
  ],
  by: { opinion: SAMPLE, action: SAMPLE, todo: SAMPLE },
  petition: {
    id: '00000000-0000-4000-8000-0000000000aa',
    slug: 'night-ferry',
    title: 'أبقوا عبّارة الليل هذا الشتاء',
    goal: 500,
    signed: 212,
  },
  related: [{ title: 'ستة أميال سيرًا حول الخليج', slug: 'six-miles', sourceTitle: 'صحيفة الرصيف' }],
};

const ENGLISH_BRIDGE = {
  slug: 'rope-bridge',
  title: 'The rope bridge opens again (after 14 months)',
  excerpt: 'Carpenters hung the last of 220 planks on Friday; the toll stays at nothing.',
};

const ARABIC_SCHOOL = {
  slug: 'school-roof',
  title: 'سقف المدرسة يتسرّب منه الماء للسنة الثالثة',
  sourceTitle: 'برق الخليج',
  language: 'ar',
  excerpt: 'ثلاثة فصول تتعلّم في قاعة الرياضة، والميزانية (٤٠٬٠٠٠) تنتظر توقيعًا واحدًا.',
};

const LONE = {
  slug: 'quiet-day',
  title: 'A quiet day on the quay',
  excerpt: 'The harbour master counted nine boats, two seals and no complaints.',
};
