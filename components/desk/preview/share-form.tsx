'use client'

import { useActionState } from 'react'
import { momentInWords } from '@/components/dates'
import type { LinkState } from '@/components/desk/preview/link-state'
import { MadeLink } from '@/components/desk/preview/made-link'
import { previewWordsIn } from '@/components/desk/preview/words/words'
import { StateNote } from '@/components/desk/state-note'
import { SelectField } from '@/components/forms/select-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { counted, filled } from '@/components/words/words'
import { previewDays } from '@/db/previews/rules'
import { idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  timeZone: string
  revisionId: string
  make: (previous: LinkState, form: FormData) => Promise<LinkState>
}

/** Makes a link to the revision for somebody without an account, and shows it once. */
export function ShareForm({ language, timeZone, revisionId, make }: Props) {
  const [state, submit] = useActionState(make, idleForm as LinkState)
  const words = previewWordsIn(language)
  const options = previewDays.map((days) => ({ value: String(days), label: counted(language, days, words.dayCounts) }))
  return (
    <form className="form" action={submit}>
      <p className="quiet">{words.shareIntro}</p>
      <input type="hidden" name="revisionId" value={revisionId} />
      <SelectField name="days" label={words.days} options={options} defaultValue="3" />
      <SubmitButton>{words.make}</SubmitButton>
      {state.status === 'made' ? (
        <MadeLink
          key={state.href}
          language={language}
          href={state.href}
          note={filled(words.goodUntil, { until: momentInWords(language, new Date(state.until), timeZone) })}
        />
      ) : (
        <StateNote state={state} />
      )}
    </form>
  )
}
