'use client'

import { useActionState } from 'react'
import { chosenIn } from '@/db/subscribers/rules'
import { type FormState, idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'
import { SubmitButton } from '../forms/submit-button'
import { HolderFields } from './holder-fields'
import { NewsletterChoices } from './newsletter-choices'
import { newsletterWordsIn } from './words/words'

type Props = {
  language: Language
  token: string
  newsletters: readonly { id: string; name: string }[]
  action: (previous: FormState, form: FormData) => Promise<FormState>
}

/** What was asked for, ticked, and the button that confirms it. */
export function ConfirmForm({ language, token, newsletters, action }: Props) {
  const [state, submit] = useActionState(action, idleForm)
  const words = newsletterWordsIn(language)
  const chosenIds = 'values' in state ? chosenIn(state.values) : newsletters.map(({ id }) => id)
  return (
    <form className="form" action={submit} noValidate aria-label={words.confirmHeading}>
      {state.status === 'refused' && (
        <p className="form-refused" role="alert">
          {state.message}
        </p>
      )}
      <HolderFields language={language} token={token} />
      <NewsletterChoices scope="confirm" newsletters={newsletters} chosenIds={chosenIds} legend={words.choose} />
      <SubmitButton>{words.confirmButton}</SubmitButton>
    </form>
  )
}
