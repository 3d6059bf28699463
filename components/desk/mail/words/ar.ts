import type { MailWords } from './en'

export const ar: MailWords = {
  mail: 'البريد',
  mailIntro: 'كل رسالة وُعد بها شخص، وما آلت إليه. ولا يُحتفظ بنصها بعد خروجها.',
  to: 'إلى',
  kind: 'عن',
  created: 'وُعد بها',
  tried: 'آخر محاولة',
  attempts: 'المحاولات',
  state: 'الحالة',
  fault: 'سبب التأخر',
  all: 'الكل',
  older: 'الأقدم',
  newest: 'الأحدث',
  forgotten: 'أُزيل العنوان',
  nothing: 'لا بريد من هذا النوع.',
  states: {
    waiting: 'تنتظر',
    sent: 'أُرسلت',
    abandoned: 'تُركت',
  },
  kinds: {
    'sign-in': 'الدخول',
    invitation: 'دعوة',
    'review-asked': 'طلب مراجعة',
    'review-returned': 'إعادة من المراجعة',
    'article-approved': 'موافقة',
    'article-given': 'إسناد مقال',
    'article-commented': 'تعليق',
    'change-stopped': 'تعديل لم يُنشر',
    'change-conflict': 'تغيير متعارض',
  },
}
