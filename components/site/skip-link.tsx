import { wordsIn } from '@/components/words/words'
import type { Language } from '@/lib/languages'

/** The page's first link: past the masthead, to `<main id="content">`. */
export function SkipLink({ language }: { language: Language }) {
  return (
    <a className="skip-link" href="#content">
      {wordsIn(language).skipToContent}
    </a>
  )
}
