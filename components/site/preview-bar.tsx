import { momentInWords } from '@/components/dates'
import { filled, wordsIn } from '@/components/words/words'
import type { Language } from '@/lib/languages'

type Props = { language: Language; revisionNumber: number; until: Date; timeZone: string }

/** Tells whoever opened a preview what they see, and until when. */
export function PreviewBar({ language, revisionNumber, until, timeZone }: Props) {
  const words = wordsIn(language)
  const number = new Intl.NumberFormat(language).format(revisionNumber)
  return (
    <aside className="preview-bar" aria-label={words.preview}>
      <p>
        <strong>{words.preview}</strong> {filled(words.previewText, { number, until: momentInWords(language, until, timeZone) })}
      </p>
    </aside>
  )
}
