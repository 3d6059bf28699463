import { LibraryCard } from '@/components/desk/media/library-card'
import { mediaWordsIn } from '@/components/desk/media/words/words'
import type { LibraryPicture } from '@/db/media/rules'
import type { Language } from '@/lib/languages'

type Story = { id: string; headline: string; language: string }

type Props = {
  language: Language
  timeZone: string
  now: Date
  pictures: readonly LibraryPicture[]
  /** Stories that readers see, by picture; told where it matters. */
  affected: ReadonlyMap<string, readonly Story[]>
}

/** Pictures of the library beside each other. */
export function LibraryGrid({ language, timeZone, now, pictures, affected }: Props) {
  const words = mediaWordsIn(language)
  return (
    <ul className="library" aria-label={words.pictures}>
      {pictures.map((picture) => (
        <LibraryCard
          key={picture.id}
          language={language}
          timeZone={timeZone}
          now={now}
          picture={picture}
          affected={affected.get(picture.id) ?? []}
        />
      ))}
    </ul>
  )
}
