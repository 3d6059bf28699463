'use server'

import type { MoveState } from '@/components/desk/workflow/move-state'
import {
  approveCorrection,
  dropCorrection,
  proposeCorrection,
  refuseCorrection,
  takeBackCorrection,
} from '@/db/corrections/commands'
import { declineOffer } from '@/db/corrections/offers'
import { correctionChoice, correctionReason, declineInput, proposeInput } from '@/db/corrections/rules'
import { parseForm } from '@/lib/forms'
import { requireRight } from '../../../../session'
import { refuseCorrecting, settled } from './outcomes'

/** Proposes to tell readers what was wrong or is now clearer. */
export async function proposeCorrectionAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('article.write')
  const parsed = parseForm(proposeInput, form)
  if (!parsed.ok) return parsed.state

  const { articleId, ...proposal } = parsed.input
  const { outcome } = await proposeCorrection(actor, articleId, proposal, new Date())
  return outcome === 'proposed' ? settled(articleId, outcome) : refuseCorrecting(outcome, form)
}

/** Tells readers what somebody has proposed to tell them. */
export async function approveCorrectionAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('article.correct')
  const parsed = parseForm(correctionChoice, form)
  if (!parsed.ok) return parsed.state

  const outcome = await approveCorrection(actor, parsed.input.correctionId, new Date())
  return outcome === 'approved' ? settled(parsed.input.articleId, outcome) : refuseCorrecting(outcome, form)
}

/** Refuses what somebody has proposed. */
export async function refuseCorrectionAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('article.review')
  const parsed = parseForm(correctionReason, form)
  if (!parsed.ok) return parsed.state

  const { articleId, correctionId, reason } = parsed.input
  const outcome = await refuseCorrection(actor, correctionId, reason, new Date())
  return outcome === 'refused' ? settled(articleId, outcome) : refuseCorrecting(outcome, form)
}

/** Drops what one has proposed. */
export async function dropCorrectionAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('article.write')
  const parsed = parseForm(correctionChoice, form)
  if (!parsed.ok) return parsed.state

  const outcome = await dropCorrection(actor, parsed.input.correctionId, new Date())
  return outcome === 'dropped' ? settled(parsed.input.articleId, outcome) : refuseCorrecting(outcome, form)
}

/** Takes back what readers should not have been told. */
export async function takeBackCorrectionAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('article.correct')
  const parsed = parseForm(correctionReason, form)
  if (!parsed.ok) return parsed.state

  const { articleId, correctionId, reason } = parsed.input
  const outcome = await takeBackCorrection(actor, correctionId, reason, new Date())
  return outcome === 'taken-back' ? settled(articleId, outcome) : refuseCorrecting(outcome, form)
}

/** Declines a correction of another edition. */
export async function declineOfferAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('article.write')
  const parsed = parseForm(declineInput, form)
  if (!parsed.ok) return parsed.state

  const outcome = await declineOffer(actor, parsed.input, new Date())
  return outcome === 'declined' ? settled(parsed.input.articleId, outcome) : refuseCorrecting(outcome, form)
}
