'use client'

import { useActionState } from 'react'
import { type FormState, idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'
import { SubmitButton } from '../forms/submit-button'
import { HolderFields } from './holder-fields'
import { newsletterWordsIn } from './words/words'

type Props = {
  language: Language
  token: string
  action: (previous: FormState, form: FormData) => Promise<FormState>
}

/** Where somebody has everything erased: behind its name, and only with the box ticked, as nothing brings it back. */
export function EraseForm({ language, token, action }: Props) {
  const [state, submit] = useActionState(action, idleForm)
  const words = newsletterWordsIn(language)
  return (
    <section className="form-section" aria-labelledby="erase">
      <h2 id="erase">{words.eraseHeading}</h2>
      <p>{words.eraseText}</p>
      <details open={state.status === 'refused'}>
        <summary>{words.eraseSure}</summary>
        <form className="form" action={submit} noValidate aria-label={words.eraseHeading}>
          {state.status === 'refused' && (
            <p className="form-refused" role="alert">
              {state.message}
            </p>
          )}
          <HolderFields language={language} token={token} />
          <p className="newsletter-choices">
            <label htmlFor="erase-sure">
              <input type="checkbox" id="erase-sure" name="sure" /> {words.eraseSure}
            </label>
          </p>
          <SubmitButton>{words.eraseButton}</SubmitButton>
        </form>
      </details>
    </section>
  )
}
