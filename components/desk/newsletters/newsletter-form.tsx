'use client'

import { useActionState } from 'react'
import { DraftFields } from '@/components/desk/newsletters/draft-fields'
import { formValuesOf } from '@/components/desk/newsletters/form-values'
import { IdentityFields } from '@/components/desk/newsletters/identity-fields'
import { type SectionChoice, SectionFields } from '@/components/desk/newsletters/section-fields'
import { SenderFields } from '@/components/desk/newsletters/sender-fields'
import { newsletterWordsIn } from '@/components/desk/newsletters/words/words'
import { MoveNote } from '@/components/desk/workflow/move-note'
import { idleMove, type MoveAction } from '@/components/desk/workflow/move-state'
import { CheckField } from '@/components/forms/check-field'
import { type NewsletterSettings, newNewsletter } from '@/db/newsletters/rules'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  timeZone: string
  /** Null for one that is to be made; `mark` tells which settings were seen. */
  newsletter: (NewsletterSettings & { id: string; mark: string }) | null
  isLanguageFixed: boolean
  sections: readonly SectionChoice[]
  action: MoveAction
}

/** All that is decided about a newsletter. */
export function NewsletterForm({ language, timeZone, newsletter, isLanguageFixed, sections, action }: Props) {
  const [state, submit, isPending] = useActionState(action, idleMove)
  const words = newsletterWordsIn(language)
  const values = formValuesOf(state, language)
  const now = newsletter ?? newNewsletter
  const around = { words, language, values, now }
  return (
    <form className="form newsletter-form" action={submit} noValidate>
      <MoveNote language={language} state={state} />
      {newsletter && (
        <>
          <input type="hidden" name="id" value={newsletter.id} />
          <input type="hidden" name="mark" value={newsletter.mark} />
        </>
      )}
      <IdentityFields {...around} isLanguageFixed={isLanguageFixed} />
      <SenderFields {...around} />
      <SectionFields {...around} sections={sections} />
      <section className="panel">
        <h2>{words.privacy}</h2>
        <CheckField
          name="isArchiveIndexed"
          label={words.isArchiveIndexed}
          defaultChecked={values.isOn('isArchiveIndexed', now.isArchiveIndexed)}
        />
        <CheckField
          name="countsClicks"
          label={words.countsClicks}
          hint={words.countsClicksHint}
          defaultChecked={values.isOn('countsClicks', now.countsClicks)}
        />
      </section>
      <DraftFields {...around} timeZone={timeZone} sections={sections} />
      <p className="quiet">{words.grave}</p>
      <button className="button" type="submit" disabled={isPending}>
        {newsletter ? words.save : words.create}
      </button>
    </form>
  )
}
