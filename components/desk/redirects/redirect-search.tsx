import Form from 'next/form'
import Link from 'next/link'
import { redirectWordsIn } from '@/components/desk/redirects/words/words'
import type { Language } from '@/lib/languages'

/** Where the list is searched by either end of a redirect; the answer stands in the address. */
export function RedirectSearch({ language, q }: { language: Language; q: string }) {
  const words = redirectWordsIn(language)
  return (
    <search key={q}>
      <Form action="/dashboard/redirects" className="desk-filters" prefetch={false}>
        <p className="desk-search">
          <label className="visually-hidden" htmlFor="redirect-q">
            {words.search}
          </label>
          <input id="redirect-q" name="q" type="search" placeholder={words.search} defaultValue={q} maxLength={200} dir="auto" />
          <button className="button small" type="submit">
            {words.searchButton}
          </button>
        </p>
        {q !== '' && (
          <Link href="/dashboard/redirects" prefetch={false}>
            {words.showAll}
          </Link>
        )}
      </Form>
    </search>
  )
}
