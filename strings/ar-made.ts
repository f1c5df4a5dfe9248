import type { MadeStrings } from './made-strings.ts';

const list = new Intl.ListFormat('ar', { type: 'conjunction' });

/** How the paper came about, in Arabic. */
export const arabicMade: MadeStrings = {
  why: (newsroom) => `تصلك هذه الرسالة لأنك طلبت ${newsroom} وأكّدت طلبك بالبريد. وفيها الأقسام التي اخترتها.`,
  howMade: 'كيف أُعدّت: العناوين والمقتطفات من المصادر المذكورة معها. ويُذكر مع كل رأي أو اقتراح من كتبه.',
  howMadeSample: (newsroom) =>
    `كيف أُعدّت: الأخبار ومصادرها وكل من يرد ذكرهم فيها، وكذلك الآراء، من نسج الخيال لأجل غرفة الأخبار النموذجية ${newsroom}.`,
  excerptOnly: 'مقتطف فقط، بلا رأي.',
  parts: { opinion: 'الرأي', action: 'الاقتراح', todo: 'قائمة الخطوات' },
  authorship: {
    list: (names) => list.format(names),
    person: 'بقلم إنسان',
    sample: {
      none: 'نص نموذجي مكتوب يدويًا',
      edited: 'نص نموذجي مكتوب يدويًا وحرّره إنسان',
    },
    registry: {
      none: 'من سجلنا للعرائض والمسؤولين',
      edited: 'من سجلنا للعرائض والمسؤولين، وبتحرير إنسان',
    },
    model: (name) => {
      const written = `من كتابة نموذج لغوي (${name ?? 'بلا اسم'})`;
      return {
        none: written,
        approved: `${written} وبمراجعة إنسان`,
        edited: `${written} وبتحرير إنسان`,
      };
    },
    absence: {
      none: 'لم يُكتب شيء بعد.',
      waiting: 'لم تتم مراجعة النص بعد.',
      rejected: 'اختارت غرفة الأخبار ألا تنشره.',
      failed: 'ما كُتب لم يجتز فحوصنا.',
      ceiling: 'نفد ما تخصصه غرفة الأخبار للتعليقات في اليوم.',
    },
    article: {
      unfit: 'المقال لا يصلح للتعليق عليه.',
      changed: 'تغيّر المقال منذ أن كُتب النص.',
      nothing: 'ليس في المقال ما يستدعي رأيًا.',
    },
  },
  registryTodo: {
    readWhole: 'اقرأ الخبر كاملًا',
    readWholeDetail: (source) => `تجده لدى ${source}. دوّن من يتخذ القرار ومتى.`,
    talk: 'تحدّث عنه مع شخص واحد',
    talkDetail: 'اسأل شخصًا يعنيه الأمر عمّا يودّ تغييره، وأخبره بما قرأت.',
    asks: (target) => `تطالب ${target} بالتحرك.`,
    sign: (petition) => `وقّع: ${petition}`,
    writeTo: (office) => `اكتب إلى: ${office}`,
    letterSubject: (title) => `بخصوص: ${title}`,
    letter: ({ title, source }) => [
      `قرأت «${title}» (${source})، وأكتب إليكم لأن الأمر من اختصاصكم.`,
      'ما أطلبه منكم: [اذكر في جملة أو جملتين ما ينبغي فعله ومتى].',
      'لماذا يهمّني الأمر: [اذكر كيف يمسّك أو يمسّ أسرتك أو شارعك].',
      'أرجو إبلاغي بما تنوون فعله.',
      '[اسمك]\n[شارعك ومدينتك]',
    ],
  },
};
