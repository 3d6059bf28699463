import { useEffect, useRef, useState } from 'react'
import type { Arrangement, FrontConflict, FrontDraft, FrontReview } from '@/db/fronts/rules'
import type { SaveAnswer } from './answers'
import { DraftKeeper, type KeepingState } from './draft-keeper'
import { type Journal, journalOf } from './journal'
import { advance, begin, type Timeline, type TimelineStep } from './timeline'

type Options = {
  edition: string
  first: { number: number; arrangement: Arrangement; savedAt: string | null }
  live: Arrangement
  review: FrontReview
  save: (draft: FrontDraft) => Promise<SaveAnswer>
}

/** What somebody else's saving has brought: who it was, and what clashes. */
export type Merge = { by: string; conflicts: FrontConflict[] }

/** Milliseconds after a change until it is sent, and until it is sent again when nobody answered. */
const pause = 1200
const patience = 5000

/** A front's draft while somebody works at it: what it is, what can be undone, and how far it is saved. */
export function useFrontDraft({ edition, first, live: firstLive, review: firstReview, save }: Options) {
  const [timeline, setTimeline] = useState<Timeline>(() => begin(first.arrangement))
  const [keeping, setKeeping] = useState<KeepingState>({ kind: 'saved', at: first.savedAt })
  const [review, setReview] = useState(firstReview)
  const [live, setLive] = useState(firstLive)
  const [merge, setMerge] = useState<Merge | null>(null)
  const [left, setLeft] = useState<FrontDraft | null>(null)
  const now = useRef(timeline)
  const [{ keeper, journal }] = useState(() => {
    const kept = journalOf(edition)
    return { journal: kept, keeper: makeKeeper(kept) }
  })

  function makeKeeper(kept: Journal): DraftKeeper {
    return new DraftKeeper({
      ...{ first, send: save, journal: kept, pause, patience },
      onState: setKeeping,
      onAnswer: (answer, isTaken) => {
        setReview(answer.review)
        setLive(answer.live)
        if (answer.status === 'saved') return
        const { by, conflicts, arrangement } = answer
        setMerge((before) => ({ by, conflicts: [...(before?.conflicts ?? []), ...conflicts] }))
        if (isTaken) take({ kind: 'adopt', arrangement })
      },
    })
  }

  function take(step: TimelineStep) {
    now.current = advance(now.current, step)
    setTimeline(now.current)
    keeper.change(now.current.present)
  }

  useEffect(() => setLeft(journal.read()), [journal])
  useKeeper(keeper, keeping.kind !== 'saved')

  return {
    arrangement: timeline.present,
    canUndo: timeline.past.length > 0,
    canRedo: timeline.future.length > 0,
    keeping,
    review,
    live,
    merge,
    /** What this browser has kept of a page that was closed before it was saved. */
    left,
    take,
    /** The arrangement of this very moment, for what happens between two drawings. */
    present: () => now.current.present,
    flush: () => keeper.flush(),
    catchUp: () => keeper.catchUp(),
    published: (number: number, arrangement: Arrangement) => {
      keeper.published(number)
      setLive(arrangement)
    },
    forgetMerge: () => setMerge(null),
    settleConflict: (settled: FrontConflict) =>
      setMerge((before) => {
        const conflicts = before?.conflicts.filter((one) => one !== settled) ?? []
        return before && conflicts.length > 0 ? { ...before, conflicts } : null
      }),
    takeLeft: () => {
      if (!left) return
      now.current = advance(now.current, { kind: 'change', arrangement: left.arrangement })
      setTimeline(now.current)
      keeper.takeOver(left)
      setLeft(null)
    },
    forgetLeft: () => {
      journal.clear()
      setLeft(null)
    },
  }
}

/**
 * Hears what others have saved whenever the page is looked at again, sends what is unsaved when it is left for another, and holds whoever
 * leaves it for good with something unsaved.
 */
function useKeeper(keeper: DraftKeeper, isUnsaved: boolean): void {
  const isAgain = useRef(false)
  useEffect(() => {
    const hear = () => void keeper.catchUp()
    // Before the page that is asked for by it: that may show the draft.
    const send = ({ target }: MouseEvent) => {
      if (target instanceof Element && target.closest('a')) void keeper.flush()
    }
    window.addEventListener('focus', hear)
    window.addEventListener('click', send, { capture: true })
    // A page that was left is kept as it was, and shown so again.
    if (isAgain.current) hear()
    isAgain.current = true
    return () => {
      window.removeEventListener('focus', hear)
      window.removeEventListener('click', send, { capture: true })
      void keeper.flush().finally(() => keeper.stop())
    }
  }, [keeper])
  useEffect(() => {
    if (!isUnsaved) return
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', hold)
    return () => window.removeEventListener('beforeunload', hold)
  }, [isUnsaved])
}
