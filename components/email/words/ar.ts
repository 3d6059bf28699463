import type { MailWords } from './en'

export const ar: MailWords = {
  signIn: {
    subject: 'تسجيل الدخول إلى {publication}',
    opening: 'طلبتَ تسجيل الدخول إلى {publication}.',
    button: 'تسجيل الدخول إلى {publication}',
    closing: 'إن لم تطلب ذلك فتجاهل هذه الرسالة، فلا أحد يدخل من دونها.',
  },
  invitation: {
    subject: 'دعوتك إلى {publication}',
    opening: 'أنت مدعوّ إلى العمل في {publication}.',
    invitedBy: 'صاحب الدعوة: {name}',
    role: 'دورك: {role}',
    button: 'اقبل الدعوة',
    closing: 'إن لم تعرف ما المقصود فتجاهل هذه الرسالة، فلا شيء يحدث من دونك.',
  },
  'review-asked': {
    subject: 'للمراجعة: {headline}',
    opening: 'المقال التالي ينتظر مراجعتك بطلب من {name}: {headline}',
    button: 'افتح المقال',
  },
  'review-returned': {
    subject: 'أُعيد إليك: {headline}',
    opening: 'أُعيد إليك المقال التالي مع ذكر السبب من {name}: {headline}',
    button: 'اطّلع على المطلوب',
  },
  'article-approved': {
    subject: 'اعتُمد: {headline}',
    opening: 'اعتُمد مقالك التالي من {name}: {headline}',
    button: 'افتح المقال',
  },
  'article-given': {
    subject: 'صار المقال لك: {headline}',
    opening: 'أُسند إليك المقال التالي من {name}: {headline}',
    button: 'افتح المقال',
  },
  'article-commented': {
    subject: 'تعليق جديد: {headline}',
    opening: 'تعليق جديد من {name} على المقال: {headline}',
    button: 'اقرأ التعليق',
  },
  'change-stopped': {
    subject: 'لم يُنشر: {headline}',
    opening: 'تعديل مجدول لم يُنشر: {headline}. في غضون ذلك عُدّل المقال في الموضع نفسه أو أوقف نشره أو سُحب.',
    button: 'اعرف ما يمنعه',
  },
  'correction-proposed': {
    subject: 'تصويب ينتظر موافقتك: {headline}',
    opening: 'تصويب للمقال التالي ينتظر موافقتك بطلب من {name}: {headline}',
    button: 'اطّلع على التصويب',
  },
  'correction-approved': {
    subject: 'نُشر التصويب: {headline}',
    opening: 'اعتُمد التصويب الذي اقترحته من {name}: {headline}',
    button: 'اطّلع على التصويبات',
  },
  'correction-refused': {
    subject: 'رُفض التصويب: {headline}',
    opening: 'رُفض التصويب الذي اقترحته مع ذكر السبب من {name}: {headline}',
    button: 'اطّلع على السبب',
  },
  'correction-offered': {
    subject: 'صُوّب في طبعة أخرى: {headline}',
    opening: 'صُوّب هذا المقال في طبعة أخرى من {name}، وقد يحتاج مقالك إلى التصويب نفسه: {headline}',
    button: 'اطّلع على التصويب',
  },
  due: 'الموعد النهائي: {when}',
  untitled: 'مقال بلا عنوان',
  somebody: 'أحد الزملاء',
  deskClosing: 'وصلتك هذه الرسالة لأن المقال لك أو لأن رأيك مطلوب فيه.',
  validity: 'الرابط صالح لمدة {time} ولاستعمال واحد.',
  minutes: {
    zero: '# دقيقة',
    one: 'دقيقة واحدة',
    two: 'دقيقتين',
    few: '# دقائق',
    many: '# دقيقة',
    other: '# دقيقة',
  },
  days: { zero: '# يوم', one: 'يوم واحد', two: 'يومين', few: '# أيام', many: '# يومًا', other: '# يوم' },
  copyAddress: 'إن لم يفتح الزر شيئًا فانسخ هذا العنوان إلى متصفحك:',
}
