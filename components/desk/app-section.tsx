'use client'

import { useActionState } from 'react'
import { ActionButton } from '@/components/desk/action-button'
import { StateNote } from '@/components/desk/state-note'
import { deskWordsIn } from '@/components/desk/words/words'
import { type FormState, idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Props = { language: Language; hasApp: boolean; remove: () => Promise<FormState> }

/** Whether somebody has an authenticator app, with a way to take it away, and the way to set up more. */
export function AppSection({ language, hasApp, remove }: Props) {
  const [state, submit] = useActionState(remove, idleForm)
  const words = deskWordsIn(language)
  return (
    <section>
      <h2>{words.app}</h2>
      <StateNote state={state} />
      <p>{hasApp ? words.appOn : words.appOff}</p>
      {hasApp && <ActionButton label={words.removeApp} action={submit} />}
      <p>
        <a href="/sign-in/enrol">{words.enrol}</a> · <a href="/sign-in/second-factor">{words.secondFactor}</a>
      </p>
    </section>
  )
}
