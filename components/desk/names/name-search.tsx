import Form from 'next/form'
import Link from 'next/link'
import { nameWordsIn } from '@/components/desk/names/words/words'
import type { Language } from '@/lib/languages'

type Props = { language: Language; path: string; q: string }

/** Where a list is searched by name; the answer stands in the address. */
export function NameSearch({ language, path, q }: Props) {
  const words = nameWordsIn(language)
  return (
    <search key={q}>
      <Form action={path} className="desk-filters" prefetch={false}>
        <p className="desk-search">
          <label className="visually-hidden" htmlFor="name-q">
            {words.search}
          </label>
          <input id="name-q" name="q" type="search" placeholder={words.search} defaultValue={q} maxLength={100} dir="auto" />
          <button className="button small" type="submit">
            {words.searchButton}
          </button>
        </p>
        {q !== '' && (
          <Link href={path} prefetch={false}>
            {words.showAll}
          </Link>
        )}
      </Form>
    </search>
  )
}
