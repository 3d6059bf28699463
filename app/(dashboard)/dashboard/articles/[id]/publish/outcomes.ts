import { redirect } from 'next/navigation'
import type { MoveState } from '@/components/desk/workflow/move-state'
import type { WorkflowWords } from '@/components/desk/workflow/words/en'
import { workflowWordsIn } from '@/components/desk/workflow/words/words'
import type { Refusal } from '@/db/articles/workflow-facts'
import { refuse } from '@/lib/forms'
import { readLanguage } from '../../../../session'

/** Shows the page anew, which says what was done. */
export function moved(articleId: string, done: keyof WorkflowWords['done']): never {
  redirect(`/dashboard/articles/${articleId}/publish?done=${done}`)
}

/** Why a move was not made, in words. */
export async function refuseMove(outcome: Refusal | 'unknown', form: FormData): Promise<MoveState> {
  const words = await readWords()
  switch (outcome) {
    case 'ask-again': {
      const { values } = { values: {}, ...refuse('', form) }
      return { status: 'ask-again', values }
    }
    case 'second-person':
    case 'not-allowed':
    case 'not-now':
      return refuse(words.refusals[outcome], form)
    case 'changed-meanwhile':
      return refuse(words.changedMeanwhile, form)
    case 'unknown':
      return refuse(words.unknownArticle, form)
  }
}

/** The words of the page in the language of whoever is signed in. */
export async function readWords(): Promise<WorkflowWords> {
  return workflowWordsIn(await readLanguage())
}
