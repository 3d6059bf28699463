'use server'

import { wordsIn } from '@/components/words/words'
import { reportError } from '@/db/articles/commands'
import { reportErrorInput } from '@/db/articles/rules'
import { type FormState, parseForm, refuse } from '@/lib/forms'

/** Anybody may report an error; nothing but the report is kept. */
export async function reportErrorAction(_previous: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(reportErrorInput, form)
  if (!parsed.ok) return parsed.state

  const { language, ...report } = parsed.input
  const words = wordsIn(language)
  const outcome = await reportError(report)
  switch (outcome) {
    case 'received':
      return { status: 'done', message: words.reportErrorDone }
    case 'too-many':
      return refuse(words.reportErrorTooMany, form)
    case 'unknown':
      return refuse(words.notFoundHeading, form)
  }
}
