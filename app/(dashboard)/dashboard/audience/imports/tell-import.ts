import { refresh } from 'next/cache'
import { importWordsIn } from '@/components/desk/audience/imports/words/words'
import { deskWordsIn } from '@/components/desk/words/words'
import { counted } from '@/components/words/words'
import type { ImportDecided } from '@/db/subscribers/import-commands'
import { type FormState, refuse } from '@/lib/forms'
import { readLanguage } from '../../../session'

/** What became of an import, in words. */
export async function tellImport(told: ImportDecided | { outcome: 'discarded' }): Promise<FormState> {
  const language = await readLanguage()
  const words = importWordsIn(language)
  const done = (message: string): FormState => {
    refresh()
    return { status: 'done', message }
  }
  switch (told.outcome) {
    case 'added':
      return done(counted(language, told.count, words.addedNow))
    case 'asking':
      return done(words.asking)
    case 'discarded':
      return done(words.discarded)
    case 'own-import':
      return refuse(words.needsOther)
    case 'decided-before':
      refresh()
      return refuse(words.decidedBefore)
    case 'unknown':
      return refuse(words.gone)
    case 'not-allowed':
      return refuse(words.notAllowed)
    case 'ask-again':
      return refuse(deskWordsIn(language).confirmFirst)
  }
}
