import { keptIn, type MoveState } from '@/components/desk/workflow/move-state'
import { workflowWordsIn } from '@/components/desk/workflow/words/words'
import { CheckField } from '@/components/forms/check-field'
import type { Language } from '@/lib/languages'

type Props = { language: Language; scope: string; state: MoveState; isUpdate: boolean }

/** Whether readers are told that the article has changed. */
export function UpdateField({ language, scope, state, isUpdate }: Props) {
  const words = workflowWordsIn(language)
  return (
    <CheckField
      name="isUpdate"
      scope={scope}
      label={words.isUpdate}
      hint={words.isUpdateHint}
      defaultChecked={keptIn(state, 'isUpdate', isUpdate ? 'on' : '') === 'on'}
    />
  )
}
