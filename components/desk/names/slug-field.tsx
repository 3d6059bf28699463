import { deskFault } from '@/components/desk/faults'
import { nameWordsIn } from '@/components/desk/names/words/words'
import { TextField } from '@/components/forms/text-field'
import type { FormState } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  state: FormState
  /** Null for what is to be made. */
  slug: string | null
  /** What follows from changing it. */
  hint: string
}

/** The part of an address that can be chosen. */
export function SlugField({ language, state, slug, hint }: Props) {
  const words = nameWordsIn(language)
  return (
    <div>
      <TextField
        name="slug"
        label={words.slug}
        maxLength={120}
        defaultValue={'values' in state ? state.values.slug : (slug ?? '')}
        fault={deskFault(state, 'slug', language)}
      />
      <p className="quiet hint">{slug === null ? words.slugHint : hint}</p>
    </div>
  )
}
