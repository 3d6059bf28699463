'use client'

import { useActionState } from 'react'
import { chosenIn, type SignUpSource } from '@/db/subscribers/rules'
import type { FormState } from '@/lib/forms'
import type { Language } from '@/lib/languages'
import { fieldFault, typedInto } from '../forms/field-faults'
import { TextField } from '../forms/text-field'
import { NewsletterChoices } from './newsletter-choices'
import { SecondStepNote } from './second-step-note'
import { Trap } from './trap'
import { newsletterWordsIn } from './words/words'

/** The state of a sign-up form: of any form, or at its second step, with what it has to bring back. */
export type SignUpState = FormState | { status: 'second'; stamp: string; note: string; values: Record<string, string> }

export type SignUpAction = (previous: SignUpState, form: FormData) => Promise<SignUpState>

type Props = {
  language: Language
  action: SignUpAction
  newsletters: readonly { id: string; name: string }[]
  /** What is ticked before anybody has ticked anything. */
  featuredIds: readonly string[]
  source: SignUpSource
  /** The address of the page it stands on. */
  sourcePath: string
  /** What is agreed to by the button, and where it is explained. */
  consent: string
  privacyHref: string | null
  /** Of a confirmation that is over: shows that the address is known to be theirs. */
  proof?: string
}

/**
 * Where a reader signs up: an address, and the newsletters to be ticked. Without script it is an ordinary form that comes back: with what was typed
 * and what is wrong with it, or with the second step.
 */
export function SignUpForm({ language, action, newsletters, featuredIds, source, sourcePath, proof, ...shown }: Props) {
  const [state, submit] = useActionState(action, { status: 'idle' })
  const words = newsletterWordsIn(language)
  const formState = state.status === 'second' ? { status: 'idle' as const } : state
  const values = 'values' in state ? state.values : null
  const stamp = state.status === 'second' ? state.stamp : (values?.stamp ?? '')
  const isSecond = stamp !== ''
  const chosenIds = values ? chosenIn(values) : featuredIds
  const others = newsletters.filter(({ id }) => !featuredIds.includes(id))
  const featured = newsletters.filter(({ id }) => featuredIds.includes(id))
  return (
    <form className="form sign-up-form" action={submit} noValidate aria-label={words.signUp}>
      {state.status === 'second' && <SecondStepNote language={language} note={state.note} />}
      {state.status === 'refused' && (
        <p className="form-refused" role="alert">
          {state.message}
        </p>
      )}
      {Object.entries({ language, source, sourcePath, proof, stamp }).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <Trap label={words.trap} scope="sign-up" />
      <TextField
        name="email"
        type="email"
        label={words.email}
        autoComplete="email"
        maxLength={320}
        scope="sign-up"
        defaultValue={values?.email ?? typedInto(formState, 'email')}
        fault={fieldFault(formState, 'email', language)}
        isRequired
      />
      <NewsletterChoices
        scope="sign-up"
        newsletters={isSecond ? newsletters : featured}
        chosenIds={chosenIds}
        legend={words.choose}
      />
      {!isSecond && others.length > 0 && (
        <details open={others.some(({ id }) => chosenIds.includes(id))}>
          <summary>{words.others}</summary>
          <NewsletterChoices scope="sign-up" newsletters={others} chosenIds={chosenIds} legend={words.others} isNamedAbove />
        </details>
      )}
      <p className="consent">
        {shown.consent} {shown.privacyHref && <a href={shown.privacyHref}>{words.privacy}</a>}
      </p>
      {/* biome-ignore lint/a11y/noAutofocus: Without script the whole page comes back: this leads to what has to be done on it. */}
      <button className="button" type="submit" autoFocus={state.status === 'invalid' || state.status === 'refused'}>
        {isSecond ? words.secondButton : words.signUp}
      </button>
    </form>
  )
}
