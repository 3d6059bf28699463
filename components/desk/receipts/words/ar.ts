import type { ReceiptWords } from './en'

/** What receipts and alarms say, in Arabic. */
export const ar: ReceiptWords = {
  receipts: 'إشعارات الظهور',
  never: 'لم يظهر شيء من هذا المقال في الأيام الثلاثين الماضية. عند ظهوره سترى هنا أين يراه القراء ومنذ متى.',
  appeared: 'ظهرت النسخة {number} في {when}. وهذه المدة التي مرّت حتى رآها القراء:',
  ahead: 'النسخة {number} منشورة وستظهر ابتداءً من {when}.',
  overtaken: 'يرى القراء الآن شيئًا آخر.',
  noServer: 'لم يتحقق أي خادم بعد.',
  place: 'المكان',
  server: 'الخادم {number}',
  delay: 'ظهرت بعد',
  absent: 'ليست في الصفحة الأولى',
  missing: 'غير موجودة',
  late: 'متأخرة',
  awaited: 'يجري التحقق',
  unknown: 'لم يُتحقق منها',
  places: {
    page: 'صفحة المقال',
    section: 'القسم',
    home: 'الصفحة الرئيسية',
    feed: 'التلقيم',
    section_feed: 'تلقيم القسم',
    sitemap: 'خريطة الموقع',
    news_sitemap: 'خريطة الأخبار',
  },
  alarms: 'ما لم يظهر كما ينبغي',
  alarmMissing: 'لا يراه القراء حيث ينبغي: {places}. كان ينبغي أن يكون هناك منذ {when}.',
  alarmLate: 'رآه القراء متأخرًا {delay}: {places}.',
  alarmOverdue: 'كان مقررًا أن يظهر في {when}، ولم يسجّل أي خادم ذلك بعد. يراه القراء ما دام أحد الخوادم يعمل.',
  alarmStopped: 'كان من المقرر أن يظهر تعديل عليه في {when} ولم يظهر. أُزيل من الجدول.',
  alarmHeld: 'كان مقررًا أن يظهر في {when} لكنه كان موقوفًا حينها. لم يعد مجدولًا.',
}
