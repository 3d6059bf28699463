'use client'

import { useActionState } from 'react'
import { deskFault } from '@/components/desk/faults'
import { languageName } from '@/components/desk/list/language-name'
import { SlugField } from '@/components/desk/names/slug-field'
import { nameWordsIn } from '@/components/desk/names/words/words'
import { StateNote } from '@/components/desk/state-note'
import { SelectField } from '@/components/forms/select-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextAreaField } from '@/components/forms/text-area-field'
import { TextField } from '@/components/forms/text-field'
import { filled } from '@/components/words/words'
import { type TopicType, topicTypes } from '@/db/topics/rules'
import { type FormState, idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Topic = {
  id: string
  version: number
  slug: string
  type: TopicType
  wikidata: string | null
  names: readonly { language: Language; name: string; description: string }[]
}

type Props = {
  language: Language
  /** Null for one that is to be made. */
  topic: Topic | null
  editions: readonly Language[]
  action: (previous: FormState, form: FormData) => Promise<FormState>
}

/** What a topic is called in each edition, and what it is. */
export function TopicForm({ language, topic, editions, action }: Props) {
  const [state, submit] = useActionState(action, idleForm)
  const words = nameWordsIn(language)
  const typed = (field: string, initial: string) => ('values' in state ? (state.values[field] ?? '') : initial)
  const isWikidataWrong = state.status === 'invalid' && state.fields.wikidata === 'wikidata'
  return (
    <form className="form" action={submit} noValidate>
      <StateNote state={state} />
      {topic && <input type="hidden" name="id" value={topic.id} />}
      {topic && <input type="hidden" name="version" value={topic.version} />}
      {editions.map((edition) => {
        const own = topic?.names.find((one) => one.language === edition)
        return (
          <fieldset key={edition} className="edition-names">
            <legend>{filled(words.inEdition, { language: languageName(edition, language) })}</legend>
            <TextField
              name={`name-${edition}`}
              label={words.name}
              maxLength={100}
              defaultValue={typed(`name-${edition}`, own?.name ?? '')}
              fault={deskFault(state, `name-${edition}`, language)}
            />
            <TextAreaField
              name={`description-${edition}`}
              label={words.description}
              rows={2}
              maxLength={500}
              defaultValue={typed(`description-${edition}`, own?.description ?? '')}
              fault={deskFault(state, `description-${edition}`, language)}
            />
          </fieldset>
        )
      })}
      <p className="quiet hint">{words.nameHint}</p>
      <div className="columns">
        <SelectField
          name="type"
          label={words.type}
          defaultValue={typed('type', topic?.type ?? 'theme')}
          options={topicTypes.map((type) => ({ value: type, label: words.types[type] }))}
        />
        <SlugField language={language} state={state} slug={topic?.slug ?? null} hint={words.topic.slugMoves} />
        <div>
          <TextField
            name="wikidata"
            label={words.wikidata}
            maxLength={20}
            defaultValue={typed('wikidata', topic?.wikidata ?? '')}
            fault={isWikidataWrong ? words.wikidataFault : deskFault(state, 'wikidata', language)}
          />
          <p className="quiet hint">{words.wikidataHint}</p>
        </div>
      </div>
      <SubmitButton>{topic ? words.save : words.topic.create}</SubmitButton>
    </form>
  )
}
