'use client'

import { moveFault } from '@/components/desk/workflow/faults'
import { MoveForm } from '@/components/desk/workflow/move-form'
import { keptIn, type MoveAction } from '@/components/desk/workflow/move-state'
import type { Choice } from '@/components/desk/workflow/review-fields'
import { workflowWordsIn } from '@/components/desk/workflow/words/words'
import { SelectField } from '@/components/forms/select-field'
import type { Language } from '@/lib/languages'

type Props = { language: Language; articleId: string; people: readonly Choice[]; action: MoveAction }

/** Gives an article to somebody else. */
export function OwnerForm({ language, people, ...form }: Props) {
  const words = workflowWordsIn(language)
  const options = [{ value: '', label: words.choose }, ...people.map(({ id, name }) => ({ value: id, label: name }))]
  return (
    <MoveForm language={language} label={words.give} look="second" {...form}>
      {(state) => (
        <SelectField
          name="ownerId"
          scope="give"
          label={words.newOwner}
          options={options}
          defaultValue={keptIn(state, 'ownerId')}
          fault={moveFault(state, 'ownerId', language)}
          isRequired
        />
      )}
    </MoveForm>
  )
}
