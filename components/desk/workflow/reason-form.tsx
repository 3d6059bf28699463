'use client'

import { moveFault } from '@/components/desk/workflow/faults'
import { MoveForm } from '@/components/desk/workflow/move-form'
import { keptIn, type MoveAction } from '@/components/desk/workflow/move-state'
import { workflowWordsIn } from '@/components/desk/workflow/words/words'
import { TextAreaField } from '@/components/forms/text-area-field'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  articleId: string
  changeId?: string
  headRevisionId?: string
  scope: string
  label: string
  look?: 'first' | 'second' | 'danger'
  isRequired?: boolean
  action: MoveAction
}

/** A move for which a reason is given. */
export function ReasonForm({ scope, isRequired = false, ...form }: Props) {
  const { language } = form
  const words = workflowWordsIn(language)
  return (
    <MoveForm {...form}>
      {(state) => (
        <TextAreaField
          name="reason"
          scope={scope}
          label={isRequired ? words.reason : words.reasonOptional}
          rows={3}
          maxLength={2000}
          defaultValue={keptIn(state, 'reason')}
          fault={moveFault(state, 'reason', language)}
          isRequired={isRequired}
        />
      )}
    </MoveForm>
  )
}
