import { cacheLife, cacheTag } from 'next/cache'
import { findDaysAround, listDays, listMonths } from '@/db/articles/archive'
import { findNextVisibleAt, type ListPage, type ListScope, listCards } from '@/db/articles/cards'
import { decodeCursor, encodeCursor } from '@/db/articles/cursor'
import { findArticle, findArticleAt, findRedirect, findTombstone, listCorrections } from '@/db/articles/queries'
import type { ArticleAt } from '@/db/articles/rules'
import { referencesOf } from '@/db/body/rules'
import { findContributor } from '@/db/contributors/queries'
import { findBanner, findFront } from '@/db/fronts/queries'
import { listOpenNewsletters } from '@/db/newsletters/queries'
import { findPage, listPages } from '@/db/pages/queries'
import { findSection, listSections, listSectionTranslations } from '@/db/sections/queries'
import { findSettings } from '@/db/settings/queries'
import { findTopic } from '@/db/topics/queries'
import { addressOf, decodedPart } from '@/lib/addresses'
import { tagOf } from '@/lib/cache-tags'
import { isUuid } from '@/lib/checks'
import { dayAfter, dayOf, startOfDay } from '@/lib/days'
import type { Language } from '@/lib/languages'
import { tagsOfArticle, tagsOfCards, tagsOfReferences } from './tags'

/*
 * What reader pages ask for. Each function puts its answer, and the absence of one, under the tags of everything in it: the front
 * drops a kept page when one of them is announced. Nothing is kept here; the clock is read here and nowhere in a page.
 */

/** What every page of an edition shows around its text. */
export async function getSite(language: Language) {
  'use cache'
  cacheLife('published')
  show([tagOf.settings, tagOf.sections(language), tagOf.pages(language)])
  const [settings, sections, pages] = await Promise.all([findSettings(), listSections(language), listPages(language)])
  return { settings, sections, pages, year: new Date().getFullYear() }
}

export async function getFront(language: Language) {
  'use cache'
  cacheLife('published')
  show([tagOf.front(language), tagOf.latest(language), tagOf.sections(language)])
  const now = new Date()
  const front = await findFront(language, now)
  const { nextChangeAt, mediaIds, ...zones } = front
  if (nextChangeAt) show([tagOf.until(nextChangeAt)])
  show(mediaIds.map(tagOf.media))
  show(tagsOfCards([...zones.lead, ...zones.secondary, ...zones.feature, ...zones.rails.flatMap((rail) => rail.cards)]))
  return front
}

/** The breaking news over every page of an edition, if there is any just now. */
export async function getBanner(language: Language) {
  'use cache'
  cacheLife('published')
  show([tagOf.banner(language)])
  const { banner, articleId, nextChangeAt } = await findBanner(language, new Date())
  if (nextChangeAt) show([tagOf.until(nextChangeAt)])
  if (articleId) show([tagOf.article(articleId)])
  return banner
}

export async function getSection(language: Language, slug: string) {
  'use cache'
  cacheLife('published')
  show([tagOf.address(addressOf.section(language, slug)), tagOf.sections(language)])
  const section = await findSection(language, slug)
  if (!section) return null
  show([tagOf.section(section.id)])
  return { ...section, translations: await listSectionTranslations(section.id) }
}

export async function getTopic(language: Language, slug: string) {
  'use cache'
  cacheLife('published')
  show([tagOf.address(addressOf.topic(language, slug))])
  const topic = await findTopic(language, slug)
  if (topic) show([tagOf.topic(topic.id)])
  return topic
}

export async function getContributor(language: Language, slug: string) {
  'use cache'
  cacheLife('published')
  show([tagOf.address(addressOf.author(language, slug))])
  const contributor = await findContributor(language, slug)
  if (contributor) show([tagOf.contributor(contributor.id)])
  return contributor
}

/** One page of a list, or null for a cursor that is none. `olderCursor` leads to the next page. */
export async function getList(
  language: Language,
  scope: ListScope,
  cursor: string | null,
  limit: number,
): Promise<(ListPage & { olderCursor: string | null }) | null> {
  'use cache'
  cacheLife('published')
  show(scopeTags(language, scope))
  const before = cursor === null ? null : decodeCursor(cursor)
  if (cursor !== null && !before) return null
  const now = new Date()
  const page = await listCards(language, scope, { now, limit, before })
  await showNextAppearance(now)
  show(tagsOfCards(page.cards))
  const last = page.cards.at(-1)
  return {
    ...page,
    olderCursor: page.isLast || !last ? null : encodeCursor({ publishedAt: last.publishedAt, articleId: last.id }),
  }
}

/** The months of an edition with how many articles each has, newest first. */
export async function getMonths(language: Language) {
  'use cache'
  cacheLife('published')
  show([tagOf.latest(language), tagOf.settings])
  const now = new Date()
  await showNextAppearance(now)
  return listMonths(language, (await findSettings()).timeZone, now)
}

