import Link from 'next/link'
import { mediaWordsIn } from '@/components/desk/media/words/words'
import { type LibraryFilters, libraryAddress } from '@/db/media/rules'
import type { Language } from '@/lib/languages'

type Props = { language: Language; filters: LibraryFilters; isFirst: boolean; next: string | null }

/** The ways to the pages of the library beside this one. */
export function LibraryPages({ language, filters, isFirst, next }: Props) {
  const words = mediaWordsIn(language)
  if (isFirst && !next) return null
  return (
    <nav className="list-pages" aria-label={words.pages}>
      {!isFirst && (
        <Link href={libraryAddress(filters)} prefetch={false}>
          {words.first}
        </Link>
      )}
      {next && (
        <Link href={libraryAddress(filters, next)} prefetch={false} rel="next">
          {words.next}
        </Link>
      )}
    </nav>
  )
}
