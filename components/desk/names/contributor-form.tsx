'use client'

import { useActionState } from 'react'
import { deskFault } from '@/components/desk/faults'
import { languageName } from '@/components/desk/list/language-name'
import { SlugField } from '@/components/desk/names/slug-field'
import { nameWordsIn } from '@/components/desk/names/words/words'
import { StateNote } from '@/components/desk/state-note'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextAreaField } from '@/components/forms/text-area-field'
import { TextField } from '@/components/forms/text-field'
import { filled } from '@/components/words/words'
import { type FormState, idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Contributor = {
  id: string
  version: number
  slug: string
  profiles: readonly { language: Language; name: string; jobTitle: string; bio: string }[]
}

type Props = {
  language: Language
  /** Null for one that is to be made. */
  contributor: Contributor | null
  editions: readonly Language[]
  action: (previous: FormState, form: FormData) => Promise<FormState>
}

/** How a contributor is named and described in each edition. */
export function ContributorForm({ language, contributor, editions, action }: Props) {
  const [state, submit] = useActionState(action, idleForm)
  const words = nameWordsIn(language)
  const typed = (field: string, initial: string) => ('values' in state ? (state.values[field] ?? '') : initial)
  return (
    <form className="form" action={submit} noValidate>
      <StateNote state={state} />
      {contributor && <input type="hidden" name="id" value={contributor.id} />}
      {contributor && <input type="hidden" name="version" value={contributor.version} />}
      {editions.map((edition) => {
        const own = contributor?.profiles.find((one) => one.language === edition)
        return (
          <fieldset key={edition} className="edition-names">
            <legend>{filled(words.inEdition, { language: languageName(edition, language) })}</legend>
            <div className="columns">
              <TextField
                name={`name-${edition}`}
                label={words.name}
                maxLength={100}
                autoComplete="off"
                defaultValue={typed(`name-${edition}`, own?.name ?? '')}
                fault={deskFault(state, `name-${edition}`, language)}
              />
              <TextField
                name={`jobTitle-${edition}`}
                label={words.jobTitle}
                maxLength={120}
                autoComplete="off"
                defaultValue={typed(`jobTitle-${edition}`, own?.jobTitle ?? '')}
                fault={deskFault(state, `jobTitle-${edition}`, language)}
              />
            </div>
            <TextAreaField
              name={`bio-${edition}`}
              label={words.bio}
              rows={3}
              maxLength={2000}
              defaultValue={typed(`bio-${edition}`, own?.bio ?? '')}
              fault={deskFault(state, `bio-${edition}`, language)}
            />
          </fieldset>
        )
      })}
      <p className="quiet hint">{words.nameHint}</p>
      <SlugField language={language} state={state} slug={contributor?.slug ?? null} hint={words.contributor.slugMoves} />
      <SubmitButton>{contributor ? words.save : words.contributor.create}</SubmitButton>
    </form>
  )
}
