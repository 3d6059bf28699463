import { wordsIn } from '@/components/words/words'
import type { Language } from '@/lib/languages'

/** What stands at the address of a preview that has ended (410). */
export function PreviewEnded({ language }: { language: Language }) {
  const words = wordsIn(language)
  return (
    <main id="content" data-status="410" className="notice-page">
      <title>{words.previewEndedHeading}</title>
      <h1>{words.previewEndedHeading}</h1>
      <p>{words.previewEndedText}</p>
    </main>
  )
}
