import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Arrangement, Placement } from '@/db/fronts/rules'
import { step, withoutPlacement } from './arrangement-edits'
import { type FrontDesk, sayingOf } from './front-desk'
import { frontWordsIn } from './words/words'

/** Moving by keyboard and by buttons. */
export type Lift = {
  liftedId: string | null
  onKey: (event: KeyboardEvent, placement: Placement) => void
  /** The handle has lost the focus: what was lifted falls where it is. */
  onLeave: (id: string) => void
  move: (placement: Placement, by: 1 | -1) => void
  remove: (placement: Placement) => void
  /** Keeps the focus with a placement that is about to be drawn elsewhere. */
  follow: (id: string) => void
}

/**
 * Lets placements be lifted with the space bar, moved with the arrow keys, dropped with the space bar, and put back with Escape; everything
 * is read out. A move from zone to zone draws the placement anew, so the focus is brought after it.
 */
export function useLift(desk: FrontDesk, present: () => Arrangement): Lift {
  const words = frontWordsIn(desk.language)
  const [lifted, setLifted] = useState<{ id: string; before: Arrangement; turn: number } | null>(null)
  const turns = useRef(0)
  const following = useRef<string | null>(null)

  useEffect(() => {
    if (following.current === null) return
    document.getElementById(`handle-${following.current}`)?.focus()
    following.current = null
  })

  const tell = (placement: Placement, sentence: string) => desk.say(sayingOf(desk, present(), placement, sentence))
  const moveBy = (placement: Placement, by: 1 | -1, key?: string) => {
    following.current = placement.id
    desk.change((before) => step(before, placement.id, by), key)
    tell(placement, words.moved)
  }
  const drop = (placement: Placement) => {
    setLifted(null)
    tell(placement, words.dropped)
  }
  const onLiftedKey = (event: KeyboardEvent, placement: Placement, { before, turn }: { before: Arrangement; turn: number }) => {
    const key = `lift ${turn}`
    if (event.key === 'ArrowUp') moveBy(placement, -1, key)
    else if (event.key === 'ArrowDown') moveBy(placement, 1, key)
    else if (event.key === ' ' || event.key === 'Enter') drop(placement)
    else if (event.key === 'Escape') {
      following.current = placement.id
      desk.change(() => before, key)
      setLifted(null)
      tell(placement, words.putBack)
    } else return
    event.preventDefault()
  }
  return {
    liftedId: lifted?.id ?? null,
    onKey: (event, placement) => {
      if (lifted?.id === placement.id) return onLiftedKey(event, placement, lifted)
      if (event.key !== ' ' && event.key !== 'Enter') return
      event.preventDefault()
      turns.current += 1
      setLifted({ id: placement.id, before: present(), turn: turns.current })
      tell(placement, words.lifted)
    },
    onLeave: (id) => {
      if (lifted?.id === id && following.current !== id) setLifted(null)
    },
    move: moveBy,
    remove: (placement) => {
      tell(placement, words.removed)
      desk.change((before) => withoutPlacement(before, placement.id))
    },
    follow: (id) => {
      following.current = id
    },
  }
}
