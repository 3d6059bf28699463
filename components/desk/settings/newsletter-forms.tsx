'use client'

import { useActionState } from 'react'
import { deskFault } from '@/components/desk/faults'
import { settingsWordsIn } from '@/components/desk/settings/words/words'
import { StateNote } from '@/components/desk/state-note'
import { TextField } from '@/components/forms/text-field'
import { filled } from '@/components/words/words'
import { type FormState, idleForm } from '@/lib/forms'
import { type Language, languages } from '@/lib/languages'

type Newsletter = { id: string; slug: string; texts: readonly { language: string; name: string; promise: string }[] }
type Action = (previous: FormState, form: FormData) => Promise<FormState>
type Props = { language: Language; newsletters: readonly Newsletter[]; action: Action }

/** What each newsletter is called and promises. */
export function NewsletterForms({ language, newsletters, action }: Props) {
  const words = settingsWordsIn(language)
  if (newsletters.length === 0) return null
  return (
    <section className="panel">
      <h2>{words.newsletters}</h2>
      <p className="quiet">{words.newslettersIntro}</p>
      {newsletters.map((newsletter) => (
        <NewsletterForm key={newsletter.id} language={language} newsletter={newsletter} action={action} />
      ))}
    </section>
  )
}

function NewsletterForm({ language, newsletter, action }: { language: Language; newsletter: Newsletter; action: Action }) {
  const [state, submit] = useActionState(action, idleForm)
  const words = settingsWordsIn(language)
  return (
    <form className="form edition-fields" action={submit} aria-label={newsletter.slug}>
      <StateNote state={state} />
      <input type="hidden" name="id" value={newsletter.id} />
      <div className="columns">
        {languages.map((edition) => {
          const text = newsletter.texts.find((one) => one.language === edition)
          const spoken = words.languages[edition]
          return (
            <div className="form" key={edition} lang={edition}>
              <TextField
                name={`name-${edition}`}
                label={filled(words.newsletterName, { language: spoken })}
                maxLength={500}
                defaultValue={'values' in state ? (state.values[`name-${edition}`] ?? '') : (text?.name ?? '')}
                fault={deskFault(state, `name-${edition}`, language)}
              />
              <TextField
                name={`promise-${edition}`}
                label={filled(words.newsletterPromise, { language: spoken })}
                maxLength={500}
                defaultValue={'values' in state ? (state.values[`promise-${edition}`] ?? '') : (text?.promise ?? '')}
              />
            </div>
          )
        })}
      </div>
      <button className="button second" type="submit">
        {words.saveNewsletter}
      </button>
    </form>
  )
}
