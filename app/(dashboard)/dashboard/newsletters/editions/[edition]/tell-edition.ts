import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { problemsInWords } from '@/components/desk/newsletter-editions/problems-in-words'
import { editionWordsIn } from '@/components/desk/newsletter-editions/words/words'
import { sendingWordsIn } from '@/components/desk/newsletter-sending/words/words'
import type { MoveState } from '@/components/desk/workflow/move-state'
import type { beginCorrection } from '@/db/newsletter-editions/correcting'
import type { pauseEdition } from '@/db/newsletter-editions/sending-control'
import type { requestTestMail } from '@/db/newsletter-editions/testing-mail'
import type { EditionRefusal, scheduleEdition } from '@/db/newsletter-editions/workflow'
import { refuse } from '@/lib/forms'
import { readLanguage } from '../../../../session'

type Moved = Awaited<ReturnType<typeof scheduleEdition>>
type Done = 'submitted' | 'approved' | 'returned' | 'scheduled' | 'unscheduled' | 'sendingSoon'

/** What became of a move, in words. */
export async function tellMoved(done: Done, moved: Moved, form: FormData): Promise<MoveState> {
  const language = await readLanguage()
  switch (moved.outcome) {
    case 'done':
      refresh()
      return { status: 'done', message: editionWordsIn(language)[done] }
    case 'problems':
      return refuse(problemsInWords(language, moved.problems), form)
    default:
      return tellOther(moved.outcome, form)
  }
}

/** Why a move was not made. */
export async function tellOther(outcome: EditionRefusal | 'in-the-past' | 'too-far', form: FormData): Promise<MoveState> {
  const { refusals } = editionWordsIn(await readLanguage())
  const refused = refuse(outcome === 'ask-again' ? '' : refusals[outcome], form)
  // So that what stands there now can be looked at.
  if (outcome === 'changed-meanwhile' || outcome === 'wrong-state') refresh()
  if (outcome !== 'ask-again') return refused
  return { status: 'ask-again', values: 'values' in refused ? refused.values : {} }
}

type Interfered = Awaited<ReturnType<typeof pauseEdition>>

/** What became of what was done to the sending of an edition. */
export async function tellSending(
  done: 'paused' | 'resumed' | 'cancelled' | 'sentAgain' | 'leftAlone',
  outcome: Interfered,
  form: FormData,
): Promise<MoveState> {
  if (outcome !== 'done') return tellOther(outcome, form)
  refresh()
  return { status: 'done', message: sendingWordsIn(await readLanguage()).done[done] }
}

/** Goes to the edition that was begun. */
export async function tellBegun(begun: Awaited<ReturnType<typeof beginCorrection>>, form: FormData): Promise<MoveState> {
  if (begun.outcome === 'begun') redirect(`/dashboard/newsletters/editions/${begun.id}`)
  if (begun.outcome === 'not-sent') return refuse(editionWordsIn(await readLanguage()).notSent, form)
  return tellOther(begun.outcome, form)
}

/** Whether a test is on its way. */
export async function tellTest(outcome: Awaited<ReturnType<typeof requestTestMail>>, form: FormData): Promise<MoveState> {
  const words = editionWordsIn(await readLanguage())
  switch (outcome) {
    case 'promised':
      return { status: 'done', message: words.testSent }
    case 'too-many':
      return refuse(words.tooManyTests, form)
    case 'unknown':
    case 'not-allowed':
      return tellOther(outcome, form)
  }
}
