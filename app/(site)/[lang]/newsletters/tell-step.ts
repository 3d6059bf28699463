import type { SignUpState } from '@/components/newsletters/sign-up-form'
import { newsletterWordsIn } from '@/components/newsletters/words/words'
import type { StepOutcome } from '@/db/subscribers/steps'
import { refuse } from '@/lib/forms'
import type { Language } from '@/lib/languages'

/** What the form says next, with everything in it that was typed. */
export function tellStep(outcome: StepOutcome, language: Language, form: FormData): SignUpState {
  const words = newsletterWordsIn(language)
  const refused = refuse('', form)
  const values = 'values' in refused ? refused.values : {}
  switch (outcome.kind) {
    case 'second-step': {
      const notes = { first: '', 'too-early': words.tooEarly, 'too-late': words.tooLate, again: words.again }
      return { status: 'second', stamp: outcome.stamp, note: notes[outcome.why], values }
    }
    case 'not-an-address':
      return { status: 'invalid', fields: { email: 'not-an-address' }, values }
    case 'none-chosen':
      return refuse(words.noneChosen, form)
    case 'none-open':
      return refuse(words.noneOpen, form)
    case 'too-many':
      return refuse(words.tooMany, form)
    case 'promised':
      return { status: 'done', message: words.inboxText }
  }
}
