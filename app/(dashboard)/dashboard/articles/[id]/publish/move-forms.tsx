import type { ReactNode } from 'react'
import { MoveForm } from '@/components/desk/workflow/move-form'
import { MovePanel } from '@/components/desk/workflow/move-panel'
import { PublishForm } from '@/components/desk/workflow/publish-form'
import { ReasonForm } from '@/components/desk/workflow/reason-form'
import { ReviewForm } from '@/components/desk/workflow/review-form'
import { ScheduleForm } from '@/components/desk/workflow/schedule-form'
import { WithdrawForm } from '@/components/desk/workflow/withdraw-form'
import { workflowWordsIn } from '@/components/desk/workflow/words/words'
import { filled } from '@/components/words/words'
import type { Move } from '@/db/articles/rules'
import { type Colleague, listReviewers } from '@/db/articles/staff'
import type { Standing } from '@/db/articles/standing'
import { localTimeOf } from '@/lib/days'
import type { Language } from '@/lib/languages'
import {
  approveAction,
  holdAction,
  publishAction,
  reinstateAction,
  releaseAction,
  returnAction,
  scheduleAction,
  submitAction,
  unscheduleAction,
  withdrawAction,
} from './actions'
import { listOwnMoves, reviewedOf } from './moves'

type Props = {
  language: Language
  timeZone: string
  standing: Standing
  /** The move that the address asks for. */
  wanted: unknown
}

/** What whoever looks can do with the article now, the likeliest first and open. */
export async function MoveForms({ language, timeZone, standing, wanted }: Props) {
  const words = workflowWordsIn(language)
  const own = listOwnMoves(standing)
  const reviewers = own.includes('submit') ? await listReviewers(reviewedOf(standing)) : []
  const open = own.find((move) => move === wanted) ?? (own[0] === 'hold' ? null : own[0])
  return (
    <section className="panel moves" aria-labelledby="moves-title">
      <h2 id="moves-title">{words.now}</h2>
      {own.length === 0 && <p className="quiet">{words.nothingNow}</p>}
      {own.map((move) => (
        <MovePanel
          key={move}
          name={words.moves[move]}
          intro={filled(words.moveIntros[move], { number: String(standing.head.number) })}
          isOpen={move === open}
        >
          {formFor(move, { language, timeZone, standing, reviewers })}
        </MovePanel>
      ))}
    </section>
  )
}

type Given = Omit<Props, 'wanted'> & { reviewers: Colleague[] }

function formFor(move: Move, { language, timeZone, standing, reviewers }: Given): ReactNode {
  const words = workflowWordsIn(language)
  const { id: articleId, head, language: textLanguage, publishAt } = standing
  const form = { language, articleId, label: words.moves[move] }
  const seen = { ...form, headRevisionId: head.id }
  switch (move) {
    case 'submit':
      return <ReviewForm {...seen} timeZone={timeZone} reviewers={reviewers} action={submitAction} />
    case 'return':
      return <ReasonForm {...seen} scope="return" look="second" isRequired action={returnAction} />
    case 'approve':
      return <MoveForm {...seen} action={approveAction} />
    case 'publish':
      return <PublishForm {...seen} isLive={standing.status === 'live'} action={publishAction} />
    case 'schedule': {
      const time = standing.status === 'scheduled' && publishAt ? localTimeOf(publishAt, timeZone) : ''
      return <ScheduleForm {...seen} timeZone={timeZone} time={time} action={scheduleAction} />
    }
    case 'unschedule':
      return <MoveForm {...form} look="second" action={unscheduleAction} />
    case 'withdraw':
      return <WithdrawForm {...form} textLanguage={textLanguage} timeZone={timeZone} action={withdrawAction} />
    case 'reinstate':
      return <MoveForm {...seen} action={reinstateAction} />
    case 'hold':
      return <ReasonForm {...form} scope="hold" look="danger" action={holdAction} />
    case 'release':
      return <MoveForm {...form} look="second" action={releaseAction} />
  }
}
