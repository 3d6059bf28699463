import type { Around } from '@/components/article/inline-text'
import { wordsOf } from '@/components/article/sound-nodes'
import { cardAddress } from '@/components/card-address'
import { wordsIn } from '@/components/words/words'

type Props = Pick<Around, 'language' | 'linkedArticles'> & { articleId?: unknown }

/** A way aside to another article of ours; a withdrawn one is not among `linkedArticles` and is not mentioned. */
export function RelatedArticle({ articleId, language, linkedArticles }: Props) {
  const id = wordsOf(articleId)
  const article = Object.hasOwn(linkedArticles, id) ? linkedArticles[id] : undefined
  if (!article) return null
  return (
    <p className="related-line">
      <span className="related-label">{wordsIn(language).relatedArticle}</span>{' '}
      <a href={cardAddress(article)} lang={article.language === language ? undefined : article.language}>
        {article.headline}
      </a>
    </p>
  )
}
