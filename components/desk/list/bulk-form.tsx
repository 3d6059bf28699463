'use client'

import { type ChangeEvent, type ReactNode, useActionState, useState } from 'react'
import { BulkFields } from '@/components/desk/list/bulk-fields'
import { BulkOutcome } from '@/components/desk/list/bulk-outcome'
import type { BulkState } from '@/components/desk/list/bulk-state'
import { listWordsIn } from '@/components/desk/list/words/words'
import { filled } from '@/components/words/words'
import { bulkAtMost, type DeskChoices } from '@/db/desk/rules'
import { idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  choices: DeskChoices
  /** How many articles match what the page asks, `search`. */
  count: number
  search: string
  change: (previous: BulkState, form: FormData) => Promise<BulkState>
  /** The list, with a box for each article. */
  children: ReactNode
}

/** Around the list: what can be done with the articles that are chosen in it. */
export function BulkForm({ language, choices, count, search, change, children }: Props) {
  const [state, submit, isPending] = useActionState(change, idleForm)
  const [chosen, setChosen] = useState(0)
  const words = listWordsIn(language)
  const recount = (event: ChangeEvent<HTMLFormElement>) =>
    setChosen(boxesOf(event.currentTarget).filter((box) => box.checked).length)
  const figure = (number: number) => new Intl.NumberFormat(language).format(number)
  return (
    <form className="bulk" action={submit} onChange={recount} onReset={() => setChosen(0)} noValidate>
      <BulkOutcome language={language} state={state} />
      <details className="bulk-bar" open={chosen > 0 || undefined}>
        <summary>
          {words.bulk}
          {chosen > 0 && <span className="quiet"> · {filled(words.bulkChosen, { count: figure(chosen) })}</span>}
        </summary>
        <div className="bulk-choice">
          <button
            className="button second small needs-script"
            type="button"
            onClick={(event) => setChosen(chooseAll(event.currentTarget.form))}
          >
            {words.bulkPage}
          </button>
          {count > bulkAtMost ? (
            <p className="quiet">{filled(words.bulkAllTooMany, { count: figure(bulkAtMost) })}</p>
          ) : (
            <label>
              <input type="checkbox" name="scope" value="all" /> {filled(words.bulkAll, { count: figure(count) })}
            </label>
          )}
        </div>
        <input type="hidden" name="search" value={search} />
        <BulkFields language={language} choices={choices} isPending={isPending} />
      </details>
      {children}
    </form>
  )
}

function boxesOf(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>('input[name="article"]')]
}

/** Chooses every article of the page, or none if all are chosen; answers how many are. */
function chooseAll(form: HTMLFormElement | null): number {
  if (!form) return 0
  const boxes = boxesOf(form)
  const isWanted = boxes.some((box) => !box.checked)
  for (const box of boxes) box.checked = isWanted
  return isWanted ? boxes.length : 0
}
