'use client'

import { useRouter } from 'next/navigation'
import { startTransition, useActionState } from 'react'
import { changeWordsIn } from '@/components/desk/changes/words/words'
import type { Around } from '@/components/desk/revisions/around'
import { ConflictView } from '@/components/desk/revisions/conflict-view'
import { StateNote } from '@/components/desk/state-note'
import type { Choices, ConflictDifference } from '@/db/articles/differences'
import { type FormState, idleForm } from '@/lib/forms'

/** The change, and both revisions that were compared. */
export type Seen = { changeId: string; headRevisionId: string; liveRevisionId: string }

type Props = Around & {
  seen: Seen
  conflicts: readonly ConflictDifference[]
  action: (seen: Seen, choices: Choices) => Promise<FormState>
}

/** Where a change clashes with what readers have: both sides, and which is to stand. */
export function ClashForm({ seen, conflicts, action, ...around }: Props) {
  const router = useRouter()
  const [state, decide] = useActionState(async (_previous: FormState, choices: Choices) => {
    const answer = await action(seen, choices)
    if (answer.status === 'done') router.refresh()
    return answer
  }, idleForm)
  return (
    <>
      <StateNote state={state} />
      <ConflictView
        {...around}
        conflicts={conflicts}
        side={changeWordsIn(around.language).clash}
        choose={(choices) => startTransition(() => decide(choices))}
      />
    </>
  )
}
