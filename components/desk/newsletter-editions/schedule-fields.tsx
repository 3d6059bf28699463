import { editionFault } from '@/components/desk/newsletter-editions/edition-move-form'
import type { EditionWords } from '@/components/desk/newsletter-editions/words/en'
import { keptIn, type MoveState } from '@/components/desk/workflow/move-state'
import { WallTimeField } from '@/components/desk/workflow/wall-time-field'
import type { EditionTiming } from '@/db/newsletter-editions/rules'
import type { Language } from '@/lib/languages'

type Props = {
  words: EditionWords
  language: Language
  timeZone: string
  state: MoveState
  sendTime: string
  timing: EditionTiming
}

/** When an edition goes out, and by whose clock. */
export function ScheduleFields({ words, language, timeZone, state, sendTime, timing }: Props) {
  const chosen = keptIn(state, 'timing', timing)
  return (
    <>
      <WallTimeField
        language={language}
        timeZone={timeZone}
        scope="edition"
        label={words.sendTime}
        defaultValue={keptIn(state, 'time', sendTime)}
        which={keptIn(state, 'which')}
        fault={editionFault(words, state, 'time')}
        isRequired
      />
      <fieldset className="which">
        <legend>{words.timing}</legend>
        {(['absolute', 'recipient'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="timing" value={one} defaultChecked={chosen === one} /> {words.timings[one]}
          </label>
        ))}
      </fieldset>
    </>
  )
}
