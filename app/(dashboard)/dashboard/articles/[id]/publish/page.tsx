import { notFound } from 'next/navigation'
import { Receipts } from '@/components/desk/receipts/receipts'
import { CheckList } from '@/components/desk/workflow/check-list'
import { ConfirmFirst } from '@/components/desk/workflow/confirm-first'
import { DoneNote } from '@/components/desk/workflow/done-note'
import { OtherMoves } from '@/components/desk/workflow/other-moves'
import { StandingFacts } from '@/components/desk/workflow/standing-facts'
import { Timeline } from '@/components/desk/workflow/timeline'
import { workflowWordsIn } from '@/components/desk/workflow/words/words'
import { filled } from '@/components/words/words'
import { listFindings } from '@/db/articles/overrides'
import { listTimeline } from '@/db/articles/timeline'
import { findReceipts } from '@/db/receipts/queries'
import { addressOf } from '@/lib/addresses'
import { readSettings } from '../../../../publication'
import { readLanguage, requireRight } from '../../../../session'
import { titledBy } from '../../../../titles'
import { CommentPanel } from '../comments/comment-panel'
import { readStanding } from '../read-article'
import { overrideAction } from './actions'
import { DeskForms } from './desk-forms'
import { MoveForms } from './move-forms'
import { isConfirmationAhead, listOtherMoves } from './moves'

type Props = PageProps<'/dashboard/articles/[id]/publish'>

export default async function PublishPage({ params, searchParams }: Props) {
  const actor = await requireRight('article.read')
  const now = new Date()
  const standing = await readStanding((await params).id)
  if (!standing) notFound()
  const { done, move } = await searchParams
  const at = standing.status === 'scheduled' && standing.publishAt ? standing.publishAt : now
  const [language, { timeZone }, findings, entries, report] = await Promise.all([
    readLanguage(),
    readSettings(),
    listFindings(standing.id, at),
    listTimeline(standing.id),
    findReceipts(standing.id),
  ])
  const articleId = standing.id
  const isSeen = standing.status === 'live' && !standing.legalHold
  const liveHref = isSeen ? addressOf.article(standing.language, standing.section.slug, standing.slug) : null

  return (
    <div className="publish">
      <DoneNote language={language} done={done} liveHref={liveHref} />
      {isConfirmationAhead(standing) && <ConfirmFirst language={language} articleId={articleId} />}
      <div className="publish-columns">
        <div>
          <MoveForms language={language} timeZone={timeZone} standing={standing} wanted={move} />
          <CheckList
            language={language}
            timeZone={timeZone}
            now={now}
            articleId={articleId}
            headRevisionId={standing.head.id}
            findings={findings}
            override={standing.may.override ? overrideAction : null}
          />
          <OtherMoves language={language} fourEyes={standing.fourEyes} moves={listOtherMoves(standing)} />
          <CommentPanel language={language} timeZone={timeZone} now={now} actor={actor} standing={standing} />
        </div>
        <div>
          <Receipts language={language} timeZone={timeZone} articleId={articleId} report={report} />
          <StandingFacts language={language} timeZone={timeZone} now={now} standing={standing} />
          <DeskForms language={language} timeZone={timeZone} standing={standing} personId={actor.personId} />
        </div>
      </div>
      <Timeline language={language} timeZone={timeZone} now={now} articleId={articleId} entries={entries} />
    </div>
  )
}

export async function generateMetadata({ params }: Props) {
  const standing = await readStanding((await params).id)
  return titledBy((language) => filled(workflowWordsIn(language).title, { headline: standing?.headline ?? '' }))
}
