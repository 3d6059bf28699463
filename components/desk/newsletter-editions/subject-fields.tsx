import { useId } from 'react'
import type { EditionDesk } from '@/components/desk/newsletter-editions/edition-desk'
import { filled } from '@/components/words/words'
import { shownLengths } from '@/db/newsletter-editions/rules'
import { directionOf } from '@/lib/languages'

const limits = { subject: 200, preheader: 300 }

/** Subject and preheader, each with how much of it phones show. */
export function SubjectFields({ desk }: { desk: EditionDesk }) {
  return (
    <div className="form">
      <Line desk={desk} field="subject" hint={null} />
      <Line desk={desk} field="preheader" hint={desk.words.preheaderHint} />
    </div>
  )
}

function Line({ desk, field, hint }: { desk: EditionDesk; field: 'subject' | 'preheader'; hint: string | null }) {
  const { words, edition, language, written } = desk
  const id = useId()
  const figures = new Intl.NumberFormat(language)
  const count = [...edition[field].trim()].length
  const shown = shownLengths[field]
  return (
    <p className="field">
      <label htmlFor={id}>{words[field]}</label>
      <input
        {...{ id, lang: written, dir: directionOf(written), maxLength: limits[field], readOnly: desk.isReadOnly }}
        value={edition[field]}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => desk.change({ ...desk.present(), [field]: target.value })}
      />
      <span className="quiet length-hint" id={`${id}-hint`} data-long={count > shown || undefined}>
        {hint && `${hint} `}
        {filled(words.shownOf, { count: figures.format(count), shown: figures.format(shown) })}
      </span>
    </p>
  )
}
