'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { Language } from '@/lib/languages'
import { frontWordsIn } from './words/words'

type Props = { language: Language; edition: Language }

/** The views of one front. */
export function FrontTabs({ language, edition }: Props) {
  const words = frontWordsIn(language)
  const path = usePathname()
  const address = `/dashboard/fronts/${edition}`
  const tabs = [
    { href: address, label: words.tabs.arrange },
    { href: `${address}/preview`, label: words.tabs.preview },
    { href: `${address}/history`, label: words.tabs.history },
  ]
  return (
    <nav className="tabs" aria-label={words.tabsLabel}>
      {tabs.map(({ href, label }) => (
        <Link key={href} href={href} prefetch={false} aria-current={href === path ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  )
}
