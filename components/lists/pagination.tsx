import { wordsIn } from '@/components/words/words'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  olderHref: string | null
  newestHref: string | null
  /** What the links say where the list is not one by date. */
  labels?: { older: string; newest: string }
}

/** The ways on and back from one page of a list; nothing where the list has one page. */
export function Pagination({ language, olderHref, newestHref, labels }: Props) {
  if (!olderHref && !newestHref) return null
  const words = wordsIn(language)
  return (
    <nav className="pagination" aria-label={words.pages}>
      {newestHref && <a href={newestHref}>{labels?.newest ?? words.newest}</a>}
      {olderHref && (
        <a href={olderHref} rel="next">
          {labels?.older ?? words.older}
        </a>
      )}
    </nav>
  )
}
