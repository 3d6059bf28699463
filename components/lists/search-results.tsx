import { cardAddress } from '@/components/card-address'
import { dayInWords } from '@/components/dates'
import type { ArticleCard } from '@/db/articles/rules'
import type { Language } from '@/lib/languages'

/** A found article with the runs of its text that surround the words found. */
type SearchResult = { card: ArticleCard; excerpt: { text: string; isMatch: boolean }[] }

type Props = { results: SearchResult[]; language: Language; timeZone: string }

/** Found articles, best first, the words found marked. */
export function SearchResults({ results, language, timeZone }: Props) {
  return (
    <ol className="search-results">
      {results.map(({ card, excerpt }) => (
        <li key={card.id} className="search-result">
          <p className="kicker">
            <span>{card.section.name}</span>
            <time dateTime={card.publishedAt.toISOString()}>{dayInWords(language, card.publishedAt, timeZone)}</time>
          </p>
          <h2 className="headline">
            <a href={cardAddress(card)}>{card.headline}</a>
          </h2>
          <p className="excerpt">{excerpt.map((run, place) => (run.isMatch ? <mark key={place}>{run.text}</mark> : run.text))}</p>
        </li>
      ))}
    </ol>
  )
}
