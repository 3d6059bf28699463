import Link from 'next/link'
import { redirectWordsIn } from '@/components/desk/redirects/words/words'
import { addressWith } from '@/lib/address-with'
import type { Language } from '@/lib/languages'

type Props = { language: Language; q: string; isFirst: boolean; next: string | null }

const path = '/dashboard/redirects'

/** The ways to the pages of the list beside this one. */
export function RedirectPages({ language, q, isFirst, next }: Props) {
  const words = redirectWordsIn(language)
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
