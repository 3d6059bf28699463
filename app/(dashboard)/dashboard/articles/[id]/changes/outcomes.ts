import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import type { ChangeWords } from '@/components/desk/changes/words/en'
import { changeWordsIn } from '@/components/desk/changes/words/words'
import type { MoveState } from '@/components/desk/workflow/move-state'
import type { Refusal } from '@/db/articles/workflow-facts'
import { isUuid } from '@/lib/checks'
import { refuse } from '@/lib/forms'
import { readLanguage } from '../../../../session'
import { readWords, refuseMove } from '../publish/outcomes'

/** Shows the change's page anew, which says what was done. The address is of ids alone: what is none leads to the desk. */
export function changed(form: FormData, done: keyof ChangeWords['done']): never {
  const [articleId, changeId] = [form.get('articleId'), form.get('changeId')]
  if (!isUuid(articleId) || !isUuid(changeId)) redirect('/dashboard')
  redirect(`/dashboard/articles/${articleId}/changes/${changeId}?done=${done}`)
}

type Refused = Refusal | 'unknown' | 'conflict' | 'obstructed' | 'in-the-past' | 'too-far'

/** Why a move was not made, in words. */
export async function refuseChange(outcome: Refused, form: FormData): Promise<MoveState> {
  refresh()
  switch (outcome) {
    case 'conflict':
      return refuse((await readChangeWords()).conflict, form)
    case 'unknown':
      return refuse((await readChangeWords()).unknown, form)
    case 'obstructed':
    case 'in-the-past':
    case 'too-far':
      return refuse((await readWords()).scheduling[outcome], form)
    case 'ask-again':
    case 'second-person':
    case 'not-allowed':
    case 'not-now':
    case 'changed-meanwhile':
      return refuseMove(outcome, form)
  }
}

/** A refusal as one sentence. */
export async function inWords(outcome: Refusal | 'unknown'): Promise<string> {
  const words = await readWords()
  switch (outcome) {
    case 'unknown':
      return (await readChangeWords()).unknown
    case 'changed-meanwhile':
      return words.changedMeanwhile
    case 'ask-again':
    case 'second-person':
    case 'not-allowed':
    case 'not-now':
      return words.refusals[outcome]
  }
}

/** The words about changes in the language of whoever is signed in. */
export async function readChangeWords(): Promise<ChangeWords> {
  return changeWordsIn(await readLanguage())
}
