import { MoveForm } from '@/components/desk/workflow/move-form'
import { OwnerForm } from '@/components/desk/workflow/owner-form'
import { ReviewForm } from '@/components/desk/workflow/review-form'
import { SidePanel } from '@/components/desk/workflow/side-panel'
import { workflowWordsIn } from '@/components/desk/workflow/words/words'
import { listOwners, listReviewers } from '@/db/articles/staff'
import type { Standing } from '@/db/articles/standing'
import { localTimeOf } from '@/lib/days'
import type { Language } from '@/lib/languages'
import { reviewedOf } from './moves'
import { ParticularForms } from './particular-forms'
import { assignReviewerAction, claimReviewAction, giveArticleAction } from './particulars/actions'

type Props = { language: Language; timeZone: string; standing: Standing; personId: string }

/** What the desk keeps and arranges beside the article's moves, as far as whoever looks may. */
export async function DeskForms({ language, timeZone, standing, personId }: Props) {
  const words = workflowWordsIn(language)
  const { id: articleId, may, reviewer, owner, dueAt } = standing
  const [reviewers, owners] = await Promise.all([
    may.assign ? listReviewers(reviewedOf(standing)) : [],
    may.give ? listOwners() : [],
  ])
  const form = { language, articleId }
  const mayClaim = may.assign && reviewer?.id !== personId && reviewers.some(({ id }) => id === personId)
  return (
    <>
      {may.assign && (
        <SidePanel title={words.review}>
          {mayClaim && <MoveForm {...form} label={words.claim} action={claimReviewAction} />}
          <ReviewForm
            {...form}
            timeZone={timeZone}
            reviewers={reviewers}
            reviewerId={reviewer?.id}
            dueTime={dueAt ? localTimeOf(dueAt, timeZone) : ''}
            label={words.assign}
            action={assignReviewerAction}
          />
        </SidePanel>
      )}
      {may.give && (
        <SidePanel title={words.ownership} isClosed>
          <OwnerForm {...form} people={owners.filter(({ id }) => id !== owner?.id)} action={giveArticleAction} />
        </SidePanel>
      )}
      <ParticularForms language={language} timeZone={timeZone} standing={standing} />
    </>
  )
}
