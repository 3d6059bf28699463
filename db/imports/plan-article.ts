import { createHash } from 'node:crypto'
import type { Language } from '../../lib/languages'
import type { ArticleContent } from '../articles/content'
import type { articles } from '../articles/schema'
import { bodyText } from '../body/rules'
import { type NameBook, plainSlug, sectionKey } from './names'
import { type References, resolveBody } from './resolve-body'
import { type ImportedArticle, isHeldForLoss, lossLimit, type Reading } from './rules'
import { decideStanding, type Standing } from './standing'
import { countArrived } from './words'

export type ArticleReading = Extract<Reading, { kind: 'article' }>

type ArticleRow = typeof articles.$inferInsert

/** The article that a source id already stands for. `hash` is that of the plan it was last imported by. */
export type PresentArticle = typeof articles.$inferSelect & { sectionSlug: string; hash: string | null }

/** Everything that has to be known before an article can be written. */
export type Scene = {
  id: string
  language: Language
  slug: string
  present: PresentArticle | null
  book: NameBook
  references: References
  imagesMissing: string[]
  now: Date
}

/** An article as it will be written. `hash` is equal for equal plans, so that nothing is written twice. */
export type ArticlePlan = {
  reading: ArticleReading
  present: PresentArticle | null
  row: ArticleRow & { id: string }
  content: ArticleContent
  /** Of the section it is to stand in. */
  sectionSlug: string
  standing: Standing
  wordsIn: number
  wordsOut: number
  imagesMissing: string[]
  hash: string
}

/** Turns what was read into rows, or says why it cannot become an article. */
export function planArticle(reading: ArticleReading, scene: Scene): ArticlePlan | { refused: string } {
  const { article, losses, words } = reading
  const section = scene.book.sections.get(sectionKey(article, scene.language))
  if (!section) return { refused: 'it stands in no section' }
  const resolved = resolveBody(article.body, article.sourceId, scene.references, losses)
  if (!resolved.ok) return { refused: resolved.reason }

  const wordsOut = countArrived(words, [...textsOf(article), bodyText(resolved.body), ...resolved.lostCaptions])
  const loss = isHeldForLoss(words.length, wordsOut)
    ? `It lost ${words.length - wordsOut} of its ${words.length} words, more than ${lossLimit * 100} in a hundred.`
    : null
  const standing = decideStanding(article, scene.present, loss, scene.now)
  const content: ArticleContent = {
    sectionId: section.id,
    slug: scene.slug,
    headline: article.headline,
    headlineShort: article.headlineShort,
    standfirst: article.standfirst,
    kicker: article.kicker,
    seoHeadline: article.seoHeadline,
    seoDescription: article.seoDescription,
    dateline: article.dateline,
    hero: heroOf(reading, scene),
    body: resolved.body,
    bylines: bylinesOf(article, scene),
    topicIds: [...new Set(article.topics.flatMap(({ slug }) => scene.book.topics.get(plainSlug(slug)) ?? []))],
    relatedIds: relatedOf(reading, scene),
  }
  const originalId = originalOf(reading, scene)
  const row = { ...rowOf(article, scene, section.id, standing), ...translationOf(originalId, scene.present) }
  const hash = hashOf([{ ...article, body: null, pictures: null }, content, scene.language, originalId, standing.held])
  const { present, imagesMissing } = scene
  return {
    reading,
    present,
    row,
    content,
    sectionSlug: section.slug,
    standing,
    wordsIn: words.length,
    wordsOut,
    imagesMissing,
    hash,
  }
}

/** All words of an article besides its body: a source's headline inside its text has not been lost when it became a field. */
function textsOf(article: ImportedArticle): string[] {
  return [
    article.headline,
    article.headlineShort,
    article.standfirst,
    article.kicker,
    article.dateline,
    article.seoHeadline,
    article.seoDescription,
    article.section?.name ?? '',
    article.hero?.caption ?? '',
    article.hero?.alt ?? '',
    ...article.bylines.map(({ name }) => name),
    ...article.topics.map(({ name }) => name ?? ''),
    ...article.pictures.flatMap(({ caption, credit, alt }) => [caption, credit, alt]),
    ...article.corrections.map(({ text }) => text),
  ]
}

