import Link from 'next/link'
import { listWordsIn } from '@/components/desk/list/words/words'
import { type DeskListing, type DeskValues, deskAddress } from '@/db/desk/rules'
import type { Language } from '@/lib/languages'

type Props = { language: Language; values: DeskValues; listing: Pick<DeskListing, 'next' | 'previous'> }

/** The ways to the pages of the list beside this one. */
export function ListPages({ language, values, listing: { next, previous } }: Props) {
  const words = listWordsIn(language)
  if (!next && !previous) return null
  return (
    <nav className="list-pages" aria-label={words.pages}>
      {previous && (
        <>
          <Link href={deskAddress(values)} prefetch={false}>
            {words.first}
          </Link>
          <Link href={deskAddress(values, previous)} prefetch={false} rel="prev">
            {words.previous}
          </Link>
        </>
      )}
      {next && (
        <Link href={deskAddress(values, next)} prefetch={false} rel="next">
          {words.next}
        </Link>
      )}
    </nav>
  )
}
