import { briefMomentInWords } from '@/components/dates'
import { filled } from '@/components/words/words'
import type { FrontConflict } from '@/db/fronts/rules'
import { moveTo, reword } from './arrangement-edits'
import { type FrontDesk, headlineOf } from './front-desk'
import type { Merge } from './use-front-draft'
import { frontWordsIn } from './words/words'

type Props = { desk: FrontDesk; merge: Merge; forget: () => void; settle: (conflict: FrontConflict) => void }

/** That somebody else saved meanwhile; where both changed the same, both sides, one of which can be chosen. */
export function MergeNote({ desk, merge, forget, settle }: Props) {
  const words = frontWordsIn(desk.language)
  const name = merge.by || words.somebody
  const sentence = merge.conflicts.length > 0 ? words.conflicts : words.merged
  return (
    <section className="alarm front-merge" role="alert">
      <p>
        {filled(sentence, { name })}{' '}
        <button type="button" className="button quiet" onClick={forget}>
          {merge.conflicts.length > 0 ? words.keepTheirs : words.close}
        </button>
      </p>
      {merge.conflicts.length > 0 && (
        <ul className="front-rows">
          {merge.conflicts.map((conflict) => (
            <ConflictRow key={JSON.stringify(conflict)} desk={desk} conflict={conflict} settle={settle} />
          ))}
        </ul>
      )}
    </section>
  )
}

function ConflictRow({ desk, conflict, settle }: Pick<Props, 'desk' | 'settle'> & { conflict: FrontConflict }) {
  const words = frontWordsIn(desk.language)
  const placement =
    conflict.kind === 'banner' ? undefined : desk.arrangement.placements.find(({ id }) => id === conflict.placementId)
  return (
    <li className="front-conflict">
      <p>
        <strong>{words.fields[conflict.kind]}</strong>
        {placement && <span className="quiet"> {headlineOf(desk, placement)}</span>}
      </p>
      <p>{filled(words.conflictTheirs, { value: sideInWords(desk, conflict, 'theirs') })}</p>
      <p>
        {filled(words.conflictYours, { value: sideInWords(desk, conflict, 'yours') })}{' '}
        <button
          type="button"
          className="button second small"
          onClick={() => {
            desk.change((present) => withYours(present, conflict))
            settle(conflict)
          }}
        >
          {words.takeYours}
        </button>
      </p>
    </li>
  )
}

function withYours(present: FrontDesk['arrangement'], conflict: FrontConflict): FrontDesk['arrangement'] {
  switch (conflict.kind) {
    case 'banner':
      return { ...present, banner: conflict.yours }
    case 'zone':
      return moveTo(present, conflict.placementId, { zone: conflict.yours, index: 0 })
    case 'headline':
    case 'kicker':
      return reword(present, conflict.placementId, { [conflict.kind]: conflict.yours ?? '' })
    case 'mediaId':
    case 'startsAt':
    case 'endsAt':
      return reword(present, conflict.placementId, { [conflict.kind]: conflict.yours })
  }
}

function sideInWords({ language, timeZone }: FrontDesk, conflict: FrontConflict, side: 'theirs' | 'yours'): string {
  const words = frontWordsIn(language)
  switch (conflict.kind) {
    case 'banner':
      return conflict[side]?.text || words.nothing
    case 'zone':
      return words.zones[conflict[side]]
    case 'mediaId':
      return conflict[side] ? words.aPicture : words.pictureOwn
    case 'headline':
    case 'kicker':
      return conflict[side] || words.nothing
    case 'startsAt':
    case 'endsAt': {
      const moment = conflict[side]
      return moment ? briefMomentInWords(language, new Date(moment), timeZone) : words.nothing
    }
  }
}
