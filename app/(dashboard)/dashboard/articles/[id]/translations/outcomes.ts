import { redirect } from 'next/navigation'
import type { TranslationWords } from '@/components/desk/translations/words/en'
import { translationWordsIn } from '@/components/desk/translations/words/words'
import type { MoveState } from '@/components/desk/workflow/move-state'
import { refuse } from '@/lib/forms'
import { readLanguage } from '../../../../session'

/** Shows the page anew, which says what was done. */
export function translated(articleId: string, done: keyof TranslationWords['done']): never {
  redirect(`/dashboard/articles/${articleId}/translations?done=${done}`)
}

/** Why something was not done, in words. */
export async function refuseTranslating(outcome: keyof TranslationWords['refusals'], form: FormData): Promise<MoveState> {
  return refuse(translationWordsIn(await readLanguage()).refusals[outcome], form)
}