/** The days of a month, `2015-10`, on which an edition published. */
export async function getDays(language: Language, month: string) {
  'use cache'
  cacheLife('published')
  show([tagOf.latest(language), tagOf.settings])
  const now = new Date()
  await showNextAppearance(now)
  return listDays(language, month, (await findSettings()).timeZone, now)
}

/** What an edition published on a day, and the nearest days before and after on which it published too. */
export async function getDay(language: Language, day: string) {
  'use cache'
  cacheLife('published')
  show([tagOf.day(language, day), tagOf.latest(language), tagOf.settings])
  const now = new Date()
  await showNextAppearance(now)
  const { timeZone } = await findSettings()
  const from = startOfDay(day, timeZone)
  const to = startOfDay(dayAfter(day, 1), timeZone)
  const [{ cards }, around] = await Promise.all([
    listCards(language, { kind: 'day', from, to }, { now, limit: dayLimit }),
    findDaysAround(language, from, to, now),
  ])
  show(tagsOfCards(cards))
  const named = (moment: Date | null) => moment && dayOf(moment, timeZone)
  return { cards, previous: named(around.previous), next: named(around.next) }
}

/** More than any newsroom publishes in a day; an import may date a whole archive on one. */
const dayLimit = 500

export async function getArticleAt(language: Language, section: string, slug: string): Promise<ArticleAt> {
  'use cache'
  cacheLife('published')
  show([tagOf.address(addressOf.article(language, section, slug)), tagOf.redirects])
  const now = new Date()
  const at = await findArticleAt(language, section, slug, now)
  if (at.kind === 'article') show(tagsOfArticle(at.article))
  if (at.kind === 'gone') show([tagOf.article(at.tombstone.articleId)])
  // Where it leads to may move again, or be withdrawn.
  if (at.kind === 'moved') show([tagOf.address(at.to)])
  await showNextAppearance(now)
  return at
}

/** For addresses that no page of ours has: where they lead today, if they were ours once. */
export async function getRedirect(address: string) {
  'use cache'
  cacheLife('published')
  const path = address.split('/').map(decodedPart).join('/')
  show([tagOf.redirects, tagOf.address(encodeURI(path))])
  const now = new Date()
  const to = await findRedirect(path, now)
  if (to.kind === 'gone') show([tagOf.article(to.tombstone.articleId)])
  if (to.kind === 'moved') show([tagOf.address(to.to)])
  await showNextAppearance(now)
  return to
}

/** An article by id, for the pages about it; or why it is gone. */
export async function getArticleById(articleId: string) {
  'use cache'
  cacheLife('published')
  show([tagOf.article(articleId)])
  if (!isUuid(articleId)) return { article: null, tombstone: null }
  const now = new Date()
  await showNextAppearance(now)
  const article = await findArticle(articleId, now)
  if (article) show(tagsOfArticle(article))
  return { article, tombstone: article ? null : await findTombstone(articleId) }
}

export async function getStandingPage(language: Language, slug: string) {
  'use cache'
  cacheLife('published')
  show([tagOf.address(addressOf.page(language, slug)), tagOf.pages(language)])
  const now = new Date()
  const page = await findPage(language, slug, now)
  if (!page) return null
  show([tagOf.page(page.id), ...tagsOfReferences(page)])
  if (referencesOf(page.body).articleIds.length > 0) await showNextAppearance(now)
  return page
}

export async function getCorrections(language: Language) {
  'use cache'
  cacheLife('published')
  show([tagOf.corrections(language)])
  const now = new Date()
  const entries = await listCorrections(language, now)
  await showNextAppearance(now)
  show(tagsOfCards(entries.map((entry) => entry.article)))
  return entries
}

export async function getNewsletters(language: Language) {
  'use cache'
  cacheLife('published')
  show([tagOf.newsletters])
  return listOpenNewsletters(language)
}

/** Puts what is being read under these tags. One call for each: a single call silently drops what goes beyond 128. */
export function show(tags: readonly string[]): void {
  for (const tag of new Set(tags)) cacheTag(tag)
}

/** What is not there yet may appear by itself, here or among what the page links to: it is kept no longer than that. */
export async function showNextAppearance(now: Date): Promise<void> {
  const at = await findNextVisibleAt(now)
  if (at) show([tagOf.until(at)])
}

/** The tags of a list by recency. */
export function scopeTags(language: Language, scope: ListScope): string[] {
  switch (scope.kind) {
    case 'edition':
      return [tagOf.latest(language)]
    case 'section':
      return [tagOf.latestInSection(scope.sectionId)]
    case 'topic':
      return [tagOf.latestOnTopic(scope.topicId)]
    case 'contributor':
      return [tagOf.latestBy(scope.contributorId)]
    case 'day':
      return [tagOf.latest(language)]
  }
}
