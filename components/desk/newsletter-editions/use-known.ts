import { useState } from 'react'
import type { PictureFacts } from '@/components/desk/editor/contract'
import { usePictureChooser } from '@/components/desk/media/use-picture-chooser'
import type { ItemArticle } from '@/db/newsletter-editions/rules'

/** What is known of the articles and pictures of an edition: those it had, and those found or chosen since. */
export function useKnown(given: { articles: readonly ItemArticle[]; pictures: Record<string, PictureFacts> }) {
  const [articles, setArticles] = useState<ReadonlyMap<string, ItemArticle>>(() => byId(given.articles))
  const { chooser, shown, choosePicture } = usePictureChooser(given.pictures)
  const learn = (found: readonly ItemArticle[]) => setArticles((known) => new Map([...known, ...byId(found)]))
  return { articles, learn, pictures: shown, chooser, choosePicture }
}

function byId(articles: readonly ItemArticle[]): Map<string, ItemArticle> {
  return new Map(articles.map((article) => [article.id, article]))
}
