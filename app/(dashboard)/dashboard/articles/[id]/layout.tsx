import { notFound } from 'next/navigation'
import { ArticleFrame } from '@/components/desk/article/article-frame'
import { findDeskArticle } from '@/db/articles/desk-articles'
import { addressOf } from '@/lib/addresses'
import { readLanguage, requireRight } from '../../../session'

/** What stands over every part of an article. */
export default async function ArticleLayout({ params, children }: LayoutProps<'/dashboard/articles/[id]'>) {
  const actor = await requireRight('article.read')
  const { id } = await params
  const article = await findDeskArticle(actor, id)
  if (!article) notFound()

  const liveHref = article.status === 'live' ? addressOf.article(article.language, article.section.slug, article.slug) : null
  return (
    <ArticleFrame language={await readLanguage()} article={article} liveHref={liveHref}>
      {children}
    </ArticleFrame>
  )
}
