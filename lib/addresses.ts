import { type Language, rootLanguage } from './languages'

/**
 * Every address of the readers' site, spelled once. All are paths as a reader sees them (`/news/…`, `/fr/…`), percent-encoded,
 * without origin; slugs may be written in any script.
 */
export const addressOf = {
  home: (language: Language) => (language === rootLanguage ? '/' : `/${language}`),
  section: (language: Language, slug: string) => under(language, slug),
  article: (language: Language, section: string, slug: string) => under(language, section, slug),
  topic: (language: Language, slug: string) => under(language, 'topics', slug),
  author: (language: Language, slug: string) => under(language, 'authors', slug),
  /** `day` is a calendar day in the publication's zone, `2015-10-13`. */
  day: (language: Language, day: string) => under(language, 'archive', ...day.split('-')),
  /** `month` as in `2015-10`. */
  month: (language: Language, month: string) => under(language, 'archive', ...month.split('-')),
  archive: (language: Language) => under(language, 'archive'),
  search: (language: Language) => under(language, 'search'),
  newsletters: (language: Language) => under(language, 'newsletters'),
  newsletter: (language: Language, slug: string) => under(language, 'newsletters', slug),
  newsletterEdition: (language: Language, slug: string, number: number) => under(language, 'newsletters', slug, String(number)),
  /** Leads on to a link of a newsletter edition, and counts that. */
  newsletterClick: (editionId: string, position: number) => `/newsletters/click/${editionId}/${position}`,
  /** Where a sign-up ends that has to be confirmed by mail. */
  checkInbox: (language: Language) => under(language, 'newsletters', 'check-your-inbox'),
  confirmNewsletters: (language: Language, token: string) => under(language, 'newsletters', 'confirm', token),
  /** Where a link to one's preferences is asked for. */
  newsletterPreferences: (language: Language) => under(language, 'newsletters', 'preferences'),
  preferencesOf: (language: Language, token: string) => under(language, 'newsletters', 'preferences', token),
  preferencesExport: (language: Language, token: string, format: 'json' | 'csv') =>
    under(language, 'newsletters', 'preferences', token, 'export', format),
  /** Where somebody is led whose data were erased. */
  newslettersErased: (language: Language) => under(language, 'newsletters', 'erased'),
  /** One for all editions: it stands in mails for ever. */
  unsubscribe: (token: string) => `/unsubscribe/${encodeURIComponent(token)}`,
  republish: (language: Language) => under(language, 'republish'),
  republishArticle: (language: Language, articleId: string) => under(language, 'republish', articleId),
  reportError: (language: Language, articleId: string) => under(language, 'report-an-error', articleId),
  page: (language: Language, slug: string) => under(language, slug),
  corrections: (language: Language) => under(language, 'corrections'),
  /** The page of a list that shows what is older than `cursor`. */
  before: (list: string, cursor: string) => `${list === '/' ? '' : list}/before/${cursor}`,
  /** `list` is the address of a home, section, topic or author page, or of the corrections. */
  feed: (list: string, format: 'xml' | 'atom' | 'json') => `${list === '/' ? '' : list}/feed.${format}`,
  media: (file: string) => `/media/${file}`,
}

/** Words that may not be a section's or page's slug, because an address of ours begins with them. */
export const reservedSlugs: ReadonlySet<string> = new Set([
  'api',
  'archive',
  'ar',
  'authors',
  'before',
  'dashboard',
  'en',
  'favicon.ico',
  'feed.atom',
  'feed.json',
  'feed.xml',
  'fr',
  'healthz',
  'index',
  'invitations',
  'licences',
  'mailbox',
  'media',
  'newsletters',
  'partners',
  'preview',
  'reader',
  'readyz',
  'report-an-error',
  'republish',
  'robots.txt',
  'search',
  'sign-in',
  'sitemap.xml',
  'sitemaps',
  'topics',
  'trust.txt',
  'unsubscribe',
])

/** Words that may not be a newsletter's slug, because an address of ours below the newsletters begins with them. */
export const reservedNewsletterSlugs: ReadonlySet<string> = new Set([
  'before',
  'check-your-inbox',
  'click',
  'confirm',
  'erased',
  'feed',
  'preferences',
])

/** One part of an address as it was meant, whether or not it is percent-encoded still; what cannot be decoded stays as it is. */
export function decodedPart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

function under(language: Language, ...parts: string[]): string {
  const prefix = language === rootLanguage ? '' : `/${language}`
  return `${prefix}/${parts.map(encodeURIComponent).join('/')}`
}
