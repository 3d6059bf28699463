import { refresh } from 'next/cache'
import type { PeopleWords } from '@/components/desk/people/words/en'
import { peopleWordsIn } from '@/components/desk/people/words/words'
import { deskWordsIn } from '@/components/desk/words/words'
import { type FormState, refuse } from '@/lib/forms'
import { readLanguage } from '../../session'

type Outcome =
  | 'invited'
  | 'changed'
  | 'erased'
  | 'there-already'
  | 'own'
  | 'oneself'
  | 'last-admin'
  | 'unknown'
  | 'nothing-left'
  | 'not-allowed'
  | 'ask-again'

/** What became of a change of the staff, in words; `done` are those for when it was done. */
export async function tellStaff(outcome: Outcome, done: (words: PeopleWords) => string, form: FormData): Promise<FormState> {
  const language = await readLanguage()
  const words = peopleWordsIn(language)
  switch (outcome) {
    case 'invited':
    case 'changed':
    case 'erased':
      refresh()
      return { status: 'done', message: done(words) }
    case 'there-already':
      return refuse(words.thereAlready, form)
    case 'own':
    case 'oneself':
      return refuse(words.own, form)
    case 'last-admin':
      return refuse(words.lastAdmin, form)
    case 'unknown':
    case 'nothing-left':
      return refuse(words.unknown, form)
    case 'not-allowed':
      return refuse(words.notAllowed, form)
    case 'ask-again':
      return refuse(deskWordsIn(language).confirmFirst, form)
  }
}