function heroOf({ article, losses }: ArticleReading, { references }: Scene): ArticleContent['hero'] {
  if (!article.hero) return null
  const mediaId = references.mediaId(article.hero.media)
  if (mediaId) return { mediaId, caption: article.hero.caption, alt: article.hero.alt }
  losses.dropped.set('main picture that is missing', 1)
  return null
}

function bylinesOf(article: ImportedArticle, { book, language }: Scene): ArticleContent['bylines'] {
  return article.bylines.flatMap<ArticleContent['bylines'][number]>(({ contributor, name, role }) => {
    const known = contributor ? book.contributors.get(plainSlug(contributor)) : undefined
    if (!known) return name ? [{ contributorId: null, role, creditedAs: name }] : []
    const usual = known.names.get(language)
    return [{ contributorId: known.id, role, creditedAs: name && name !== usual ? name : '' }]
  })
}

function relatedOf({ article, losses }: ArticleReading, { references, id }: Scene): string[] {
  const ids = new Set<string>()
  for (const name of article.related) {
    const relatedId = references.articleId(name)
    if (relatedId && relatedId !== id) ids.add(relatedId)
    else losses.notes.push(`Its related article ${name} ${relatedId ? 'is itself' : 'does not exist'}.`)
  }
  return [...ids]
}

function originalOf({ article, losses }: ArticleReading, { references, id }: Scene): string | null {
  if (!article.translationOf) return null
  const originalId = references.articleId(article.translationOf)
  if (originalId && originalId !== id) return originalId
  losses.notes.push(`Its original ${article.translationOf} ${originalId ? 'is itself' : 'does not exist'}.`)
  return null
}

function translationOf(originalId: string | null, present: PresentArticle | null) {
  return { translatedFromId: originalId, translationGroupId: originalId ?? present?.translationGroupId ?? null }
}

function rowOf(article: ImportedArticle, scene: Scene, sectionId: string, standing: Standing): ArticleRow & { id: string } {
  const { present, id, language } = scene
  const always = {
    id,
    language,
    sourceId: present?.sourceId ?? article.sourceId,
    legalHold: article.legalHold || (present?.legalHold ?? false),
    doNotPublish: article.doNotPublish || (present?.doNotPublish ?? false),
    sensitive: article.sensitive,
    republishing: article.republishing,
    deskSlug: article.deskSlug,
    notes: article.notes,
    canonicalUrl: article.canonicalUrl,
    syndicatedFrom: article.syndicatedFrom,
    modifiedAt: scene.now,
    createdAt: present?.createdAt ?? scene.now,
    liveRevisionId: present?.liveRevisionId ?? null,
  }
  // What readers see of it stays as it is, so its address and its dates do too.
  if (present && !standing.isPublic && (present.liveRevisionId || present.status === 'withdrawn'))
    return { ...present, ...always }
  return { ...always, sectionId, slug: scene.slug, status: standing.status, ...momentsOf(article, scene, standing) }
}

function momentsOf(article: ImportedArticle, { present, now }: Scene, { status }: Standing) {
  const published = article.published ?? present?.firstPublishedAt ?? null
  const isWithdrawn = status === 'withdrawn'
  return {
    firstPublishedAt: status === 'live' || isWithdrawn ? published : null,
    publishAt: published,
    updatedAt: article.updated,
    embargoUntil: article.embargo?.until ?? null,
    embargoNote: article.embargo?.note ?? '',
    withdrawnAt: isWithdrawn ? (article.withdrawal?.at ?? article.updated ?? published ?? now) : null,
    withdrawal: isWithdrawn ? (article.withdrawal?.kind ?? 'withdrawn') : null,
    withdrawalNote: isWithdrawn ? (article.withdrawal?.note ?? '') : '',
  }
}

/** All parts come out of the same code in the same order, so they need no sorting. */
function hashOf(parts: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
