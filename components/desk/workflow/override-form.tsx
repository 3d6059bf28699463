'use client'

import { moveFault } from '@/components/desk/workflow/faults'
import { MoveForm } from '@/components/desk/workflow/move-form'
import { keptIn, type MoveAction } from '@/components/desk/workflow/move-state'
import { workflowWordsIn } from '@/components/desk/workflow/words/words'
import { TextAreaField } from '@/components/forms/text-area-field'
import type { CheckName } from '@/db/articles/rules'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  articleId: string
  headRevisionId: string
  check: CheckName
  /** The findings it is about. */
  keys: readonly string[]
  action: MoveAction
}

/** Answers for publishing in spite of a check. */
export function OverrideForm({ check, keys, ...form }: Props) {
  const { language } = form
  const words = workflowWordsIn(language)
  return (
    <MoveForm label={words.overrideSave} look="second" {...form}>
      {(state) => (
        <>
          <input type="hidden" name="check" value={check} />
          <input type="hidden" name="keys" value={keys.join(' ')} />
          <TextAreaField
            name="reason"
            scope={check}
            label={words.overrideReason}
            rows={2}
            maxLength={1000}
            defaultValue={keptIn(state, 'reason')}
            fault={moveFault(state, 'reason', language)}
            isRequired
          />
          <p className="quiet">{words.overrideHint}</p>
        </>
      )}
    </MoveForm>
  )
}
