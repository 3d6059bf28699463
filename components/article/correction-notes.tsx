import { dayInWords } from '@/components/dates'
import { wordsIn } from '@/components/words/words'
import type { CorrectionNote } from '@/db/articles/rules'
import type { Language } from '@/lib/languages'

type Props = { corrections: CorrectionNote[]; language: Language; timeZone: string }

/** What was put right in an article after it appeared, under its text. */
export function CorrectionNotes({ corrections, language, timeZone }: Props) {
  if (corrections.length === 0) return null
  const words = wordsIn(language)
  return (
    <section className="correction-notes" aria-labelledby="corrections">
      <h2 id="corrections">{words.correctionsHeading}</h2>
      <ul>
        {corrections.map((note) => (
          <li key={note.id} id={`correction-${note.id}`}>
            <span className="correction-head">
              <span className="correction-type">{words.correctionTypes[note.type]}</span>{' '}
              <time dateTime={note.correctedAt.toISOString()}>{dayInWords(language, note.correctedAt, timeZone)}</time>
            </span>{' '}
            {note.text}
          </li>
        ))}
      </ul>
    </section>
  )
}
