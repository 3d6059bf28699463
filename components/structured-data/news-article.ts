import type { CorrectionComment, ImageObject, NewsArticle, NewsMediaOrganization, Person } from 'schema-dts'
import type { Article, Byline } from '@/db/articles/rules'
import type { Crop, Picture } from '@/db/media/rules'
import type { PageLink } from '@/db/pages/rules'
import { nameIn, type Settings } from '@/db/settings/rules'
import { addressOf } from '@/lib/addresses'
import type { Language } from '@/lib/languages'
import { organisation } from './organisation'

/** Google cuts a headline there. */
const headlineLimit = 110

type Context = { settings: Settings; pages: readonly PageLink[]; origin: string }

/**
 * An article as schema.org's NewsArticle, after Google's article guidelines: every author apart, three ratios of its picture,
 * times with their zone, its corrections, its translations, its rights.
 */
export function newsArticle(article: Article, { settings, pages, origin }: Context): NewsArticle {
  const { language, section } = article
  const url = origin + addressOf.article(language, section.slug, article.slug)
  const publisher = organisation(settings, language, pages, origin)
  const images = article.hero
    ? imageObjects(article.hero.picture, article.hero.caption, origin, republishUrl(article, origin))
    : []
  return {
    // A subtype only: `@type` of an opinion piece is what Google's guidelines and the Trust Project name it.
    '@type': section.isOpinion ? 'OpinionNewsArticle' : 'NewsArticle',
    '@id': `${url}#article`,
    url,
    mainEntityOfPage: url,
    headline: shortened(article.headline, headlineLimit),
    alternativeHeadline: article.seoHeadline || undefined,
    description: article.seoDescription || article.standfirst || undefined,
    articleSection: section.name,
    keywords: article.topics.map((topic) => topic.name),
    about: article.topics.map((topic) => ({
      '@type': 'Thing',
      name: topic.name,
      sameAs: topic.wikidata ? `https://www.wikidata.org/wiki/${topic.wikidata}` : undefined,
    })),
    inLanguage: language,
    wordCount: article.wordCount,
    dateline: article.dateline || undefined,
    datePublished: article.publishedAt.toISOString(),
    dateModified: (article.updatedAt ?? article.publishedAt).toISOString(),
    isAccessibleForFree: true,
    author: authors(article.bylines, language, origin, publisher),
    ...contributions(article.bylines, language, origin),
    publisher,
    image: images.length > 0 ? images : undefined,
    thumbnailUrl: thumbnail(article, origin),
    correction: article.corrections.map(
      (note): CorrectionComment => ({
        '@type': 'CorrectionComment',
        text: note.text,
        datePublished: note.correctedAt.toISOString(),
      }),
    ),
    copyrightHolder: article.syndicatedFrom
      ? { '@type': 'Organization', name: article.syndicatedFrom.publisher }
      : { '@type': 'Organization', name: settings.legalEntity || nameIn(settings, language) },
    copyrightYear: article.publishedAt.getUTCFullYear(),
    copyrightNotice: `© ${article.publishedAt.getUTCFullYear()} ${settings.legalEntity || nameIn(settings, language)}`,
    usageInfo: origin + addressOf.republish(language),
    acquireLicensePage: republishUrl(article, origin),
    ...translationLinks(article, origin),
  }
}

function authors(bylines: readonly Byline[], language: Language, origin: string, publisher: NewsMediaOrganization) {
  const people = bylines.filter((byline) => byline.role === 'reporter').map((byline) => person(byline, language, origin))
  return people.length > 0 ? people : publisher
}

function contributions(bylines: readonly Byline[], language: Language, origin: string) {
  const named = (...roles: Byline['role'][]) => {
    const people = bylines.filter((byline) => roles.includes(byline.role)).map((byline) => person(byline, language, origin))
    return people.length > 0 ? people : undefined
  }
  return { translator: named('translation'), editor: named('editing'), contributor: named('photographer', 'graphics') }
}

/** The name alone, without "By" or title, and the address of the page about them. */
function person(byline: Byline, language: Language, origin: string): Person {
  const path = byline.slug ? addressOf.author(language, byline.slug) : null
  return { '@type': 'Person', name: byline.name, url: path ? origin + path : undefined, jobTitle: byline.jobTitle || undefined }
}

const ratios: readonly Crop[] = ['1x1', '4x3', '16x9']

/** The widest JPEG of each ratio, with credit and rights. Our licence page only where we may license the picture. */
function imageObjects(picture: Picture, caption: string, origin: string, licenceUrl: string | undefined): ImageObject[] {
  return ratios.flatMap((crop) => {
    const file = widest(picture, crop)
    if (!file) return []
    const url = origin + addressOf.media(file.file)
    return {
      '@type': 'ImageObject',
      url,
      contentUrl: url,
      width: String(file.width),
      height: String(file.height),
      caption: caption || undefined,
      creator: picture.creator ? { '@type': 'Person', name: picture.creator } : undefined,
      creditText: picture.credit || undefined,
      copyrightNotice: picture.copyrightNotice || undefined,
      license: picture.maySublicense ? (picture.licenceUrl ?? undefined) : undefined,
      acquireLicensePage: picture.maySublicense ? licenceUrl : undefined,
    }
  })
}

function widest(picture: Picture, crop: Crop) {
  return picture.renditions
    .filter((one) => one.crop === crop && one.format === 'jpeg')
    .sort((one, other) => other.width - one.width)[0]
}

function thumbnail(article: Article, origin: string): string | undefined {
  const file = article.hero && widest(article.hero.picture, '1x1')
  return file ? origin + addressOf.media(file.file) : undefined
}

function republishUrl(article: Article, origin: string): string | undefined {
  return article.republishing === 'never' ? undefined : origin + addressOf.republishArticle(article.language, article.id)
}

function translationLinks(article: Article, origin: string) {
  const linked = article.translations.map((one) => ({
    isOriginal: one.isOriginal,
    article: {
      '@type': 'NewsArticle',
      '@id': `${origin}${addressOf.article(one.language, one.section, one.slug)}#article`,
      inLanguage: one.language,
    } as const,
  }))
  const original = linked.find((one) => one.isOriginal)
  if (original) return { translationOfWork: original.article }
  return linked.length > 0 ? { workTranslation: linked.map((one) => one.article) } : {}
}

function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text
  const cut = text.lastIndexOf(' ', limit - 1)
  return `${text.slice(0, cut > 0 ? cut : limit - 1)}…`
}
