'use client'

import { moveFault } from '@/components/desk/workflow/faults'
import { MoveForm } from '@/components/desk/workflow/move-form'
import { keptIn, type MoveAction } from '@/components/desk/workflow/move-state'
import { UpdateField } from '@/components/desk/workflow/update-field'
import { WallTimeField } from '@/components/desk/workflow/wall-time-field'
import { workflowWordsIn } from '@/components/desk/workflow/words/words'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  timeZone: string
  articleId: string
  changeId?: string
  headRevisionId: string
  label: string
  /** Asked only of what readers have a version of: whether they are told of the change. */
  isUpdate?: boolean
  /** The time it is scheduled for already, on the publication's wall clock. */
  time: string
  action: MoveAction
}

/** Schedules the version that is seen, to the minute. */
export function ScheduleForm({ language, timeZone, time, isUpdate, ...form }: Props) {
  const words = workflowWordsIn(language)
  return (
    <MoveForm language={language} {...form}>
      {(state) => (
        <>
          <WallTimeField
            language={language}
            timeZone={timeZone}
            scope="schedule"
            label={words.time}
            defaultValue={keptIn(state, 'time', time)}
            which={keptIn(state, 'which')}
            fault={moveFault(state, 'time', language)}
            isRequired
          />
          {isUpdate !== undefined && <UpdateField language={language} scope="schedule" state={state} isUpdate={isUpdate} />}
        </>
      )}
    </MoveForm>
  )
}
