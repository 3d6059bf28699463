import type { ReactNode } from 'react'
import { changeWordsIn } from '@/components/desk/changes/words/words'
import { MoveForm } from '@/components/desk/workflow/move-form'
import { MovePanel } from '@/components/desk/workflow/move-panel'
import { PublishForm } from '@/components/desk/workflow/publish-form'
import { ReasonForm } from '@/components/desk/workflow/reason-form'
import { ReviewForm } from '@/components/desk/workflow/review-form'
import { ScheduleForm } from '@/components/desk/workflow/schedule-form'
import { workflowWordsIn } from '@/components/desk/workflow/words/words'
import { filled } from '@/components/words/words'
import { type Colleague, listReviewers } from '@/db/articles/staff'
import type { ChangeStanding } from '@/db/changes/queries'
import { type ChangeMove, changeMoves } from '@/db/changes/rules'
import { localTimeOf } from '@/lib/days'
import type { Language } from '@/lib/languages'
import {
  approveChangeAction,
  discardChangeAction,
  publishChangeAction,
  resumeChangeAction,
  returnChangeAction,
  scheduleChangeAction,
  submitChangeAction,
  unscheduleChangeAction,
} from '../actions'

type Props = { language: Language; timeZone: string; change: ChangeStanding; wanted: unknown }

/** What whoever looks can do with the change now, the likeliest first and open. */
export async function ChangeMoves({ language, timeZone, change, wanted }: Props) {
  const words = changeWordsIn(language)
  const { verdicts, owner, headAuthorId: authorId, fourEyes } = change
  const own = changeMoves.filter((move) => verdicts[move] === 'allowed' || verdicts[move] === 'ask-again')
  const reviewers = own.includes('submit') ? await listReviewers({ ...owner, authorId, fourEyes }) : []
  const open = own.find((move) => move === wanted) ?? own[0]
  const isForTwo = changeMoves.some((move) => verdicts[move] === 'second-person')
  return (
    <section className="panel moves" aria-labelledby="moves-title">
      <h2 id="moves-title">{workflowWordsIn(language).now}</h2>
      {own.length === 0 && <p className="quiet">{workflowWordsIn(language).nothingNow}</p>}
      {own.map((move) => (
        <MovePanel key={move} name={words.moves[move]} intro={words.intros[move]} isOpen={move === open}>
          {formFor(move, { language, timeZone, change, reviewers })}
        </MovePanel>
      ))}
      {isForTwo && (
        <p className="quiet">
          {filled(workflowWordsIn(language).secondPerson, { move: words.moves[likeliestForTwo(verdicts)] })}
        </p>
      )}
    </section>
  )
}

function likeliestForTwo(verdicts: ChangeStanding['verdicts']): ChangeMove {
  return changeMoves.find((move) => verdicts[move] === 'second-person') ?? 'publish'
}

type Given = Omit<Props, 'wanted'> & { reviewers: Colleague[] }

function formFor(move: ChangeMove, { language, timeZone, change, reviewers }: Given): ReactNode {
  const { articleId, id: changeId, headRevisionId, publishAt, status, isUpdate } = change
  const form = { language, articleId, changeId, label: changeWordsIn(language).moves[move] }
  const seen = { ...form, headRevisionId }
  switch (move) {
    case 'submit':
      return <ReviewForm {...seen} timeZone={timeZone} reviewers={reviewers} action={submitChangeAction} />
    case 'return':
      return <ReasonForm {...seen} scope="return" look="second" isRequired action={returnChangeAction} />
    case 'approve':
      return <MoveForm {...seen} action={approveChangeAction} />
    case 'publish':
      return <PublishForm {...seen} isLive isUpdate={isUpdate} action={publishChangeAction} />
    case 'schedule': {
      const time = status === 'scheduled' && publishAt ? localTimeOf(publishAt, timeZone) : ''
      return <ScheduleForm {...seen} timeZone={timeZone} time={time} isUpdate={isUpdate} action={scheduleChangeAction} />
    }
    case 'unschedule':
      return <MoveForm {...form} look="second" action={unscheduleChangeAction} />
    case 'resume':
      return <MoveForm {...form} action={resumeChangeAction} />
    case 'discard':
      return <MoveForm {...form} look="danger" action={discardChangeAction} />
  }
}
