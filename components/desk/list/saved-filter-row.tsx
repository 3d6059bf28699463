'use client'

import { useActionState } from 'react'
import { deskFault } from '@/components/desk/faults'
import { listWordsIn } from '@/components/desk/list/words/words'
import { StateNote } from '@/components/desk/state-note'
import { filled } from '@/components/words/words'
import type { SavedFilter } from '@/db/desk/rules'
import { type FormState, idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Act = (previous: FormState, form: FormData) => Promise<FormState>

type Props = { language: Language; filter: SavedFilter; isFirst: boolean; rename: Act; remove: Act; raise: Act }

/** A saved filter with what can be done to it. Removing asks once more. */
export function SavedFilterRow({ language, filter, isFirst, rename, remove, raise }: Props) {
  const [renamed, submitName] = useActionState(rename, idleForm)
  const [removed, submitRemoval] = useActionState(remove, idleForm)
  const [raised, submitRaise] = useActionState(raise, idleForm)
  const words = listWordsIn(language)
  const fault = deskFault(renamed, 'name', language)
  const id = `filter-${filter.id}`
  const named = { name: filter.name }
  return (
    <li>
      <form className="desk-actions" action={submitName} noValidate>
        <input type="hidden" name="id" value={filter.id} />
        <label className="visually-hidden" htmlFor={id}>
          {words.filterName}
        </label>
        <span className="field">
          <input
            key={filter.name}
            id={id}
            name="name"
            defaultValue={filter.name}
            maxLength={60}
            dir="auto"
            aria-invalid={fault ? true : undefined}
          />
          {fault && <span className="fault">{fault}</span>}
        </span>
        <button className="button second small" type="submit">
          {words.rename}
        </button>
      </form>
      <div className="desk-actions">
        {!isFirst && (
          <form action={submitRaise}>
            <input type="hidden" name="id" value={filter.id} />
            <button className="button quiet" type="submit" aria-label={filled(words.raise, named)}>
              ↑
            </button>
          </form>
        )}
        <details className="confirm">
          <summary>{words.remove}</summary>
          <form action={submitRemoval}>
            <input type="hidden" name="id" value={filter.id} />
            <button className="button danger small" type="submit">
              {filled(words.removeOne, named)}
            </button>
          </form>
        </details>
      </div>
      <StateNote state={[renamed, removed, raised].find((state) => state.status !== 'idle') ?? idleForm} />
    </li>
  )
}
