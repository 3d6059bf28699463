import { notFound } from 'next/navigation'
import { ArticleFrame } from '@/components/desk/article/article-frame'
import type { ArticlePart } from '@/components/desk/article/article-tabs'
import { WorkflowBar } from '@/components/desk/workflow/workflow-bar'
import { addressOf } from '@/lib/addresses'
import { readSettings } from '../../../publication'
import { readLanguage, requireRight } from '../../../session'
import { listOwnMoves } from './publish/moves'
import { readArticle, readStanding } from './read-article'

/** What stands over every part of an article. */
export default async function ArticleLayout({ params, children }: LayoutProps<'/dashboard/articles/[id]'>) {
  const actor = await requireRight('article.read')
  const { id } = await params
  const now = new Date()
  const [article, standing] = await Promise.all([readArticle(id), readStanding(id)])
  if (!article || !standing) notFound()

  const liveHref = article.status === 'live' ? addressOf.article(article.language, article.section.slug, article.slug) : null
  const [language, { timeZone, editions }] = await Promise.all([readLanguage(), readSettings()])
  const without: ArticlePart[] = [
    ...(article.liveRevisionId ? [] : ['corrections' as const]),
    ...(editions.length > 1 ? [] : ['translations' as const]),
  ]
  const bar = (
    <WorkflowBar
      language={language}
      timeZone={timeZone}
      now={now}
      articleId={id}
      moves={listOwnMoves(standing)}
      isAsked={standing.status === 'in_review' && standing.reviewer?.id === actor.personId}
      dueAt={standing.dueAt}
    />
  )
  return (
    <ArticleFrame language={language} article={article} liveHref={liveHref} without={without} next={bar}>
      {children}
    </ArticleFrame>
  )
}
