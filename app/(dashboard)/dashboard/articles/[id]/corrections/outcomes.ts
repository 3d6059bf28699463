import { redirect } from 'next/navigation'
import type { CorrectionWords } from '@/components/desk/corrections/words/en'
import { correctionWordsIn } from '@/components/desk/corrections/words/words'
import type { MoveState } from '@/components/desk/workflow/move-state'
import { refuse } from '@/lib/forms'
import { readLanguage } from '../../../../session'

/** Shows the page anew, which says what was done. */
export function settled(articleId: string, done: keyof CorrectionWords['done']): never {
  redirect(`/dashboard/articles/${articleId}/corrections?done=${done}`)
}

/** Why something was not done, in words. */
export async function refuseCorrecting(outcome: keyof CorrectionWords['refusals'], form: FormData): Promise<MoveState> {
  if (outcome === 'ask-again') {
    const { values } = { values: {}, ...refuse('', form) }
    return { status: 'ask-again', values }
  }
  return refuse(correctionWordsIn(await readLanguage()).refusals[outcome], form)
}
