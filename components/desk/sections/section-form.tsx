'use client'

import { useActionState } from 'react'
import { deskFault } from '@/components/desk/faults'
import { languageName } from '@/components/desk/list/language-name'
import { sectionWordsIn } from '@/components/desk/sections/words/words'
import { StateNote } from '@/components/desk/state-note'
import { CheckField } from '@/components/forms/check-field'
import { SelectField } from '@/components/forms/select-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextAreaField } from '@/components/forms/text-area-field'
import { TextField } from '@/components/forms/text-field'
import { filled } from '@/components/words/words'
import { type FormState, idleForm } from '@/lib/forms'
import { type Language, languages } from '@/lib/languages'

type Counterpart = { id: string; name: string; language: Language }

type Props = {
  language: Language
  /** Null for one that is to be made in `edition`. */
  section: {
    id: string
    version: number
    name: string
    slug: string
    description: string
    isOpinion: boolean
    counterpartIds: readonly string[]
  } | null
  edition: Language
  counterparts: readonly Counterpart[]
  action: (previous: FormState, form: FormData) => Promise<FormState>
}

/** What a section is called, where it stands and what it is. */
export function SectionForm({ language, section, edition, counterparts, action }: Props) {
  const [state, submit] = useActionState(action, idleForm)
  const words = sectionWordsIn(language)
  const typed = (field: string, initial: string) => ('values' in state ? (state.values[field] ?? '') : initial)
  return (
    <form className="form" action={submit} noValidate>
      <StateNote state={state} />
      {section ? (
        <>
          <input type="hidden" name="id" value={section.id} />
          <input type="hidden" name="version" value={section.version} />
        </>
      ) : (
        <input type="hidden" name="edition" value={edition} />
      )}
      <div className="columns">
        <TextField
          name="name"
          label={words.name}
          maxLength={60}
          defaultValue={typed('name', section?.name ?? '')}
          fault={deskFault(state, 'name', language)}
          isRequired
        />
        <div>
          <TextField
            name="slug"
            label={words.slug}
            maxLength={120}
            defaultValue={typed('slug', section?.slug ?? '')}
            fault={deskFault(state, 'slug', language)}
          />
          <p className="quiet hint">{section ? words.slugMoves : words.slugHint}</p>
        </div>
      </div>
      <TextAreaField
        name="description"
        label={words.description}
        rows={3}
        maxLength={500}
        defaultValue={typed('description', section?.description ?? '')}
        fault={deskFault(state, 'description', language)}
      />
      <CheckField
        name="isOpinion"
        label={words.isOpinion}
        hint={words.isOpinionHint}
        defaultChecked={typed('isOpinion', section?.isOpinion ? 'on' : '') === 'on'}
      />
      <div className="columns">
        {languages.map((other) => {
          const choices = counterparts.filter((one) => one.language === other && other !== edition)
          if (choices.length === 0) return null
          const chosen = choices.find(({ id }) => section?.counterpartIds.includes(id))?.id ?? ''
          return (
            <SelectField
              key={other}
              name={`counterpart-${other}`}
              label={filled(words.counterpart, { language: languageName(other, language) })}
              defaultValue={typed(`counterpart-${other}`, chosen)}
              options={[
                { value: '', label: words.noCounterpart },
                ...choices.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          )
        })}
      </div>
      <SubmitButton>{section ? words.save : words.create}</SubmitButton>
    </form>
  )
}
