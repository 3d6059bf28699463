import Link from 'next/link'
import { languageName } from '@/components/desk/list/language-name'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  /** What the tabs are called for whoever does not see them. */
  label: string
  path: string
  editions: readonly Language[]
  chosen: Language
}

/** A page's views, one for each edition; nothing where there is only one. */
export function EditionTabs({ language, label, path, editions, chosen }: Props) {
  if (editions.length < 2) return null
  return (
    <nav className="tabs" aria-label={label}>
      {editions.map((edition) => (
        <Link
          key={edition}
          href={`${path}?edition=${edition}`}
          prefetch={false}
          aria-current={edition === chosen ? 'page' : undefined}
        >
          {languageName(edition, language)}
        </Link>
      ))}
    </nav>
  )
}
