import type { ReactNode } from 'react'
import { listWordsIn } from '@/components/desk/list/words/words'
import { counted, filled } from '@/components/words/words'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  count: number
  /** More than this are not counted. */
  countedAtMost: number
  /** What else stands on its line. */
  children: ReactNode
}

/** How many articles there are, as far as they were counted. */
export function ListSummary({ language, count, countedAtMost, children }: Props) {
  const words = listWordsIn(language)
  const said =
    count > countedAtMost
      ? filled(words.countMore, { count: new Intl.NumberFormat(language).format(countedAtMost) })
      : counted(language, count, words.count)
  return (
    <div className="list-head">
      <p className="quiet" role="status">
        {said}
      </p>
      {children}
    </div>
  )
}
