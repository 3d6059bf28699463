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
