import type { ReactNode } from 'react'
import { momentInShort } from '@/components/desk/desk-moment'
import { EditionMoveForm, editionFault } from '@/components/desk/newsletter-editions/edition-move-form'
import type { EditionMoves } from '@/components/desk/newsletter-editions/edition-moves'
import type { EditionStanding } from '@/components/desk/newsletter-editions/edition-standing'
import { ScheduleFields } from '@/components/desk/newsletter-editions/schedule-fields'
import { SureMove } from '@/components/desk/newsletter-editions/sure-move'
import type { EditionWords } from '@/components/desk/newsletter-editions/words/en'
import { keptIn } from '@/components/desk/workflow/move-state'
import { TextAreaField } from '@/components/forms/text-area-field'
import { filled } from '@/components/words/words'
import type { EditionVerdict } from '@/db/newsletter-editions/rules'
import type { Language } from '@/lib/languages'

type Props = {
  words: EditionWords
  language: Language
  timeZone: string
  editionId: string
  version: number
  isUnsaved: boolean
  standing: EditionStanding
  moves: EditionMoves
  /** What can be done while it is being sent. */
  sending: ReactNode
}

/** In which state an edition is, and what can be done with it next. */
export function StateBar({ sending, ...bar }: Props) {
  const { words, standing } = bar
  return (
    <section className="panel edition-state" aria-label={words.moves}>
      <h2>{words.moves}</h2>
      <Facts {...bar} />
      {sending}
      <Moves {...bar} />
      <OtherMoves {...bar} />
      {standing.verdicts.approve === 'second-person' && <p className="quiet">{words.refusals['second-person']}</p>}
    </section>
  )
}

type BarProps = Omit<Props, 'sending'>

function Facts({ words, language, timeZone, standing }: BarProps) {
  const { status, sendAt, timing, returnReason, approvedBy, changedBy } = standing
  const when = sendAt && momentInShort(language, timeZone, sendAt)
  return (
    <>
      <p role="status">
        <span className="state" data-state={status}>
          {words.statuses[status]}
        </span>{' '}
        {when && status === 'scheduled' && filled(timing === 'recipient' ? words.sendsAtOwn : words.sendsAt, { when })}
      </p>
      {changedBy && <p className="quiet">{filled(words.changedBy, { name: changedBy })}</p>}
      {approvedBy && <p className="quiet">{filled(words.approvedBy, { name: approvedBy })}</p>}
      {returnReason && <p className="alarm">{filled(words.returnedBecause, { reason: returnReason })}</p>}
      {(status === 'approved' || status === 'scheduled') && <p className="quiet">{words.editsReturn}</p>}
    </>
  )
}

/** What is open to whoever looks, or would be after the second factor. */
function isOpen(verdict: EditionVerdict): boolean {
  return verdict === 'allowed' || verdict === 'ask-again'
}

function Moves({ standing, moves, timeZone, ...form }: BarProps) {
  const { words, language } = form
  const { verdicts, sendTime, timing, status } = standing
  return (
    <>
      {isOpen(verdicts.submit) && <EditionMoveForm {...form} action={moves.submit} label={words.submit} />}
      {isOpen(verdicts.approve) && <EditionMoveForm {...form} action={moves.approve} label={words.approve} />}
      {isOpen(verdicts.schedule) && (
        <EditionMoveForm {...form} action={moves.schedule} label={status === 'scheduled' ? words.reschedule : words.schedule}>
          {(state) => <ScheduleFields {...{ words, language, timeZone, state, sendTime, timing }} />}
        </EditionMoveForm>
      )}
      {isOpen(verdicts.send) && (
        <SureMove
          {...form}
          action={moves.send}
          label={words.sendNow}
          question={words.sendNowQuestion}
          warning={words.sendNowWarning}
          keep={words.cancel}
        />
      )}
      {isOpen(verdicts.unschedule) && (
        <EditionMoveForm {...form} action={moves.unschedule} label={words.unschedule} look="second" />
      )}
      {isOpen(verdicts.return) && (
        <details>
          <summary>{words.return}</summary>
          <EditionMoveForm {...form} action={moves.giveBack} label={words.return} look="second">
            {(state) => (
              <TextAreaField
                name="reason"
                label={words.reason}
                rows={2}
                maxLength={1000}
                defaultValue={keptIn(state, 'reason')}
                fault={editionFault(words, state, 'reason')}
                isRequired
              />
            )}
          </EditionMoveForm>
        </details>
      )}
    </>
  )
}

function OtherMoves({ standing, moves, timeZone: _zone, ...form }: BarProps) {
  const { words, isUnsaved, ...always } = form
  return (
    <div className="edition-others">
      <EditionMoveForm {...form} action={moves.test} label={words.test} look="second" />
      <EditionMoveForm {...always} words={words} action={moves.duplicate} label={words.duplicate} look="second" />
      {standing.isSent && (
        <EditionMoveForm {...always} words={words} action={moves.correct} label={words.beginCorrection} look="second" />
      )}
      {isOpen(standing.verdicts.discard) && (
        <SureMove
          {...form}
          isUnsaved={false}
          action={moves.discard}
          label={words.discard}
          question={words.discardQuestion}
          warning={words.discardWarning}
          confirm={words.discardNow}
          keep={words.keep}
          look="danger"
        />
      )}
    </div>
  )
}
