import type { PictureFacts } from '@/components/desk/editor/contract'
import type { EditionWords } from '@/components/desk/newsletter-editions/words/en'
import type { ItemArticle, ItemInput } from '@/db/newsletter-editions/rules'

/** What is known of what items name. */
export type Known = { articles: ReadonlyMap<string, ItemArticle>; pictures: Record<string, PictureFacts> }

const longest = 60

/** What an item is called where it is spoken of: its first words. */
export function itemName(words: EditionWords, item: ItemInput, { articles, pictures }: Known): string {
  switch (item.kind) {
    case 'article':
      return item.headline || articles.get(item.articleId)?.headline || words.unknownArticle
    case 'heading':
      return item.headline || words.kinds.heading
    case 'text':
      return item.text.trim().slice(0, longest) || words.kinds.text
    case 'picture': {
      const picture = pictures[item.mediaId]
      return item.text || picture?.caption || picture?.alt || words.kinds.picture
    }
  }
}
