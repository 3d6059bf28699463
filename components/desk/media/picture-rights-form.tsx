'use client'

import { useActionState } from 'react'
import { PictureField } from '@/components/desk/media/picture-field'
import { SeenFields } from '@/components/desk/media/seen-fields'
import { mediaWordsIn } from '@/components/desk/media/words/words'
import { StateNote } from '@/components/desk/state-note'
import { CheckField } from '@/components/forms/check-field'
import { SelectField } from '@/components/forms/select-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { filled } from '@/components/words/words'
import { type MediaSource, mediaLengths, mediaSources } from '@/db/media/rules'
import { localTimeOf } from '@/lib/days'
import { type FormState, idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  timeZone: string
  picture: {
    id: string
    version: number
    source: MediaSource | null
    agency: string
    copyrightNotice: string
    usageTerms: string
    licenceUrl: string | null
    territory: string | null
    expiresAt: Date | null
    maySublicense: boolean
  }
  action: (previous: FormState, form: FormData) => Promise<FormState>
}

/** What we may do with a picture. */
export function PictureRightsForm({ language, timeZone, picture, action }: Props) {
  const [state, submit] = useActionState(action, idleForm)
  const words = mediaWordsIn(language)
  const typed = 'values' in state ? state.values : null
  const common = { language, state }
  const sources = ['', ...mediaSources] as const
  return (
    <form className="panel form" action={submit} noValidate aria-labelledby="rights-title">
      <h2 id="rights-title">{words.rights}</h2>
      <p className="quiet">{words.rightsIntro}</p>
      <StateNote state={state} />
      <SeenFields picture={picture} />
      <div className="columns">
        <SelectField
          name="source"
          label={words.source}
          defaultValue={typed?.source ?? picture.source ?? ''}
          options={sources.map((value) => ({ value, label: words.sources[value || 'unknown'] }))}
        />
        <PictureField {...common} name="agency" label={words.agency} saved={picture.agency} maxLength={mediaLengths.name} />
        <PictureField
          {...common}
          name="expiresAt"
          label={words.expires}
          hint={filled(words.expiresHint, { zone: timeZone })}
          saved={picture.expiresAt ? localTimeOf(picture.expiresAt, timeZone) : ''}
          type="datetime-local"
        />
        <PictureField
          {...common}
          name="territory"
          label={words.territory}
          hint={words.territoryHint}
          saved={picture.territory ?? ''}
          maxLength={mediaLengths.territory}
        />
        <PictureField
          {...common}
          name="copyrightNotice"
          label={words.notice}
          saved={picture.copyrightNotice}
          maxLength={mediaLengths.notice}
        />
        <PictureField
          {...common}
          name="licenceUrl"
          label={words.licence}
          saved={picture.licenceUrl ?? ''}
          type="url"
          maxLength={mediaLengths.address}
        />
      </div>
      <PictureField
        {...common}
        name="usageTerms"
        label={words.terms}
        saved={picture.usageTerms}
        rows={3}
        maxLength={mediaLengths.terms}
      />
      <CheckField
        name="maySublicense"
        label={words.sublicense}
        hint={words.sublicenseHint}
        defaultChecked={typed ? typed.maySublicense === 'on' : picture.maySublicense}
      />
      <SubmitButton>{words.saveRights}</SubmitButton>
    </form>
  )
}
