'use client'

import { useState } from 'react'
import { dayInWords } from '@/components/dates'
import { correctionWordsIn } from '@/components/desk/corrections/words/words'
import { filled, wordsIn } from '@/components/words/words'
import type { CorrectionType } from '@/db/articles/rules'
import { mostLetters } from '@/db/corrections/rules'
import { directionOf, type Language } from '@/lib/languages'

type Props = {
  language: Language
  textLanguage: Language
  timeZone: string
  type: CorrectionType
  first: string
  fault: string | null
}

/** What readers are told, as it is typed and as they will see it. */
export function TextWithPreview({ language, textLanguage, timeZone, type, first, fault }: Props) {
  const words = correctionWordsIn(language)
  const [text, setText] = useState(first)
  const number = new Intl.NumberFormat(language)
  const length = filled(words.letters, { count: number.format(text.length), most: number.format(mostLetters) })
  return (
    <>
      <p className="field">
        <label htmlFor="field-correction-text">{words.text}</label>
        <textarea
          id="field-correction-text"
          name="text"
          rows={3}
          maxLength={mostLetters}
          lang={textLanguage}
          dir={directionOf(textLanguage)}
          required
          value={text}
          onChange={(event) => setText(event.target.value)}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? 'field-correction-text-fault field-correction-text-hint' : 'field-correction-text-hint'}
        />
        {fault && (
          <span className="fault" id="field-correction-text-fault">
            {fault}
          </span>
        )}
        <span className="quiet" id="field-correction-text-hint">
          {words.textHint} {length}
        </span>
      </p>
      <figure className="readers-see">
        <figcaption>{words.preview}</figcaption>
        <div lang={textLanguage} dir={directionOf(textLanguage)}>
          <p>
            <strong>{wordsIn(textLanguage).correctionTypes[type]}</strong> {dayInWords(textLanguage, new Date(), timeZone)}
          </p>
          {text && <p>{text}</p>}
        </div>
      </figure>
    </>
  )
}
