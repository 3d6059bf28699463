'use client'

import { useActionState } from 'react'
import { deskFault } from '@/components/desk/faults'
import { redirectWordsIn } from '@/components/desk/redirects/words/words'
import { StateNote } from '@/components/desk/state-note'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextField } from '@/components/forms/text-field'
import { type FormState, idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  /** Null for one that is to be made. */
  redirect: { id: string; path: string; to: string } | null
  action: (previous: FormState, form: FormData) => Promise<FormState>
}

/** Where an address of ours is to lead. */
export function RedirectForm({ language, redirect, action }: Props) {
  const [state, submit] = useActionState(action, idleForm)
  const words = redirectWordsIn(language)
  const typed = (field: string, initial: string) => ('values' in state ? (state.values[field] ?? '') : initial)
  return (
    <form className="form" action={submit} noValidate>
      <StateNote state={state} />
      {redirect && (
        <>
          <input type="hidden" name="id" value={redirect.id} />
          <input type="hidden" name="seenFrom" value={redirect.path} />
          <input type="hidden" name="seenTo" value={redirect.to} />
        </>
      )}
      <div className="columns">
        <div>
          <TextField
            name="from"
            label={words.from}
            maxLength={2000}
            autoComplete="off"
            defaultValue={typed('from', redirect?.path ?? '')}
            fault={deskFault(state, 'from', language)}
            isRequired
          />
          <p className="quiet hint">{words.fromHint}</p>
        </div>
        <div>
          <TextField
            name="to"
            label={words.to}
            maxLength={2000}
            autoComplete="off"
            defaultValue={typed('to', redirect?.to ?? '')}
            fault={deskFault(state, 'to', language)}
            isRequired
          />
          <p className="quiet hint">{words.toHint}</p>
        </div>
      </div>
      <SubmitButton>{redirect ? words.save : words.addNow}</SubmitButton>
    </form>
  )
}
