import { moveFault } from '@/components/desk/workflow/faults'
import { keptIn, type MoveState } from '@/components/desk/workflow/move-state'
import { WallTimeField } from '@/components/desk/workflow/wall-time-field'
import { workflowWordsIn } from '@/components/desk/workflow/words/words'
import { SelectField } from '@/components/forms/select-field'
import type { Language } from '@/lib/languages'

/** Somebody who can be chosen. */
export type Choice = { id: string; name: string }

type Props = {
  language: Language
  timeZone: string
  scope: string
  state: MoveState
  reviewers: readonly Choice[]
  reviewerId: string | null
  /** On the publication's wall clock. */
  dueTime: string
}

/** Who is asked to review, and until when. */
export function ReviewFields({ language, timeZone, scope, state, reviewers, reviewerId, dueTime }: Props) {
  const words = workflowWordsIn(language)
  const options = reviewers.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <SelectField
        name="reviewerId"
        scope={scope}
        label={words.reviewer}
        options={[{ value: '', label: words.anyReviewer }, ...options]}
        defaultValue={keptIn(state, 'reviewerId', reviewerId ?? '')}
        fault={moveFault(state, 'reviewerId', language)}
      />
      <WallTimeField
        language={language}
        timeZone={timeZone}
        scope={scope}
        label={words.due}
        defaultValue={keptIn(state, 'time', dueTime)}
        which={keptIn(state, 'which')}
        fault={moveFault(state, 'time', language)}
      />
    </>
  )
}
