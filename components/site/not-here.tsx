import { QuickSearch } from '@/components/site/quick-search'
import { wordsIn } from '@/components/words/words'
import type { Language } from '@/lib/languages'

/** What stands at an address of ours that has no page; the front takes the status 404 from its mark. */
export function NotHere({ language }: { language: Language }) {
  const words = wordsIn(language)
  return (
    <main id="content" data-status="404" className="notice-page">
      {/* Belongs to the head, and is put there: a page that has nothing to say has no metadata of its own. */}
      <title>{words.notFoundHeading}</title>
      <h1>{words.notFoundHeading}</h1>
      <p>{words.notFoundText}</p>
      <QuickSearch language={language} />
    </main>
  )
}
