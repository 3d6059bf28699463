import { cardAddress } from '@/components/card-address'
import { dayInWords } from '@/components/dates'
import { wordsIn } from '@/components/words/words'
import type { ArticleCard, CorrectionNote } from '@/db/articles/rules'
import type { Language } from '@/lib/languages'

type Entry = { note: CorrectionNote; article: Pick<ArticleCard, 'language' | 'section' | 'slug' | 'headline'> }

type Props = { entries: Entry[]; language: Language; timeZone: string }

/** Every correction with the article it belongs to, in the order given. */
export function CorrectionList({ entries, language, timeZone }: Props) {
  const words = wordsIn(language)
  if (entries.length === 0) return <p className="empty-list">{words.correctionsNone}</p>
  return (
    <ol className="correction-list">
      {entries.map(({ note, article }) => (
        <li key={note.id}>
          <p className="correction-head">
            <span className="correction-type">{words.correctionTypes[note.type]}</span>{' '}
            <time dateTime={note.correctedAt.toISOString()}>{dayInWords(language, note.correctedAt, timeZone)}</time>
          </p>
          <h2 className="headline">
            <a href={cardAddress(article)}>{article.headline}</a>
          </h2>
          <p>{note.text}</p>
        </li>
      ))}
    </ol>
  )
}
