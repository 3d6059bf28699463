import type { Language } from '@/lib/languages'
import { frontWordsIn } from './words/words'

type Props = { language: Language; take: () => void; forget: () => void }

/** That this browser has kept what a page before did not come to save. */
export function LeftNote({ language, take, forget }: Props) {
  const words = frontWordsIn(language)
  return (
    <p className="alarm front-left" role="status">
      {words.kept}{' '}
      <button type="button" className="button second small" onClick={take}>
        {words.takeKept}
      </button>
      <button type="button" className="button quiet" onClick={forget}>
        {words.forgetKept}
      </button>
    </p>
  )
}
