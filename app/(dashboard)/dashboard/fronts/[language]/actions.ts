'use server'

import { refresh } from 'next/cache'
import type { PublishAnswer, SaveAnswer } from '@/components/desk/front/answers'
import { frontWordsIn } from '@/components/desk/front/words/words'
import { listCandidates } from '@/db/fronts/candidates'
import { publishFront, restoreArrangement, saveDraft } from '@/db/fronts/commands'
import { draftInput, editionInput, numberInput, restoreInput, wordsInput } from '@/db/fronts/input'
import type { FrontArticle } from '@/db/fronts/rules'
import { type FormState, parseForm, refuse } from '@/lib/forms'
import { readLanguage, requireRight } from '../../../session'
import { tellDraft, tellPublication } from './outcomes'

/** Saves what somebody has made of a front; together with what somebody else has saved meanwhile. */
export async function saveDraftAction(edition: unknown, draft: unknown): Promise<SaveAnswer> {
  const actor = await requireRight('front.edit')
  const words = frontWordsIn(await readLanguage())
  const [language, parsed] = [editionInput.safeParse(edition), draftInput.safeParse(draft)]
  if (!language.success || !parsed.success) return { status: 'refused', message: words.unreadable }

  const now = new Date()
  return tellDraft(language.data, await saveDraft(actor, language.data, parsed.data, now), words, now)
}

/** Puts the draft up for readers. */
export async function publishFrontAction(edition: unknown, number: unknown): Promise<PublishAnswer> {
  const actor = await requireRight('front.publish')
  const words = frontWordsIn(await readLanguage())
  const [language, parsed] = [editionInput.safeParse(edition), numberInput.safeParse(number)]
  if (!language.success || !parsed.success) return { status: 'refused', message: words.unreadable }

  return tellPublication(await publishFront(actor, language.data, parsed.data, new Date()), await readLanguage())
}

/** Articles that can be placed; null for what cannot be looked for. */
export async function listCandidatesAction(edition: unknown, words: unknown): Promise<FrontArticle[] | null> {
  await requireRight('front.edit')
  const [language, parsed] = [editionInput.safeParse(edition), wordsInput.safeParse(words)]
  return language.success && parsed.success ? listCandidates(language.data, parsed.data, new Date()) : null
}

/** Makes an arrangement of the history the draft. */
export async function restoreArrangementAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('front.edit')
  const words = frontWordsIn(await readLanguage())
  const parsed = parseForm(restoreInput, form)
  if (!parsed.ok) return refuse(words.goneFromHistory)

  const outcome = await restoreArrangement(actor, parsed.input.edition, parsed.input.number, new Date())
  switch (outcome) {
    case 'restored':
      refresh()
      return { status: 'done', message: words.restored }
    case 'unknown':
      return refuse(words.goneFromHistory)
    case 'not-allowed':
      return refuse(words.notAllowed)
  }
}
