'use client'

import Link from 'next/link'
import { useActionState } from 'react'
import { nameWordsIn } from '@/components/desk/names/words/words'
import { StateNote } from '@/components/desk/state-note'
import type { ListedName } from '@/db/names/rules'
import { type FormState, idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  path: string
  rows: readonly ListedName[]
  action: (previous: FormState, form: FormData) => Promise<FormState>
}

/** Which of several stays when they become one; what cannot be taken back is said before the button. */
export function MergeForm({ language, path, rows, action }: Props) {
  const [state, submit] = useActionState(action, idleForm)
  const words = nameWordsIn(language)
  const chosen = 'values' in state ? state.values.target : rows.toSorted((one, other) => other.articles - one.articles)[0]?.id
  return (
    <form className="form" action={submit}>
      <StateNote state={state} />
      <fieldset className="merge-choice">
        <legend>{words.stays}</legend>
        {rows.map((row) => (
          <p key={row.id} className="field check">
            <input type="radio" id={`target-${row.id}`} name="target" value={row.id} defaultChecked={row.id === chosen} />
            <label htmlFor={`target-${row.id}`}>
              <bdi>{row.name}</bdi>
            </label>
            <span className="quiet">
              <bdi className="address">{row.slug}</bdi> · {words.articles}: {new Intl.NumberFormat(language).format(row.articles)}
            </span>
            <input type="hidden" name="id" value={row.id} />
          </p>
        ))}
      </fieldset>
      <p className="alarm">{words.mergeForGood}</p>
      <div className="desk-actions">
        <button className="button danger" type="submit">
          {words.mergeNow}
        </button>
        <Link href={path} prefetch={false}>
          {words.cancel}
        </Link>
      </div>
    </form>
  )
}
