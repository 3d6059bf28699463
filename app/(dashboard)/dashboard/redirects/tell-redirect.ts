import { refresh } from 'next/cache'
import { redirectWordsIn } from '@/components/desk/redirects/words/words'
import { filled } from '@/components/words/words'
import type { RedirectSaved } from '@/db/redirects/commands'
import { type FormState, refuse } from '@/lib/forms'
import { readLanguage } from '../../session'

/** What became of a redirect, in words. */
export async function tellRedirect(saved: RedirectSaved, form: FormData): Promise<FormState> {
  const words = redirectWordsIn(await readLanguage())
  switch (saved.outcome) {
    case 'saved':
      refresh()
      return { status: 'done', message: filled(words.saved, { path: saved.path }) }
    case 'shortened':
      refresh()
      return { status: 'done', message: filled(words.shortened, { path: saved.path }) }
    case 'unchanged':
      return { status: 'done', message: words.unchanged }
    case 'there-already':
      return refuse(words.exists, form)
    case 'changed-meanwhile':
      // So that the next save is over theirs, which can be looked at by then.
      refresh()
      return refuse(words.changedMeanwhile, form)
    case 'unknown':
      return refuse(words.gone, form)
    case 'not-allowed':
      return refuse(words.notAllowed, form)
    case 'no-address':
    case 'reserved':
    case 'live':
    case 'no-target':
    case 'nowhere':
    case 'loop':
      return refuse(words.refusals[saved.outcome], form)
  }
}
