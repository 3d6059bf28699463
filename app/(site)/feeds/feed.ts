import type { ArticleText } from '@/db/articles/rules'
import type { Language } from '@/lib/languages'

export const feedFormats = ['xml', 'atom', 'json'] as const
export type FeedFormat = (typeof feedFormats)[number]

/** A feed before it is written in a format: a list of whole articles, or of corrections. All addresses are absolute. */
export type Feed = {
  language: Language
  publication: string
  title: string
  description: string
  homeUrl: string
  url: Record<FeedFormat, string>
  copyright: string
  updatedAt: Date
  entries: FeedEntry[]
}

export type FeedEntry = {
  /** Stays the same for the article's or correction's life, wherever it moves (RFC 4287, 4.2.6). */
  id: string
  url: string
  title: string
  summary: string
  html: string
  authors: { name: string; url: string | null }[]
  publishedAt: Date
  updatedAt: Date
  topics: string[]
  picture: { url: string; width: number; height: number; credit: string } | null
}

/** The public date of an article's last change. */
export function updatedAtOf(article: ArticleText): Date {
  return article.updatedAt ?? article.publishedAt
}
