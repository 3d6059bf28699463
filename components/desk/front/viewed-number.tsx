import { filled } from '@/components/words/words'
import type { Language } from '@/lib/languages'
import { frontWordsIn } from './words/words'

type Props = { language: Language; edition: Language; number: number }

/** That it is not the draft that is looked at, and the way back to it. */
export function ViewedNumber({ language, edition, number }: Props) {
  const words = frontWordsIn(language)
  return (
    <p>
      {filled(words.viewing, { number: new Intl.NumberFormat(language).format(number) })}{' '}
      <a href={`/dashboard/fronts/${edition}/preview`}>{words.backToDraft}</a>
    </p>
  )
}
