import { newsletterWordsIn } from '@/components/newsletters/words/words'
import type { changePreferences } from '@/db/subscribers/preferences'
import { type FormState, refuse } from '@/lib/forms'
import type { Language } from '@/lib/languages'

/** What the form says next. */
export function tellChange(
  outcome: Awaited<ReturnType<typeof changePreferences>>,
  language: Language,
  form: FormData,
): FormState {
  const words = newsletterWordsIn(language)
  switch (outcome) {
    case 'changed':
      return { status: 'done', message: words.saved }
    case 'lapsed':
      return refuse(words.lapsedMeanwhile, form)
    case 'no-day':
      return refuse(words.noDay, form)
    case 'past-day':
      return refuse(words.pastDay, form)
    case 'no-time-zone':
      return refuse(words.noTimeZone, form)
  }
}
