import type { SettingsWords } from '@/components/desk/settings/words/en'
import { CheckField } from '@/components/forms/check-field'
import { TextField } from '@/components/forms/text-field'
import { filled } from '@/components/words/words'
import type { Edition } from '@/db/settings/rules'
import type { Language } from '@/lib/languages'

type Props = {
  words: SettingsWords
  edition: Language
  publication: string
  present: Edition | null
  /** What stands in a field: what was typed before the form came back, else the setting. */
  textIn: (name: string, now: string) => string
  isOn: (name: string, now: boolean) => boolean
}

/** What the publication says of itself in one language. */
export function EditionFields({ words, edition, publication, present, textIn, isOn }: Props) {
  const line = (field: 'name' | 'tagline' | 'delivers' | 'sampleNotice', label: string) => {
    const name = `edition-${edition}-${field}`
    return <TextField name={name} label={label} maxLength={500} defaultValue={textIn(name, present?.[field] ?? '')} />
  }
  return (
    <fieldset className="edition-fields">
      <legend>{filled(words.edition, { language: words.languages[edition] })}</legend>
      <CheckField
        name={`edition-${edition}`}
        label={words.editionOn}
        defaultChecked={isOn(`edition-${edition}`, present !== null)}
      />
      <div className="columns" lang={edition} dir="auto">
        {line('name', words.editionName)}
        {line('tagline', words.tagline)}
        {line('delivers', filled(words.delivers, { name: publication }))}
        {line('sampleNotice', words.sampleNotice)}
      </div>
    </fieldset>
  )
}
