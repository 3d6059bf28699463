import type { CommentWords } from './en'

export const ar: CommentWords = {
  title: 'التعليقات',
  none: 'لم يقل أحد شيئًا بعد.',
  add: 'قل شيئًا عن المقال',
  addAt: 'قل شيئًا عن هذه الفقرة',
  cancel: 'تراجع',
  say: 'علّق',
  answer: 'أجب',
  answerTo: 'جواب إلى {name}',
  settle: 'حُسم',
  reopen: 'افتحه من جديد',
  remove: 'استرجعه',
  settledBy: 'حسمه {name}، {when}',
  settled: {
    zero: 'لا تعليقات محسومة',
    one: 'تعليق محسوم واحد',
    two: 'تعليقان محسومان',
    few: '# تعليقات محسومة',
    many: '# تعليقًا محسومًا',
    other: '# تعليق محسوم',
  },
  gone: 'على مقطع محذوف',
  show: 'أظهر المقطع',
  tooLate: 'فات أوان استرجاعه، أو أجاب عنه أحد.',
  notAllowed: 'لا يمكنك التعليق على هذا المقال.',
  unknown: 'لم يعد هذا التعليق موجودًا.',
}
