import Link from 'next/link'
import { nameWordsIn } from '@/components/desk/names/words/words'
import { addressWith } from '@/lib/address-with'
import type { Language } from '@/lib/languages'

type Props = { language: Language; path: string; q: string; isFirst: boolean; next: string | null }

/** The ways to the pages of a list beside this one. */
export function NamePages({ language, path, q, isFirst, next }: Props) {
  const words = nameWordsIn(language)
  if (isFirst && !next) return null
  return (
    <nav className="list-pages" aria-label={words.pages}>
      {!isFirst && (
        <Link href={addressWith(path, { q: q || undefined })} prefetch={false}>
          {words.first}
        </Link>
      )}
      {next && (
        <Link href={addressWith(path, { q: q || undefined, after: next })} prefetch={false} rel="next">
          {words.next}
        </Link>
      )}
    </nav>
  )
}
