'use client'

import { MoveForm } from '@/components/desk/workflow/move-form'
import { keptIn, type MoveAction } from '@/components/desk/workflow/move-state'
import { workflowWordsIn } from '@/components/desk/workflow/words/words'
import { CheckField } from '@/components/forms/check-field'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  articleId: string
  headRevisionId: string
  /** Readers have an earlier version: they can be told of the change. */
  isLive: boolean
  action: MoveAction
}

/** Publishes the version that is seen. */
export function PublishForm({ language, isLive, ...form }: Props) {
  const words = workflowWordsIn(language)
  return (
    <MoveForm language={language} label={words.moves.publish} {...form}>
      {(state) =>
        isLive && (
          <CheckField
            name="isUpdate"
            scope="publish"
            label={words.isUpdate}
            hint={words.isUpdateHint}
            defaultChecked={keptIn(state, 'isUpdate') === 'on'}
          />
        )
      }
    </MoveForm>
  )
}
