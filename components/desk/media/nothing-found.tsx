import { EmptyNote } from '@/components/desk/empty-note'
import { mediaWordsIn } from '@/components/desk/media/words/words'
import type { Language } from '@/lib/languages'

type Props = { language: Language; isFiltered: boolean }

/** What stands in place of pictures where there are none. */
export function NothingFound({ language, isFiltered }: Props) {
  const words = mediaWordsIn(language)
  return (
    <EmptyNote>
      <p role="status">{isFiltered ? words.nothing : words.empty}</p>
      <p>{isFiltered ? words.nothingHint : words.emptyHint}</p>
    </EmptyNote>
  )
}
