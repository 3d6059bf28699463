import type { Metadata } from 'next'
import { nameIn, type Settings } from '@/db/settings/rules'
import { addressOf } from '@/lib/addresses'
import { environment } from '@/lib/environment'
import { type Language, rootLanguage } from '@/lib/languages'

type PageFacts = {
  language: Language
  settings: Settings
  /** Without the publication's name, which is added; empty for a home page. */
  title: string
  description: string
  /** The page's own address, as readers know it. */
  path: string
  /** Its counterparts in other editions, itself left out. */
  translations?: readonly { language: Language; path: string }[]
  /** The list whose feeds it announces. */
  feedOf?: string
  isIndexed?: boolean
}

/** What every reader page says of itself in its head: title, canonical address, its versions in other languages, its feeds. */
export function pageMetadata(page: PageFacts): Metadata {
  const { language, settings, title, description, path, translations = [], feedOf = addressOf.home(language) } = page
  const name = nameIn(settings, language)
  return {
    metadataBase: new URL(environment().PUBLIC_URL),
    title: title ? `${title} – ${name}` : name,
    description: description || undefined,
    applicationName: name,
    alternates: {
      canonical: path,
      languages: translations.length > 0 ? languageVersions(language, path, translations) : undefined,
      types: {
        'application/rss+xml': addressOf.feed(feedOf, 'xml'),
        'application/atom+xml': addressOf.feed(feedOf, 'atom'),
        'application/feed+json': addressOf.feed(feedOf, 'json'),
      },
    },
    robots:
      page.isIndexed === false
        ? { index: false, follow: true }
        : { 'max-image-preview': 'large', 'max-snippet': -1, 'max-video-preview': -1 },
    openGraph: {
      type: 'website',
      siteName: name,
      title: title || name,
      description,
      url: path,
      locale: openGraphLocale(language),
    },
    icons: { icon: [{ url: '/reader/icon.svg', type: 'image/svg+xml' }], apple: '/reader/logo.png' },
    formatDetection: { telephone: false, email: false, address: false },
  }
}

/** What a page says in its head whose address opens something: nothing that leads others to it, or tells others of it. */
export function secretMetadata(language: Language, settings: Settings, title: string): Metadata {
  const {
    icons,
    formatDetection,
    metadataBase,
    title: whole,
  } = pageMetadata({ language, settings, title, description: '', path: '/' })
  return {
    icons,
    formatDetection,
    metadataBase,
    title: whole,
    referrer: 'no-referrer',
    robots: { index: false, follow: false, nocache: true },
  }
}

/** The same place in the publication's other editions, for pages that every edition has. */
export function inOtherEditions(settings: Settings, language: Language, pathIn: (language: Language) => string) {
  return settings.editions
    .filter((one) => one.language !== language)
    .map((one) => ({ language: one.language, path: pathIn(one.language) }))
}

export const openGraphLocale = (language: Language) => ({ en: 'en_GB', fr: 'fr_FR', ar: 'ar_AR' })[language]

/** Every version names itself and all others; readers of another language are sent to the root edition's, else to this one. */
function languageVersions(language: Language, path: string, translations: readonly { language: Language; path: string }[]) {
  const versions = Object.fromEntries([{ language, path }, ...translations].map((one) => [one.language, one.path]))
  return { ...versions, 'x-default': versions[rootLanguage] ?? path }
}
