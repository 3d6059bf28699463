import { Teaser } from '@/components/lists/teaser'
import { wordsIn } from '@/components/words/words'
import type { ArticleCard } from '@/db/articles/rules'
import type { Language } from '@/lib/languages'

type Props = { cards: ArticleCard[]; language: Language; timeZone: string; showSection?: boolean }

/** A page of a list, newest first, a row for each article. */
export function CardList({ cards, language, timeZone, showSection = true }: Props) {
  if (cards.length === 0) return <p className="empty-list">{wordsIn(language).emptyList}</p>
  return (
    <div className="card-list">
      {cards.map((card) => (
        <Teaser key={card.id} card={card} kind="row" timeZone={timeZone} headingLevel={2} showSection={showSection} />
      ))}
    </div>
  )
}
