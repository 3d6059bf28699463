'use client'

import { EditionMoveForm } from '@/components/desk/newsletter-editions/edition-move-form'
import { SureMove } from '@/components/desk/newsletter-editions/sure-move'
import { editionWordsIn } from '@/components/desk/newsletter-editions/words/words'
import { StoppedNote } from '@/components/desk/newsletter-sending/stopped-note'
import { sendingWordsIn } from '@/components/desk/newsletter-sending/words/words'
import type { MoveAction } from '@/components/desk/workflow/move-state'
import type { Attention, NewsletterEditionStatus } from '@/db/newsletter-editions/rules'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  editionId: string
  status: NewsletterEditionStatus
  attention: Attention | null
  headlines: Readonly<Record<string, string>>
  moves: { pause: MoveAction; resume: MoveAction; cancel: MoveAction }
  /** Whether whoever looks may do something about it. */
  mayMove: boolean
  /** Whether it has a report, and this is not it. */
  leadsToReport: boolean
}

/** What stands in the way of an edition that is being sent, and what can be done about its sending. */
export function SendingPanel({ language, editionId, status, attention, headlines, moves, mayMove, leadsToReport }: Props) {
  const words = sendingWordsIn(language)
  const form = { language, editionId, version: 0, isUnsaved: false, words: editionWordsIn(language) }
  const isStoppable = status === 'sending' || status === 'paused' || status === 'freezing'
  return (
    <div className="edition-sending">
      {attention && <StoppedNote language={language} attention={attention} headlines={headlines} />}
      {leadsToReport && (
        <p>
          <a href={`/dashboard/newsletters/editions/${editionId}/report`}>{words.report}</a>
        </p>
      )}
      {mayMove && status === 'sending' && <EditionMoveForm {...form} action={moves.pause} label={words.pause} look="second" />}
      {mayMove && status === 'paused' && <EditionMoveForm {...form} action={moves.resume} label={words.resume} />}
      {mayMove && isStoppable && (
        <SureMove
          {...form}
          action={moves.cancel}
          label={words.cancel}
          question={words.cancelQuestion}
          warning={words.cancelWarning}
          keep={words.keep}
          look="danger"
        />
      )}
    </div>
  )
}
