import { inArray } from 'drizzle-orm'
import { slugFrom, slugPattern } from '../articles/rules'
import { articles } from '../articles/schema'
import type { Transaction } from '../client'
import type { ImportedArticle } from './rules'

type Asking = { id: string; language: string; article: ImportedArticle; presentSlug: string | null; notes: string[] }

/** Tries after the slug itself: `-2` to `-20`. */
const variants = 20

/**
 * Chooses each article's slug: the one its source gives or else one from its headline, with a number behind it when another
 * article of the edition stands there. An article that has its slug already keeps it.
 */
export async function chooseSlugs(tx: Transaction, asking: readonly Asking[]): Promise<Map<string, string>> {
  const wishes = asking.map((one) => ({ ...one, wish: wishOf(one) }))
  const taken = await findTaken(
    tx,
    wishes.flatMap(({ wish }) => candidates(wish)),
  )
  const chosen = new Map<string, string>()
  for (const { id, language, wish, presentSlug, notes } of wishes) {
    const isFree = (slug: string) => (taken.get(`${language}/${slug}`) ?? id) === id
    const slug =
      presentSlug !== null && isVariant(presentSlug, wish)
        ? presentSlug
        : (candidates(wish).find(isFree) ?? `${wish}-${id.slice(0, 8)}`)
    if (slug !== wish) notes.push(`Its slug ${wish} belongs to another article; it stands at ${slug}.`)
    taken.set(`${language}/${slug}`, id)
    chosen.set(id, slug)
  }
  return chosen
}

function wishOf({ article, presentSlug, notes }: Asking): string {
  if (article.slug === null || article.slug === '') return presentSlug ?? slugFrom(article.headline)
  if (slugPattern.test(article.slug)) return article.slug
  const slug = slugFrom(article.slug)
  notes.push(`Its slug became ${slug}.`)
  return slug
}

function candidates(wish: string): string[] {
  return [wish, ...Array.from({ length: variants - 1 }, (_, index) => `${wish}-${index + 2}`)]
}

function isVariant(slug: string, wish: string): boolean {
  return slug === wish || (slug.startsWith(`${wish}-`) && /^(\d{1,2}|[0-9a-f]{8})$/.test(slug.slice(wish.length + 1)))
}

async function findTaken(tx: Transaction, slugs: string[]): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map()
  const rows = await tx
    .select({ id: articles.id, language: articles.language, slug: articles.slug })
    .from(articles)
    .where(inArray(articles.slug, slugs))
  return new Map(rows.map(({ id, language, slug }) => [`${language}/${slug}`, id]))
}
