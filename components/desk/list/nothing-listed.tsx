import { EmptyNote } from '@/components/desk/empty-note'
import { listWordsIn } from '@/components/desk/list/words/words'
import type { Language } from '@/lib/languages'

type Props = { language: Language; isFiltered: boolean; isTooCommon: boolean }

/** What stands in place of a list that is empty. */
export function NothingListed({ language, isFiltered, isTooCommon }: Props) {
  const words = listWordsIn(language)
  return (
    <EmptyNote>
      <p role="status">{isTooCommon ? words.tooCommon : isFiltered ? words.nothing : words.empty}</p>
      <p>{isFiltered ? words.nothingHint : words.emptyHint}</p>
    </EmptyNote>
  )
}
