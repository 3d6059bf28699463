'use client'

import { useActionState } from 'react'
import { chosenIn } from '@/db/subscribers/rules'
import { type FormState, idleForm } from '@/lib/forms'
import { type Language, languages } from '@/lib/languages'
import { SelectField } from '../forms/select-field'
import { SubmitButton } from '../forms/submit-button'
import { wordsIn } from '../words/words'
import { NewsletterChoices } from './newsletter-choices'
import { PauseField } from './pause-field'
import { newsletterWordsIn } from './words/words'

type Props = {
  /** Of the page. */
  language: Language
  token: string
  preferences: {
    language: Language
    timeZone: string | null
    pausedUntil: string | null
    newsletters: readonly { id: string; name: string; isChosen: boolean }[]
  }
  timeZones: readonly string[]
  /** What is agreed to by turning a newsletter on. */
  consent: string
  action: (previous: FormState, form: FormData) => Promise<FormState>
}

/** What somebody receives, from when on, and in which language and time zone. */
export function PreferencesForm({ language, token, preferences, timeZones, consent, action }: Props) {
  const [state, submit] = useActionState(action, idleForm)
  const words = newsletterWordsIn(language)
  const { newsletters } = preferences
  const typed = 'values' in state ? state.values : null
  const chosenIds = typed ? chosenIn(typed) : newsletters.filter(({ isChosen }) => isChosen).map(({ id }) => id)
  const zones = timeZones.map((value) => ({ value, label: value.replaceAll('_', ' ') }))
  return (
    <form className="form" action={submit} noValidate aria-label={words.preferencesHeading}>
      {state.status === 'refused' && (
        <p className="form-refused" role="alert">
          {state.message}
        </p>
      )}
      {state.status === 'done' && (
        <p className="form-done" role="status">
          {state.message}
        </p>
      )}
      <input type="hidden" name="link" value={token} />
      <input type="hidden" name="spoken" value={language} />
      <NewsletterChoices scope="preferences" newsletters={newsletters} chosenIds={chosenIds} legend={words.choose} />
      <p className="consent">{consent}</p>
      <PauseField label={words.pausedUntil} hint={words.pausedHint} day={typed?.pausedUntil ?? preferences.pausedUntil ?? ''} />
      <SelectField
        name="language"
        label={words.language}
        options={languages.map((value) => ({ value, label: wordsIn(value).languageName }))}
        defaultValue={typed?.language ?? preferences.language}
      />
      <SelectField
        name="timeZone"
        label={words.timeZone}
        options={[{ value: '', label: words.timeZoneUnknown }, ...zones]}
        defaultValue={typed?.timeZone ?? preferences.timeZone ?? ''}
      />
      <SubmitButton>{words.save}</SubmitButton>
    </form>
  )
}
