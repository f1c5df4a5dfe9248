import type { DigestProps, DigestStory } from '../../emails/digest.tsx';
import { category, digest, story } from './digest-fixture.ts';

/** A story of the invented town of Wadi al-Zaytun in Arabic, with names in Latin letters among its words. */
export function arabicStory(id: string, own: Partial<DigestStory> = {}): DigestStory {
  return story(id, {
    title: 'المجلس يغلق جسر السوق عامًا كاملًا',
    sourceTitle: 'Vale Radio',
    dateInWords: '22 نوفمبر 2026',
    language: 'ar',
    excerpt:
      'أعلن مجلس البلدة أن جسر السوق سيُغلق في الثاني من يناير لإصلاح أعمدته. وقالت شركة Benchley Bridges إن العمل يحتاج إلى اثني عشر شهرًا.',
    opinion:
      'الجسر وعدٌ بين ضفتين. من يعبره قبل الفجر إلى عمله لم يسأله أحد كيف سيصل بعد اليوم.\n\nلا نشك في أن الأعمدة ضعيفة، بل نشك في أن أحدًا فكر في الناس الذين يمشون فوقها.',
    action: 'يصوّت المجلس في التاسع من ديسمبر، والجلسة مفتوحة للجميع. خمس دقائق من كلامك هناك تكفي.',
    todos: [
      { text: 'اقرأ خطة الإصلاح، فالجزء المهم في الصفحة الرابعة.', url: null },
      { text: 'اكتب إلى من يقرر الأمر.', url: `https://lantern.example/articles/${id}#official-bridge` },
    ],
    label: 'الرأي والدعوة: نص تجريبي',
    petition: {
      title: 'أبقوا ممرًا واحدًا مفتوحًا',
      url: `https://lantern.example/petitions/bridge?from=${id}`,
      signed: 1240,
      goal: 5000,
    },
    related: [
      {
        title: 'What the last closure cost',
        url: `https://lantern.example/articles/${id}-cost`,
        sourceTitle: 'The Hollowmere Ledger',
      },
      {
        title: 'عبّارة لعام واحد',
        url: `https://lantern.example/articles/${id}-ferry`,
        sourceTitle: 'صوت الوادي',
      },
    ],
    ...own,
  });
}

/** A digest of the invented Lantern of the Valley, which is written from right to left. */
export function arabicDigest(own: Partial<DigestProps> = {}): DigestProps {
  return digest({
    language: 'ar',
    dir: 'rtl',
    masthead: {
      name: 'فانوس الوادي',
      tagline: 'أخبار اليوم، وما يمكنك أن تفعله',
      logoUrl: 'https://lantern.example/logo.png',
      dayInWords: 'الاثنين، 23 نوفمبر 2026',
      number: 12,
    },
    subject: 'فانوس الوادي: الاثنين 23 نوفمبر',
    preheader: 'جسر السوق، وممر المشاة، ومكتبة تبحث عن خرائط قديمة.',
    greeting: 'صباح الخير. ثلاث قصص اليوم، ويمكن تغيير اثنتين منها هذا الأسبوع.',
    categories: [
      category('transport', [arabicStory('a1'), arabicStory('a2', { form: 'brief' })], { name: 'النقل' }),
      category('parks', [arabicStory('b1')], { name: 'الحدائق والأنهار' }),
    ],
    postalAddress: 'فانوس الوادي، 4 شارع الطاحونة، وادي الزيتون',
    why: 'تصلك هذه الرسالة لأنك اشتركت في فانوس الوادي وأكّدت ذلك بالبريد.',
    howMade: 'العناوين والمقتطفات من المصادر المذكورة معها، والآراء والدعوات نصوص تجريبية.',
    ...own,
  });
}
