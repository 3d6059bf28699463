import Link from 'next/link'
import type { ReactNode } from 'react'
import { type ArticlePart, ArticleTabs } from '@/components/desk/article/article-tabs'
import { articleWordsIn } from '@/components/desk/article/words/words'
import type { ArticleStatus } from '@/db/articles/rules'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  article: {
    id: string
    language: Language
    headline: string
    status: ArticleStatus
    section: { name: string }
  }
  /** Where readers find it; null while they do not. */
  liveHref: string | null
  /** Parts that there is nothing in yet. */
  without: readonly ArticlePart[]
  /** What can be done with it next. */
  next: ReactNode
  children: ReactNode
}

/** What stands over every part of an article: which it is, how it stands, and the ways between its parts. */
export function ArticleFrame({ language, article, liveHref, without, next, children }: Props) {
  const words = articleWordsIn(language)
  return (
    <main className="desk-page" id="content">
      <header className="article-head">
        <p className="quiet">
          <Link href="/dashboard" prefetch={false}>
            {words.toDesk}
          </Link>{' '}
          · <bdi>{article.section.name}</bdi>
        </p>
        <h1 lang={article.language} dir="auto">
          {article.headline || words.untitled}
        </h1>
        <div className="desk-actions">
          <span className="state" data-state={article.status}>
            {words.states[article.status]}
          </span>
          {liveHref && <a href={liveHref}>{words.viewLive}</a>}
          {next}
        </div>
      </header>
      <ArticleTabs language={language} articleId={article.id} without={without} />
      {children}
    </main>
  )
}
