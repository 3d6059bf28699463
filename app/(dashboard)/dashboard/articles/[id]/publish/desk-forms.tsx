import { EmbargoForm } from '@/components/desk/workflow/embargo-form'
import { MoveForm } from '@/components/desk/workflow/move-form'
import { OwnerForm } from '@/components/desk/workflow/owner-form'
import { ParticularsForm } from '@/components/desk/workflow/particulars-form'
import { ReviewForm } from '@/components/desk/workflow/review-form'
import { SidePanel } from '@/components/desk/workflow/side-panel'
import { workflowWordsIn } from '@/components/desk/workflow/words/words'
import { listOwners, listReviewers } from '@/db/articles/staff'
import type { Standing } from '@/db/articles/standing'
import { localTimeOf } from '@/lib/days'
import type { Language } from '@/lib/languages'
import { reviewedOf } from './moves'
import {
  assignReviewerAction,
  changeEmbargoAction,
  changeParticularsAction,
  claimReviewAction,
  giveArticleAction,
} from './particulars/actions'

type Props = { language: Language; timeZone: string; standing: Standing; personId: string }

/** What the desk keeps and arranges beside the article's moves, as far as whoever looks may. */
export async function DeskForms({ language, timeZone, standing, personId }: Props) {
  const words = workflowWordsIn(language)
  const { id: articleId, may, reviewer, owner, dueAt, embargoUntil, embargoNote, particulars } = standing
  const [reviewers, owners] = await Promise.all([
    may.assign ? listReviewers(reviewedOf(standing)) : [],
    may.give ? listOwners() : [],
  ])
  const form = { language, articleId }
  const localTime = (moment: Date | null) => (moment ? localTimeOf(moment, timeZone) : '')
  const mayClaim = may.assign && reviewer?.id !== personId && reviewers.some(({ id }) => id === personId)
  const mayChangeEmbargo = may.setEmbargo || (may.liftEmbargo && embargoUntil !== null)
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
            dueTime={localTime(dueAt)}
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
      {mayChangeEmbargo && (
        <SidePanel title={words.embargo} intro={words.embargoIntro} isClosed={embargoUntil === null}>
          <EmbargoForm
            {...form}
            timeZone={timeZone}
            time={localTime(embargoUntil)}
            note={embargoNote}
            action={changeEmbargoAction}
          />
        </SidePanel>
      )}
      {may.keepNotes && (
        <SidePanel title={words.particulars}>
          <ParticularsForm {...form} particulars={particulars} decides={may.decideParticulars} action={changeParticularsAction} />
        </SidePanel>
      )}
    </>
  )
}
