import { addressOf } from '@/lib/addresses'

type Props = {
  /** The address of what it is a feed of. */
  list: string
  label: string
}

const formats = [
  { format: 'xml', name: 'RSS' },
  { format: 'atom', name: 'Atom' },
  { format: 'json', name: 'JSON Feed' },
] as const

/** The feeds of a list, for whoever follows it in a reader of theirs. */
export function FeedLinks({ list, label }: Props) {
  return (
    <nav className="feed-links" aria-label={label}>
      {formats.map(({ format, name }) => (
        <a key={format} href={addressOf.feed(list, format)} lang="en">
          {name}
        </a>
      ))}
    </nav>
  )
}
