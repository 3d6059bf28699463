'use server'

import { redirect } from 'next/navigation'
import type { MoveState } from '@/components/desk/workflow/move-state'
import { beginTranslation, followOriginal, joinTranslation, leaveTranslation } from '@/db/translations/commands'
import { beginTranslationInput, followInput, joinInput, leaveInput } from '@/db/translations/rules'
import { parseForm } from '@/lib/forms'
import { requireRight } from '../../../../session'
import { refuseTranslating, translated } from './outcomes'

/** Begins a translation, and opens it. */
export async function beginTranslationAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('article.write')
  const parsed = parseForm(beginTranslationInput, form)
  if (!parsed.ok) return parsed.state

  const { articleId, ...wanted } = parsed.input
  const begun = await beginTranslation(actor, articleId, wanted, new Date())
  return begun.outcome === 'begun' ? redirect(`/dashboard/articles/${begun.articleId}`) : refuseTranslating(begun.outcome, form)
}

/** Says that an article is a translation of another. */
export async function joinTranslationAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('article.write')
  const parsed = parseForm(joinInput, form)
  if (!parsed.ok) return parsed.state

  const { articleId, originalId } = parsed.input
  const outcome = await joinTranslation(actor, articleId, originalId, new Date())
  return outcome === 'joined' ? translated(articleId, outcome) : refuseTranslating(outcome, form)
}

/** Says that it is none. */
export async function leaveTranslationAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('article.write')
  const parsed = parseForm(leaveInput, form)
  if (!parsed.ok) return parsed.state

  const outcome = await leaveTranslation(actor, parsed.input.articleId, new Date())
  return outcome === 'left' ? translated(parsed.input.articleId, outcome) : refuseTranslating(outcome, form)
}

/** Notes that a translation says what its original says. */
export async function followOriginalAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('article.write')
  const parsed = parseForm(followInput, form)
  if (!parsed.ok) return parsed.state

  const { articleId, revisionId } = parsed.input
  const outcome = await followOriginal(actor, articleId, revisionId, new Date())
  return outcome === 'followed' ? translated(articleId, outcome) : refuseTranslating(outcome, form)
}
