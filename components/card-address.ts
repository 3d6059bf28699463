import type { ArticleCard } from '@/db/articles/rules'
import { addressOf } from '@/lib/addresses'

/** The address of the article that a card stands for. */
export function cardAddress(card: Pick<ArticleCard, 'language' | 'section' | 'slug'>): string {
  return addressOf.article(card.language, card.section.slug, card.slug)
}
