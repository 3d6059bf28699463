import { notFound } from 'next/navigation'
import { ArticleFrame } from '@/components/desk/article/article-frame'
import { WorkflowBar } from '@/components/desk/workflow/workflow-bar'
import { findDeskArticle } from '@/db/articles/desk-articles'
import { findStanding } from '@/db/articles/standing'
import { addressOf } from '@/lib/addresses'
import { readSettings } from '../../../publication'
import { readLanguage, requireRight } from '../../../session'
import { listOwnMoves } from './publish/moves'

/** What stands over every part of an article. */
export default async function ArticleLayout({ params, children }: LayoutProps<'/dashboard/articles/[id]'>) {
  const actor = await requireRight('article.read')
  const { id } = await params
  const now = new Date()
  const [article, standing] = await Promise.all([findDeskArticle(actor, id), findStanding(actor, id, now)])
  if (!article || !standing) notFound()

  const liveHref = article.status === 'live' ? addressOf.article(article.language, article.section.slug, article.slug) : null
  const [language, { timeZone }] = await Promise.all([readLanguage(), readSettings()])
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
    <ArticleFrame language={language} article={article} liveHref={liveHref} next={bar}>
      {children}
    </ArticleFrame>
  )
}
