import { cardAddress } from '@/components/card-address'
import { wordsIn } from '@/components/words/words'
import type { Article } from '@/db/articles/rules'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  article: Pick<Article, 'language' | 'section' | 'slug' | 'headline' | 'republishing'>
  /** The licensing desk's e-mail address; empty if there is none. */
  licensingAddress: string
}

/** Whether this article may be republished, and the letter to the licensing desk already begun. */
export function RepublishStatus({ language, article, licensingAddress }: Props) {
  const words = wordsIn(language)
  return (
    <section className="republish-status" aria-labelledby="republish-article">
      <h2 id="republish-article" className="headline">
        <a href={cardAddress(article)}>{article.headline}</a>
      </h2>
      <p>{words.republishStatus[article.republishing]}</p>
      {article.republishing !== 'never' && licensingAddress && (
        <p>
          <a
            className="button"
            href={`mailto:${licensingAddress}?subject=${encodeURIComponent(`${words.republish}: ${article.headline}`)}`}
          >
            {words.republishAskAddress}
          </a>
        </p>
      )}
    </section>
  )
}
