'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { articleWordsIn } from '@/components/desk/article/words/words'
import type { Language } from '@/lib/languages'

/** The parts of an article, by the last part of their address. */
const parts = ['text', 'preview', 'publish', 'changes', 'history', 'corrections', 'translations'] as const

export type ArticlePart = (typeof parts)[number]

type Props = {
  language: Language
  articleId: string
  /** Parts that there is nothing in yet. */
  without: readonly ArticlePart[]
}

/** The ways between the parts of an article, the one taken marked. */
export function ArticleTabs({ language, articleId, without }: Props) {
  const words = articleWordsIn(language)
  const path = usePathname()
  const base = `/dashboard/articles/${articleId}`
  return (
    <nav className="tabs" aria-label={words.tabsLabel}>
      {parts.map((part) => {
        if (without.includes(part)) return null
        const address = part === 'text' ? base : `${base}/${part}`
        const isHere = part === 'text' ? path === base : path.startsWith(address)
        return (
          <Link key={part} href={address} prefetch={false} aria-current={isHere ? 'page' : undefined}>
            {words.tabs[part]}
          </Link>
        )
      })}
    </nav>
  )
}
