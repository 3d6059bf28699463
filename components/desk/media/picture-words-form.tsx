'use client'

import { useActionState } from 'react'
import { PictureField } from '@/components/desk/media/picture-field'
import { SeenFields } from '@/components/desk/media/seen-fields'
import { mediaWordsIn } from '@/components/desk/media/words/words'
import { StateNote } from '@/components/desk/state-note'
import { SubmitButton } from '@/components/forms/submit-button'
import { mediaLengths } from '@/db/media/rules'
import { type FormState, idleForm } from '@/lib/forms'
import { type Language, languages } from '@/lib/languages'

type Props = {
  language: Language
  picture: {
    id: string
    version: number
    captions: Record<string, string>
    alts: Record<string, string>
    credit: string
    creator: string
    takenOn: string | null
  }
  action: (previous: FormState, form: FormData) => Promise<FormState>
}

/** What is said of a picture: caption and alternative text in each language, and whose it is. */
export function PictureWordsForm({ language, picture, action }: Props) {
  const [state, submit] = useActionState(action, idleForm)
  const words = mediaWordsIn(language)
  const common = { language, state }
  return (
    <form className="panel form" action={submit} noValidate aria-labelledby="words-title">
      <h2 id="words-title">{words.words}</h2>
      <p className="quiet">{words.wordsIntro}</p>
      <StateNote state={state} />
      <SeenFields picture={picture} />
      <div className="columns languages">
        {languages.map((one) => (
          <fieldset key={one}>
            <legend>{words.languages[one]}</legend>

            <PictureField
              {...common}
              name={`caption-${one}`}
              label={words.caption}
              saved={picture.captions[one] ?? ''}
              rows={4}
              maxLength={mediaLengths.caption}
              textLanguage={one}
            />
            <PictureField
              {...common}
              name={`alt-${one}`}
              label={words.alt}
              hint={words.altHint}
              saved={picture.alts[one] ?? ''}
              rows={3}
              maxLength={mediaLengths.alt}
              textLanguage={one}
            />
          </fieldset>
        ))}
      </div>
      <div className="columns">
        <PictureField
          {...common}
          name="credit"
          label={words.credit}
          hint={words.creditHint}
          saved={picture.credit}
          maxLength={mediaLengths.name}
        />
        <PictureField {...common} name="creator" label={words.creator} saved={picture.creator} maxLength={mediaLengths.name} />
        <PictureField {...common} name="takenOn" label={words.takenOn} saved={picture.takenOn ?? ''} type="date" />
      </div>
      <SubmitButton>{words.saveWords}</SubmitButton>
    </form>
  )
}
