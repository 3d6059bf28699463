import Link from 'next/link'

type Props = {
  words: { pages: string; first: string; next: string }
  /** The first page's address; null on the first page itself. */
  first: string | null
  /** The next page's address; null on the last. */
  next: string | null
}

/** The ways from a page of a list that is read onward: to the next page, and back to the first. */
export function PagesOnward({ words, first, next }: Props) {
  if (first === null && next === null) return null
  return (
    <nav className="list-pages" aria-label={words.pages}>
      {first !== null && (
        <Link href={first} prefetch={false}>
          {words.first}
        </Link>
      )}
      {next !== null && (
        <Link href={next} prefetch={false} rel="next">
          {words.next}
        </Link>
      )}
    </nav>
  )
}
