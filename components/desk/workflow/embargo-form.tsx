'use client'

import { moveFault } from '@/components/desk/workflow/faults'
import { MoveForm } from '@/components/desk/workflow/move-form'
import { keptIn, type MoveAction } from '@/components/desk/workflow/move-state'
import { WallTimeField } from '@/components/desk/workflow/wall-time-field'
import { workflowWordsIn } from '@/components/desk/workflow/words/words'
import { TextField } from '@/components/forms/text-field'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  timeZone: string
  articleId: string
  /** On the publication's wall clock; empty for none. */
  time: string
  note: string
  action: MoveAction
}

/** Sets until when nobody may see an article; an empty time lifts it. */
export function EmbargoForm({ language, timeZone, time, note, ...form }: Props) {
  const words = workflowWordsIn(language)
  return (
    <MoveForm language={language} label={words.setEmbargo} look="second" {...form}>
      {(state) => (
        <>
          <WallTimeField
            language={language}
            timeZone={timeZone}
            scope="embargo"
            label={words.embargoUntil}
            defaultValue={keptIn(state, 'time', time)}
            which={keptIn(state, 'which')}
            fault={moveFault(state, 'time', language)}
          />
          <TextField
            name="note"
            scope="embargo"
            label={words.embargoNote}
            maxLength={300}
            defaultValue={keptIn(state, 'note', note)}
            fault={moveFault(state, 'note', language)}
          />
          <p className="quiet">{words.embargoEmpty}</p>
        </>
      )}
    </MoveForm>
  )
}
