'use client'

import { type ReactNode, useActionState } from 'react'
import { MoveNote } from '@/components/desk/workflow/move-note'
import { idleMove, type MoveAction, type MoveState } from '@/components/desk/workflow/move-state'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  articleId: string
  /** The pending change that it is about; without it the article itself. */
  changeId?: string
  /** The version that is seen; for moves that are about it. */
  headRevisionId?: string
  action: MoveAction
  label: string
  look?: 'first' | 'second' | 'danger'
  /** Its fields, as they stand after the last answer. */
  children?: (state: MoveState) => ReactNode
}

/** A move with its button, and what became of it. */
export function MoveForm({ language, articleId, changeId, headRevisionId, action, label, look = 'first', children }: Props) {
  const [state, submit, isPending] = useActionState(action, idleMove)
  return (
    <form className="form" action={submit} noValidate>
      <MoveNote language={language} state={state} />
      <input type="hidden" name="articleId" value={articleId} />
      {changeId !== undefined && <input type="hidden" name="changeId" value={changeId} />}
      {headRevisionId !== undefined && <input type="hidden" name="headRevisionId" value={headRevisionId} />}
      {children?.(state)}
      <button className={`button ${look}`} type="submit" disabled={isPending}>
        {label}
      </button>
    </form>
  )
}
