import { refresh } from 'next/cache'
import { newsletterWordsIn } from '@/components/desk/newsletters/words/words'
import type { MoveState } from '@/components/desk/workflow/move-state'
import type { changeNewsletter, createNewsletter } from '@/db/newsletters/commands'
import { refuse } from '@/lib/forms'
import { readLanguage } from '../../session'

type Outcome =
  | Awaited<ReturnType<typeof changeNewsletter>>
  | Exclude<Awaited<ReturnType<typeof createNewsletter>>['outcome'], 'created'>

/** What became of a newsletter's settings, in words. */
export async function tellNewsletter(outcome: Outcome, form: FormData): Promise<MoveState> {
  const words = newsletterWordsIn(await readLanguage())
  const kept = refuse('', form)
  const values = 'values' in kept ? kept.values : {}
  switch (outcome) {
    case 'changed':
      refresh()
      return { status: 'done', message: words.saved }
    case 'unchanged':
      return { status: 'done', message: words.unchanged }
    case 'changed-meanwhile':
      // So that the next save is over theirs, which can be looked at by then.
      refresh()
      return refuse(words.changedMeanwhile, form)
    case 'language-fixed':
      return refuse(words.languageFixed, form)
    case 'address-taken':
      return refuse(words.addressTaken, form)
    case 'list-id-taken':
      return refuse(words.listIdTaken, form)
    case 'unknown':
      return refuse(words.gone, form)
    case 'not-allowed':
      return refuse(words.notAllowed, form)
    case 'ask-again':
      return { status: 'ask-again', values }
  }
}
