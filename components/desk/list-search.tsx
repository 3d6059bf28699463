import Form from 'next/form'
import Link from 'next/link'

type Props = {
  words: { search: string; searchButton: string; showAll: string }
  /** The list's address. */
  path: string
  q: string
  maxLength: number
}

/** Where a list is searched; the answer stands in the address. */
export function ListSearch({ words, path, q, maxLength }: Props) {
  return (
    <search key={q}>
      <Form action={path} className="desk-filters" prefetch={false}>
        <p className="desk-search">
          <label className="visually-hidden" htmlFor="list-q">
            {words.search}
          </label>
          <input
            id="list-q"
            name="q"
            type="search"
            placeholder={words.search}
            defaultValue={q}
            maxLength={maxLength}
            dir="auto"
          />
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
