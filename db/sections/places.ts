import { and, eq, ne } from 'drizzle-orm'
import { reservedSlugs } from '../../lib/addresses'
import type { Transaction } from '../client'
import { pages } from '../pages/schema'
import { sections } from './schema'

/**
 * Why nothing new can stand right under an edition at that slug; null where it can. Sections and standing pages share these places. To be asked
 * while the addresses are held.
 */
export async function placeFault(
  tx: Transaction,
  language: string,
  slug: string,
  ownId: string | null,
): Promise<'reserved' | 'address-taken' | null> {
  if (reservedSlugs.has(slug)) return 'reserved'
  const own = ownId ?? '00000000-0000-0000-0000-000000000000'
  const section = await tx.$count(sections, and(eq(sections.language, language), eq(sections.slug, slug), ne(sections.id, own)))
  const page = await tx.$count(pages, and(eq(pages.language, language), eq(pages.slug, slug), ne(pages.id, own)))
  return section + page > 0 ? 'address-taken' : null
}
