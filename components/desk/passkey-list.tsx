'use client'

import { useActionState } from 'react'
import { ActionButton } from '@/components/desk/action-button'
import { StateNote } from '@/components/desk/state-note'
import { deskWordsIn } from '@/components/desk/words/words'
import { type FormState, idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  passkeys: readonly { id: string; name: string }[]
  remove: (previous: FormState, form: FormData) => Promise<FormState>
}

/** Somebody's passkeys, each of which can be taken away. */
export function PasskeyList({ language, passkeys, remove }: Props) {
  const [state, submit] = useActionState(remove, idleForm)
  const words = deskWordsIn(language)
  return (
    <section>
      <h2>{words.passkey}</h2>
      <StateNote state={state} />
      {passkeys.length === 0 && <p className="quiet">{words.noPasskeys}</p>}
      <ul className="rows">
        {passkeys.map(({ id, name }) => (
          <li key={id}>
            <span>{name}</span>
            <ActionButton label={words.remove} action={submit} id={id} />
          </li>
        ))}
      </ul>
    </section>
  )
}
