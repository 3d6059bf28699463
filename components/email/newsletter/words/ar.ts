import type { NewsletterMailWords } from './en'

export const ar: NewsletterMailWords = {
  webView: 'القراءة على الموقع',
  leave: 'إلغاء الاشتراك',
  preferences: 'اختيار ما يصلك',
  number: 'العدد {number}',
  by: 'بقلم {names}',
  why: 'تصلك هذه الرسالة لأنك اشتركت في نشرة {name} وأكّدت اشتراكك. ترسلها إليك {publication}.',
  correctionHeading: 'تصويب',
  correctionWhy: 'يصلك هذا التصويب لأن العدد {number} الصادر في {date} بعنوان «{subject}» أُرسل إليك.',
}
