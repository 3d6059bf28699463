import { type Arrangement, isSameArrangement } from '../../../db/fronts/rules'

/** What was done, what is, and what was taken back. `key` names the step that goes on while its like follow: typing in one field is one. */
export type Timeline = {
  past: readonly Arrangement[]
  present: Arrangement
  future: readonly Arrangement[]
  key: string | null
}

export type TimelineStep =
  | { kind: 'change'; arrangement: Arrangement; key?: string }
  | { kind: 'undo' }
  | { kind: 'redo' }
  /** What somebody else did is in it: going back to before would take it from them, so there is no before any more. */
  | { kind: 'adopt'; arrangement: Arrangement }

const longest = 200

export function begin(present: Arrangement): Timeline {
  return { past: [], present, future: [], key: null }
}

/** The timeline after a step. */
export function advance(timeline: Timeline, step: TimelineStep): Timeline {
  const { past, present, future } = timeline
  switch (step.kind) {
    case 'change': {
      const key = step.key ?? null
      if (isSameArrangement(step.arrangement, present)) return timeline
      const isSameStep = key !== null && key === timeline.key
      return {
        past: isSameStep ? past : [...past, present].slice(-longest),
        present: step.arrangement,
        future: [],
        key,
      }
    }
    case 'undo': {
      const before = past.at(-1)
      return before ? { past: past.slice(0, -1), present: before, future: [present, ...future], key: null } : timeline
    }
    case 'redo': {
      const [after, ...later] = future
      return after ? { past: [...past, present], present: after, future: later, key: null } : timeline
    }
    case 'adopt':
      return begin(step.arrangement)
  }
}
