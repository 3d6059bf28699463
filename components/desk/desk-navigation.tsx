'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { deskWordsIn } from '@/components/desk/words/words'
import type { Language } from '@/lib/languages'

/** The parts of the dashboard, as `app/(dashboard)/places.ts` gives them to whoever may go there. */
export type DeskPlace =
  | 'desk'
  | 'calendar'
  | 'media'
  | 'fronts'
  | 'newsletters'
  | 'sections'
  | 'topics'
  | 'contributors'
  | 'pages'
  | 'redirects'
  | 'settings'
  | 'reports'
  | 'audience'
  | 'people'
  | 'events'
  | 'mail'

type Props = { language: Language; places: readonly DeskPlace[] }

/** Beside these stands what is needed daily; the rest is behind one word. */
const daily: ReadonlySet<DeskPlace> = new Set(['desk', 'calendar', 'media', 'fronts'])

/** The ways through the dashboard, the one taken marked. */
export function DeskNavigation({ language, places }: Props) {
  const words = deskWordsIn(language)
  const path = usePathname()
  const others = places.filter((place) => !daily.has(place))
  return (
    <nav className="bar-places" aria-label={words.navigation}>
      {places
        .filter((place) => daily.has(place))
        .map((place) => (
          <PlaceLink key={place} place={place} label={words.places[place]} path={path} />
        ))}
      {others.length > 0 && (
        // Drawn anew on each page, and so closed again after a choice.
        <details className="bar-more" key={path}>
          <summary>{words.more}</summary>
          <div>
            {others.map((place) => (
              <PlaceLink key={place} place={place} label={words.places[place]} path={path} />
            ))}
          </div>
        </details>
      )}
    </nav>
  )
}

function PlaceLink({ place, label, path }: { place: DeskPlace; label: string; path: string }) {
  const address = place === 'desk' ? '/dashboard' : `/dashboard/${place}`
  const isHere = place === 'desk' ? path === address || path.startsWith('/dashboard/articles') : path.startsWith(address)
  return (
    <Link href={address} prefetch={false} aria-current={isHere ? 'page' : undefined}>
      {label}
    </Link>
  )
}
