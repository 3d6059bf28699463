import Link from 'next/link'
import { pageWordsIn } from '@/components/desk/pages/words/words'
import { addressOf } from '@/lib/addresses'
import type { Language } from '@/lib/languages'

type Props = { language: Language; page: { id: string; language: Language; slug: string }; isHistory?: boolean }

/** The ways from a page: to what readers see, to its history or back to writing, and to the list. */
export function PageLinks({ language, page, isHistory = false }: Props) {
  const words = pageWordsIn(language)
  const address = `/dashboard/pages/${page.id}`
  return (
    <>
      <Link href={`/dashboard/pages?edition=${page.language}`} prefetch={false}>
        {words.back}
      </Link>
      <Link href={isHistory ? address : `${address}/history`} prefetch={false}>
        {isHistory ? words.edit : words.history}
      </Link>
      <a href={addressOf.page(page.language, page.slug)}>{words.view}</a>
    </>
  )
}
