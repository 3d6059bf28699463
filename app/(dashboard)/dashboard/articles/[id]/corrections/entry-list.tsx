import { CorrectionEntry } from '@/components/desk/corrections/correction-entry'
import type { DeskCorrection } from '@/db/corrections/rules'
import { approveCorrectionAction, dropCorrectionAction, refuseCorrectionAction, takeBackCorrectionAction } from './actions'
import { type Compared, PairDifference } from './pair-difference'

type Props = Compared & {
  timeZone: string
  now: Date
  title: string
  corrections: readonly DeskCorrection[]
  mayPropose: boolean
  /** Whose change is shown. */
  isShown: (correction: DeskCorrection) => boolean
}

const actions = {
  approve: approveCorrectionAction,
  refuse: refuseCorrectionAction,
  drop: dropCorrectionAction,
  'take-back': takeBackCorrectionAction,
}

/** Corrections of an article under a title; nothing where there are none. */
export function EntryList({ timeZone, now, title, corrections, mayPropose, isShown, ...compared }: Props) {
  if (corrections.length === 0) return null
  const { language, article } = compared
  return (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
      <ol className="correction-entries">
        {corrections.map((correction) => {
          const { pair } = correction
          const shown = pair && isShown(correction) ? { before: pair.before.id, after: pair.after.id } : null
          return (
            <CorrectionEntry
              key={correction.id}
              language={language}
              textLanguage={article.language}
              timeZone={timeZone}
              now={now}
              articleId={article.id}
              correction={correction}
              mayPropose={mayPropose}
              actions={actions}
              difference={shown && <PairDifference {...compared} pair={shown} />}
            />
          )
        })}
      </ol>
    </section>
  )
}
