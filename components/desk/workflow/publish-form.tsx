'use client'

import { MoveForm } from '@/components/desk/workflow/move-form'
import type { MoveAction } from '@/components/desk/workflow/move-state'
import { UpdateField } from '@/components/desk/workflow/update-field'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  articleId: string
  changeId?: string
  headRevisionId: string
  label: string
  /** Readers have an earlier version: they can be told of the change. */
  isLive: boolean
  isUpdate?: boolean
  action: MoveAction
}

/** Publishes the version that is seen. */
export function PublishForm({ isLive, isUpdate = false, ...form }: Props) {
  return (
    <MoveForm {...form}>
      {(state) => isLive && <UpdateField language={form.language} scope="publish" state={state} isUpdate={isUpdate} />}
    </MoveForm>
  )
}
