import { refresh } from 'next/cache'
import { audienceWordsIn } from '@/components/desk/audience/words/words'
import { deskWordsIn } from '@/components/desk/words/words'
import { type FormState, refuse } from '@/lib/forms'
import { readLanguage } from '../../session'

type Outcome =
  | 'ended'
  | 'ended-before'
  | 'suppressed'
  | 'suppressed-before'
  | 'released'
  | 'erased'
  | 'words-needed'
  | 'never'
  | 'no-address'
  | 'unknown'
  | 'not-allowed'
  | 'ask-again'

/** What became of a change of the audience, in words. */
export async function tellAudience(outcome: Outcome, form: FormData): Promise<FormState> {
  const language = await readLanguage()
  const words = audienceWordsIn(language)
  const done = (message: string): FormState => {
    refresh()
    return { status: 'done', message }
  }
  switch (outcome) {
    case 'ended':
      return done(words.endedNow)
    case 'ended-before':
      return done(words.endedBefore)
    case 'suppressed':
      return done(words.stopped)
    case 'suppressed-before':
      return done(words.stoppedBefore)
    case 'released':
      return done(words.released)
    case 'erased':
      return done(words.erasedNow)
    case 'words-needed':
      return refuse(words.releaseNeedsWords, form)
    case 'never':
      return refuse(words.releaseNever, form)
    case 'no-address':
      return refuse(words.badAddress, form)
    case 'unknown':
      return refuse(words.gone, form)
    case 'not-allowed':
      return refuse(words.notAllowed, form)
    case 'ask-again':
      return refuse(deskWordsIn(language).confirmFirst, form)
  }
}
