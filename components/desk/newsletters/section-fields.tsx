import { languageName } from '@/components/desk/list/language-name'
import type { FormValues } from '@/components/desk/newsletters/form-values'
import type { NewsletterWords } from '@/components/desk/newsletters/words/en'
import { CheckField } from '@/components/forms/check-field'
import { filled } from '@/components/words/words'
import type { NewsletterSettings } from '@/db/newsletters/rules'
import { type Language, languages } from '@/lib/languages'

export type SectionChoice = { id: string; language: Language; name: string }

type Props = {
  words: NewsletterWords
  language: Language
  values: FormValues
  now: NewsletterSettings
  sections: readonly SectionChoice[]
}

/** In which articles a newsletter is the first that readers are offered: those of whole editions, and those of sections. */
export function SectionFields({ words, language, values, now, sections }: Props) {
  return (
    <section className="panel">
      <h2>{words.places}</h2>
      <div className="ticks">
        {languages.map((edition) => (
          <CheckField
            key={edition}
            name={`featured-${edition}`}
            label={filled(words.featuredIn, { language: languageName(edition, language) })}
            defaultChecked={values.isOn(`featured-${edition}`, now.featuredIn.includes(edition))}
          />
        ))}
      </div>
      <fieldset className="group">
        <legend>{words.sections}</legend>
        <div className="ticks">
          {sections.map(({ id, name, language: edition }) => (
            <CheckField
              key={id}
              name={`section-${id}`}
              label={`${name} (${edition})`}
              defaultChecked={values.isOn(`section-${id}`, now.sectionIds.includes(id))}
            />
          ))}
        </div>
      </fieldset>
    </section>
  )
}
