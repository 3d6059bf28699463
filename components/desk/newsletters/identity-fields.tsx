import { languageName } from '@/components/desk/list/language-name'
import type { FormValues } from '@/components/desk/newsletters/form-values'
import type { NewsletterWords } from '@/components/desk/newsletters/words/en'
import { CheckField } from '@/components/forms/check-field'
import { SelectField } from '@/components/forms/select-field'
import { TextField } from '@/components/forms/text-field'
import { filled } from '@/components/words/words'
import { type NewsletterSettings, newsletterFrequencies } from '@/db/newsletters/rules'
import { type Language, languages } from '@/lib/languages'

type Props = {
  words: NewsletterWords
  language: Language
  values: FormValues
  now: NewsletterSettings
  isLanguageFixed: boolean
}

/** What a newsletter is called and promises, where it stands, and how often it comes. */
export function IdentityFields({ words, language, values, now, isLanguageFixed }: Props) {
  const written = languages.map((one) => ({ value: one, label: languageName(one, language) }))
  return (
    <section className="panel">
      <h2>{words.identity}</h2>
      {languages.map((edition) => (
        <TextFields key={edition} {...{ words, language, values, now, edition }} />
      ))}
      <p className="quiet hint">{words.namesHint}</p>
      <div className="columns">
        <div>
          <TextField
            name="slug"
            label={words.slug}
            maxLength={120}
            defaultValue={values.text('slug', now.slug)}
            fault={values.fault('slug')}
          />
          <p className="quiet hint">{words.slugHint}</p>
        </div>
        <div>
          <SelectField
            name="language"
            label={words.writtenIn}
            options={isLanguageFixed ? written.filter(({ value }) => value === now.language) : written}
            defaultValue={values.text('language', now.language)}
            fault={values.fault('language')}
          />
          <p className="quiet hint">{isLanguageFixed ? words.languageFixed : words.direction}</p>
        </div>
        <SelectField
          name="frequency"
          label={words.frequency}
          options={newsletterFrequencies.map((one) => ({ value: one, label: words.frequencies[one] }))}
          defaultValue={values.text('frequency', now.frequency)}
          fault={values.fault('frequency')}
        />
      </div>
      <CheckField name="isOpen" label={words.isOpen} hint={words.isOpenHint} defaultChecked={values.isOn('isOpen', now.isOpen)} />
    </section>
  )
}

type TextProps = Omit<Props, 'isLanguageFixed'> & { edition: Language }

function TextFields({ words, language, values, now, edition }: TextProps) {
  const spoken = languageName(edition, language)
  const text = now.texts.find((one) => one.language === edition)
  return (
    <div className="columns">
      <TextField
        name={`name-${edition}`}
        label={filled(words.nameIn, { language: spoken })}
        maxLength={100}
        defaultValue={values.text(`name-${edition}`, text?.name ?? '')}
        fault={values.fault(`name-${edition}`)}
      />
      <TextField
        name={`promise-${edition}`}
        label={filled(words.promiseIn, { language: spoken })}
        maxLength={500}
        defaultValue={values.text(`promise-${edition}`, text?.promise ?? '')}
        fault={values.fault(`promise-${edition}`)}
      />
    </div>
  )
}
