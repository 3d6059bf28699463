'use client'

import { Door } from '@/components/desk/door'
import { deskWordsIn } from '@/components/desk/words/words'
import { isLanguage } from '@/lib/languages'

type Props = { reset: () => void }

/** What is shown when a page could not be made: most likely the database is away. Nobody is signed out by it. */
export default function Failed({ reset }: Props) {
  const spoken = typeof document === 'undefined' ? 'en' : document.documentElement.lang
  const words = deskWordsIn(isLanguage(spoken) ? spoken : 'en')
  return (
    <Door publication="" title={words.failed} intro={words.failedIntro}>
      <button className="button" type="button" onClick={reset}>
        {words.tryAgain}
      </button>
    </Door>
  )
}
