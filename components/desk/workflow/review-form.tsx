'use client'

import { MoveForm } from '@/components/desk/workflow/move-form'
import type { MoveAction } from '@/components/desk/workflow/move-state'
import { type Choice, ReviewFields } from '@/components/desk/workflow/review-fields'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  timeZone: string
  articleId: string
  changeId?: string
  headRevisionId?: string
  reviewers: readonly Choice[]
  reviewerId?: string | null
  dueTime?: string
  label: string
  action: MoveAction
}

/** Asks for a review: of a draft that is handed in, or of somebody else. */
export function ReviewForm({ language, timeZone, reviewers, reviewerId = null, dueTime = '', ...form }: Props) {
  const scope = form.headRevisionId === undefined ? 'assign' : 'submit'
  return (
    <MoveForm language={language} look={scope === 'submit' ? 'first' : 'second'} {...form}>
      {(state) => (
        <ReviewFields
          language={language}
          timeZone={timeZone}
          scope={scope}
          state={state}
          reviewers={reviewers}
          reviewerId={reviewerId}
          dueTime={dueTime}
        />
      )}
    </MoveForm>
  )
}
