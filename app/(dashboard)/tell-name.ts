import { refresh } from 'next/cache'
import { nameWordsIn } from '@/components/desk/names/words/words'
import type { NameKind } from '@/db/names/rules'
import { type FormState, refuse } from '@/lib/forms'
import { readLanguage } from './session'

type Outcome = 'changed' | 'unchanged' | 'changed-meanwhile' | 'nameless' | 'address-taken' | 'unknown' | 'not-allowed'

/** What became of a change of a topic or contributor, in words. */
export async function tellName(kind: NameKind, outcome: Outcome, form: FormData): Promise<FormState> {
  const words = nameWordsIn(await readLanguage())
  switch (outcome) {
    case 'changed':
      refresh()
      return { status: 'done', message: words.saved }
    case 'unchanged':
      return { status: 'done', message: words.unchanged }
    case 'changed-meanwhile':
      // So that the next save is over theirs, which can be looked at by then.
      refresh()
      return refuse(words[kind].changedMeanwhile, form)
    case 'nameless':
      return refuse(words.nameless, form)
    case 'address-taken':
      return refuse(words[kind].addressTaken, form)
    case 'unknown':
      return refuse(words[kind].gone, form)
    case 'not-allowed':
      return refuse(words.notAllowed, form)
  }
}
