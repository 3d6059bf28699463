import type { ReportWords } from './en'

export const ar: ReportWords = {
  reports: 'بلاغات القراء',
  reportsIntro: 'ما أخبرنا القراء أنه خطأ في مقال.',
  waiting: 'تنتظر',
  handled: 'عولجت',
  older: 'الأقدم',
  nothingWaits: 'لا شيء ينتظر. ما يبلغ عنه القراء تحت مقال يصل إلى هنا.',
  nothingHandled: 'لم يُعالج أي بلاغ بعد.',
  answerTo: 'الرد على {address}',
  handle: 'عولج',
  reopen: 'لم يُعالج بعد',
  gone: 'لم يعد هذا البلاغ هنا.',
  notAllowed: 'دورك لا يتيح ذلك.',
}
