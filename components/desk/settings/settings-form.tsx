'use client'

import { useActionState } from 'react'
import { deskFault } from '@/components/desk/faults'
import { EditionFields } from '@/components/desk/settings/edition-fields'
import { settingsWordsIn } from '@/components/desk/settings/words/words'
import { StateNote } from '@/components/desk/state-note'
import { CheckField } from '@/components/forms/check-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextAreaField } from '@/components/forms/text-area-field'
import { TextField } from '@/components/forms/text-field'
import type { Settings } from '@/db/settings/rules'
import { type FormState, idleForm } from '@/lib/forms'
import { type Language, languages } from '@/lib/languages'

type Props = {
  language: Language
  settings: Settings
  /** When they were last changed, as this page saw it. */
  seenAt: number
  action: (previous: FormState, form: FormData) => Promise<FormState>
}

/** Everything that makes an installation somebody's publication. */
export function SettingsForm({ language, settings, seenAt, action }: Props) {
  const [state, submit] = useActionState(action, idleForm)
  const words = settingsWordsIn(language)
  const cameBack = state.status === 'invalid' || state.status === 'refused'
  const textIn = (name: string, now: string) => (cameBack ? (state.values[name] ?? '') : now)
  const line = (name: string, label: string, now: string, type: 'text' | 'email' = 'text') => (
    <TextField
      name={name}
      type={type}
      label={label}
      maxLength={500}
      defaultValue={textIn(name, now)}
      fault={deskFault(state, name, language)}
    />
  )
  const isOn = (name: string, now: boolean) => (cameBack ? state.values[name] === 'on' : now)
  return (
    <form className="form" action={submit} noValidate>
      <StateNote state={state} />
      <input type="hidden" name="seenAt" value={seenAt} />
      <section className="panel">
        <h2>{words.publication}</h2>
        <div className="columns">
          {line('name', words.name, settings.name)}
          {line('shortName', words.shortName, settings.shortName)}
          {line('foundedOn', words.foundedOn, settings.foundedOn ?? '')}
          {line('timeZone', words.timeZone, settings.timeZone)}
        </div>
        <p className="quiet">{words.timeZoneHint}</p>
      </section>
      <section className="panel">
        <h2>{words.organisation}</h2>
        <div className="columns">
          {line('legalEntity', words.legalEntity, settings.legalEntity)}
          {line('postalAddress', words.postalAddress, settings.postalAddress)}
          {(['desk', 'corrections', 'licensing', 'privacy'] as const).map((purpose) => (
            <div key={purpose}>{line(`email-${purpose}`, words.emails[purpose], settings.emails[purpose], 'email')}</div>
          ))}
        </div>
        <TextAreaField
          name="sameAs"
          label={words.sameAs}
          rows={3}
          defaultValue={textIn('sameAs', settings.sameAs.join('\n'))}
          fault={deskFault(state, 'sameAs', language)}
        />
        <TextAreaField
          name="trust"
          label={words.trust}
          rows={3}
          defaultValue={textIn('trust', settings.trust.map(({ relation, url }) => `${relation}=${url}`).join('\n'))}
          fault={deskFault(state, 'trust', language)}
        />
      </section>
      <section className="panel">
        <h2>{words.policies}</h2>
        <CheckField
          name="fourEyes"
          label={words.fourEyes}
          hint={words.fourEyesHint}
          defaultChecked={isOn('fourEyes', settings.fourEyes)}
        />
        <CheckField
          name="trainingAllowed"
          label={words.trainingAllowed}
          hint={words.trainingHint}
          defaultChecked={isOn('trainingAllowed', settings.trainingAllowed)}
        />
      </section>
      <section className="panel">
        <h2>{words.editions}</h2>
        {deskFault(state, 'editions', language) && <p className="fault">{deskFault(state, 'editions', language)}</p>}
        {languages.map((edition) => (
          <EditionFields
            key={edition}
            words={words}
            edition={edition}
            publication={settings.shortName}
            textIn={textIn}
            isOn={isOn}
            present={settings.editions.find((one) => one.language === edition) ?? null}
          />
        ))}
      </section>
      <SubmitButton>{words.save}</SubmitButton>
    </form>
  )
}
