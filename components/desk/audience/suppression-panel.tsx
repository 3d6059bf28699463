'use client'

import { useActionState } from 'react'
import { audienceWordsIn } from '@/components/desk/audience/words/words'
import { momentInShort } from '@/components/desk/desk-moment'
import { deskFault } from '@/components/desk/faults'
import { StateNote } from '@/components/desk/state-note'
import { TextField } from '@/components/forms/text-field'
import { filled } from '@/components/words/words'
import { releaseOf, type SuppressionReason } from '@/db/subscribers/suppression-rules'
import { type FormState, idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Action = (previous: FormState, form: FormData) => Promise<FormState>
type Suppression = {
  id: string
  reason: SuppressionReason
  newsletter: string | null
  newsletterId: string | null
  createdAt: Date
}

type Props = {
  language: Language
  timeZone: string
  subscriberId: string
  suppressions: readonly Suppression[]
  suppress: Action
  release: Action
}

/** Why somebody is not written to, with what lifts it, or the button that ends everything to them. */
export function SuppressionPanel({ language, timeZone, subscriberId, suppressions, suppress, release }: Props) {
  const words = audienceWordsIn(language)
  const act: Action = (previous, form) => (form.has('subscriberId') ? suppress(previous, form) : release(previous, form))
  const [state, submit] = useActionState(act, idleForm)
  const isEverywhere = suppressions.some(({ newsletterId }) => newsletterId === null)
  return (
    <section className="panel place-panel" aria-labelledby="suppression">
      <h2 id="suppression">{suppressions.length > 0 ? words.held : words.stop}</h2>
      <StateNote state={state} />
      {suppressions.map((one) => (
        <Held key={one.id} language={language} timeZone={timeZone} held={one} state={state} submit={submit} />
      ))}
      {!isEverywhere && (
        <form action={submit} className="form">
          <p className="quiet">{words.stopIntro}</p>
          <input type="hidden" name="subscriberId" value={subscriberId} />
          <p>
            <button className="button danger" type="submit">
              {words.stopNow}
            </button>
          </p>
        </form>
      )}
    </section>
  )
}

type HeldProps = {
  language: Language
  timeZone: string
  held: Suppression
  state: FormState
  submit: (form: FormData) => void
}

function Held({ language, timeZone, held, state, submit }: HeldProps) {
  const words = audienceWordsIn(language)
  const how = releaseOf(held.reason)
  return (
    <div className="form">
      <p>
        {words.ends[held.reason]} {held.newsletterId && <bdi>({held.newsletter})</bdi>}{' '}
        <span className="quiet">{filled(words.heldSince, { when: momentInShort(language, timeZone, held.createdAt) })}</span>
      </p>
      {how === 'never' && <p className="quiet">{words.releaseNever}</p>}
      {how !== 'never' && (
        <form action={submit} className="form" noValidate>
          <input type="hidden" name="id" value={held.id} />
          <p className="quiet">{words.releaseIntro}</p>
          {how === 'with-words' && (
            <TextField
              name="words"
              label={words.releaseWords}
              maxLength={500}
              scope={held.id}
              autoComplete="off"
              defaultValue={'values' in state ? state.values.words : ''}
              fault={deskFault(state, 'words', language)}
              isRequired
            />
          )}
          <p>
            <button className="button second" type="submit">
              {words.release}
            </button>
          </p>
        </form>
      )}
    </div>
  )
}
