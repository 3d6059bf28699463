import { refresh } from 'next/cache'
import { sectionWordsIn } from '@/components/desk/sections/words/words'
import { type FormState, refuse } from '@/lib/forms'
import { readLanguage } from '../../session'

type Outcome =
  | 'created'
  | 'changed'
  | 'unchanged'
  | 'changed-meanwhile'
  | 'reserved'
  | 'address-taken'
  | 'at-the-end'
  | 'unknown'
  | 'not-allowed'

/** What became of a change of a section, in words. */
export async function tellSection(outcome: Outcome, form: FormData): Promise<FormState> {
  const words = sectionWordsIn(await readLanguage())
  switch (outcome) {
    case 'created':
      refresh()
      return { status: 'done', message: words.created }
    case 'changed':
      refresh()
      return { status: 'done', message: words.saved }
    case 'unchanged':
      return { status: 'done', message: words.unchanged }
    case 'changed-meanwhile':
      // So that the next save is over theirs, which can be looked at by then.
      refresh()
      return refuse(words.changedMeanwhile, form)
    case 'reserved':
      return refuse(words.reserved, form)
    case 'address-taken':
      return refuse(words.addressTaken, form)
    case 'at-the-end':
      return { status: 'done', message: words.end }
    case 'unknown':
      return refuse(words.gone, form)
    case 'not-allowed':
      return refuse(words.notAllowed, form)
  }
}
