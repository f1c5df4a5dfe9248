import { arabicMade } from './ar-made.ts';
import { arabicPages } from './ar-pages.ts';
import type { Strings } from './strings.ts';

/** Arabic, complete; written from right to left. */
export const arabic: Strings = {
  digest: {
    edition: (number) => `العدد ${number}`,
    readOnWeb: 'اقرأ هذا العدد على الويب',
    sample: 'هذا نموذج. غرفة الأخبار وأخبارها وكل من يرد ذكرهم فيها من نسج الخيال.',
    contents: 'في هذا العدد',
    opinion: 'الرأي',
    action: 'ما العمل',
    todo: 'خطوات عملية',
    petition: 'وقّع عريضتنا',
    signed: (signed, goal) => `التوقيعات: ${signed} من ${goal}`,
    related: 'مواضيع ذات صلة',
    video: 'فيديو',
    audio: 'صوت',
    brief: 'رأينا وما يمكن فعله',
    briefTodo: 'ما يمكن فعله',
    more: (count, category) => `${count} أخرى في قسم ${category} على الويب`,
    preferences: 'غيّر أقسامك',
    unsubscribe: 'إلغاء الاشتراك',
    home: (newsroom) => `${newsroom} على الويب`,
    update: 'جديد',
    before: (day) => `أخبرناك عنه في ${day}`,
    weekly: 'أفضل ما في الأسبوع',
  },
  letters: {
    sample: 'هذا نموذج. غرفة الأخبار وأخبارها من نسج الخيال.',
    categories: 'أقسامك',
    unsubscribe: 'إلغاء الاشتراك',
    petitionPage: 'العريضة وعدد توقيعاتها',
    address: 'إذا لم يعمل الزر فافتح هذا العنوان:',
    confirm: (newsroom) => ({
      subject: `يُرجى تأكيد اشتراكك في ${newsroom}`,
      heading: 'بقيت خطوة واحدة',
      paragraphs: [`طلب منا أحدهم، والأرجح أنه أنت، أن نرسل ${newsroom} إلى هذا العنوان.`],
      button: 'أكّد اشتراكك',
      notes: [
        'فتح الصفحة وحده لا يغيّر شيئًا: التأكيد يتم بالزر الموجود فيها.',
        'إذا لم تطلب ذلك فلا تفعل شيئًا. لن نرسل إليك شيئًا آخر.',
      ],
    }),
    welcome: (newsroom) => ({
      subject: `أهلًا بك في ${newsroom}`,
      heading: 'تم اشتراكك',
      paragraphs: [
        'تصلك أول نشرة مع العدد القادم، وفيها الأقسام التي اخترتها دون غيرها.',
        'احتفظ بهذه الرسالة: روابطها لك وحدك، فنرجو ألا تعيد إرسالها إلى أحد.',
      ],
      button: 'غيّر أقسامك',
      notes: [],
    }),
    known: (newsroom) => ({
      subject: `تصلك ${newsroom} بالفعل`,
      heading: 'أنت مشترك بالفعل',
      paragraphs: [
        `طلب منا أحدهم، والأرجح أنه أنت، أن نرسل ${newsroom} إلى هذا العنوان. وهي تصل إليه بالفعل، فلم يتغيّر شيء.`,
      ],
      button: 'اعرض أقسامك أو غيّرها',
      notes: ['إذا لم تطلب ذلك فلا تفعل شيئًا. لم يعلم أحد أنك مشترك.'],
    }),
    freshLink: (newsroom) => ({
      subject: `رابطك إلى ${newsroom}`,
      heading: 'رابطك الجديد',
      paragraphs: ['إليك الرابط إلى أقسامك وإلى كل ما نحتفظ به عنك.'],
      button: 'افتح إعداداتك',
      notes: [
        'الرابط لك وحدك، فنرجو ألا تعيد إرساله إلى أحد.',
        'إذا لم تطلب ذلك فلا تفعل شيئًا. لم يتغيّر شيء.',
      ],
    }),
    confirmSignature: ({ title, target, signer }) => ({
      subject: `يُرجى تأكيد توقيعك: ${title}`,
      heading: 'هل هذا توقيعك؟',
      paragraphs: [
        `وُقّعت عريضتنا «${title}» الموجّهة إلى ${target} بهذا العنوان، باسم ${signer}.`,
        'يُحتسب توقيعك حين تؤكده.',
      ],
      button: 'أكّد توقيعك',
      notes: [
        'فتح الصفحة وحده لا يغيّر شيئًا: التأكيد يتم بالزر الموجود فيها.',
        'إذا لم توقّع فلا تفعل شيئًا. لن يُحتسب التوقيع.',
      ],
    }),
    receipt: ({ title, target }) => ({
      subject: `لقد وقّعت: ${title}`,
      heading: 'شكرًا على توقيعك',
      paragraphs: [
        `احتُسب توقيعك على «${title}» الموجّهة إلى ${target}.`,
        'يمكنك في أي وقت أن تغيّر طريقة عرض اسمك أو أن تسحب توقيعك.',
      ],
      button: 'غيّر توقيعك أو اسحبه',
      notes: ['الرابط لك وحدك، فنرجو ألا تعيد إرساله إلى أحد.'],
    }),
  },
  made: arabicMade,
  pages: arabicPages,
};
