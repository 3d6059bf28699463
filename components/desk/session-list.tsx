'use client'

import { useActionState } from 'react'
import { ActionButton } from '@/components/desk/action-button'
import { StateNote } from '@/components/desk/state-note'
import { deskWordsIn } from '@/components/desk/words/words'
import { filled } from '@/components/words/words'
import { type FormState, idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  timeZone: string
  sessions: readonly { id: string; device: string; seenAt: Date; createdAt: Date }[]
  /** The one this page is seen in. */
  current: string
  end: (previous: FormState, form: FormData) => Promise<FormState>
  endOthers: () => Promise<FormState>
}

/** Where somebody is signed in, with a way to end each. */
export function SessionList({ language, timeZone, sessions, current, end, endOthers }: Props) {
  const [state, submit] = useActionState(end, idleForm)
  const [othersState, submitOthers] = useActionState(endOthers, idleForm)
  const words = deskWordsIn(language)
  const when = (moment: Date) =>
    new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(moment)
  return (
    <section>
      <h2>{words.sessions}</h2>
      <StateNote state={state.status === 'idle' ? othersState : state} />
      <ul className="rows">
        {sessions.map(({ id, device, seenAt, createdAt }) => (
          <li key={id}>
            <span>
              <strong>{device || words.unknownDevice}</strong>{' '}
              <span className="quiet">
                {id === current ? words.thisSession : filled(words.lastUsed, { when: when(seenAt) })} ·{' '}
                {filled(words.since, { when: when(createdAt) })}
              </span>
            </span>
            {id !== current && <ActionButton label={words.end} action={submit} id={id} />}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && <ActionButton label={words.endOthers} action={submitOthers} />}
    </section>
  )
}
