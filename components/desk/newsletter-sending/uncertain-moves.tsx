'use client'

import { SureMove } from '@/components/desk/newsletter-editions/sure-move'
import { editionWordsIn } from '@/components/desk/newsletter-editions/words/words'
import { sendingWordsIn } from '@/components/desk/newsletter-sending/words/words'
import type { MoveAction } from '@/components/desk/workflow/move-state'
import type { Language } from '@/lib/languages'

type Props = { language: Language; editionId: string; moves: { sendAgain: MoveAction; leave: MoveAction } }

/** What can be decided about mails of which nobody knows whether they arrived. */
export function UncertainMoves({ language, editionId, moves }: Props) {
  const words = sendingWordsIn(language)
  const form = { language, editionId, version: 0, isUnsaved: false, words: editionWordsIn(language), keep: words.keep }
  return (
    <div className="desk-actions">
      <SureMove {...form} action={moves.leave} label={words.leave} question={words.leaveQuestion} warning={words.leaveWarning} />
      <SureMove
        {...form}
        action={moves.sendAgain}
        label={words.sendAgain}
        question={words.sendAgainQuestion}
        warning={words.sendAgainWarning}
        look="danger"
      />
    </div>
  )
}
