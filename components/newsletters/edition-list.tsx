import { dayInWords } from '@/components/dates'
import { filled, wordsIn } from '@/components/words/words'
import type { EditionEntry } from '@/db/newsletter-editions/rules'
import { addressOf } from '@/lib/addresses'
import { directionOf, type Language } from '@/lib/languages'

type Props = {
  entries: readonly EditionEntry[]
  newsletter: { slug: string; language: Language }
  /** The site's edition in which they have their addresses. */
  drawnIn: Language
  language: Language
  timeZone: string
}

/** The editions of a newsletter that were sent, with what each said of itself. */
export function EditionList({ entries, newsletter, drawnIn, language, timeZone }: Props) {
  const words = wordsIn(language)
  if (entries.length === 0) return <p className="empty-list">{words.archiveNone}</p>
  return (
    <ol className="correction-list">
      {entries.map(({ number, kind, subject, preheader, datedAt }) => (
        <li key={number}>
          <p className="correction-head">
            {kind === 'correction' && <span className="correction-type">{words.correctionTypes.correction} </span>}
            {filled(words.archiveNumber, { number: String(number) })}
            {' · '}
            <time dateTime={datedAt.toISOString()}>{dayInWords(language, datedAt, timeZone)}</time>
          </p>
          <h3 className="headline" lang={newsletter.language} dir={directionOf(newsletter.language)}>
            <a href={addressOf.newsletterEdition(drawnIn, newsletter.slug, number)}>{subject}</a>
          </h3>
          {preheader && (
            <p lang={newsletter.language} dir={directionOf(newsletter.language)}>
              {preheader}
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
