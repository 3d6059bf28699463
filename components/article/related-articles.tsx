import { Teaser } from '@/components/lists/teaser'
import { wordsIn } from '@/components/words/words'
import type { ArticleCard } from '@/db/articles/rules'
import type { Language } from '@/lib/languages'

type Props = { articles: ArticleCard[]; language: Language; timeZone: string }

/** Where to read on after an article. */
export function RelatedArticles({ articles, language, timeZone }: Props) {
  if (articles.length === 0) return null
  return (
    <section className="related-articles" aria-labelledby="related">
      <h2 id="related">{wordsIn(language).related}</h2>
      <div className="related-cards">
        {articles.map((card) => (
          <Teaser key={card.id} card={card} kind="feature" timeZone={timeZone} headingLevel={3} />
        ))}
      </div>
    </section>
  )
}
