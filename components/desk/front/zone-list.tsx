import { type PointerEvent, useId } from 'react'
import { counted } from '@/components/words/words'
import { type FrontZone, placementsIn, zoneSizes } from '@/db/fronts/rules'
import type { FrontDesk } from './front-desk'
import { PlacementRow } from './placement-row'
import type { Dragged, Dragging } from './use-drag'
import type { Lift } from './use-lift'
import { frontWordsIn } from './words/words'

type Props = {
  desk: FrontDesk
  zone: FrontZone
  isFirst: boolean
  isLast: boolean
  helpId: string
  lift: Lift
  dragging: Dragging | null
  grab: (event: PointerEvent, dragged: Dragged) => void
}

/** A zone of the front with what is placed in it, in order. */
export function ZoneList({ desk, zone, isFirst, isLast, helpId, lift, dragging, grab }: Props) {
  const headingId = useId()
  const words = frontWordsIn(desk.language)
  const placements = placementsIn(desk.arrangement, zone)
  const rest = zoneSizes[zone] - placements.length
  const draggedId = dragging?.dragged.kind === 'placement' ? dragging.dragged.id : null
  const others = placements.filter(({ id }) => id !== draggedId)
  const falls = dragging?.place?.zone === zone ? dragging.place.index : null
  const before = falls === null ? null : (others[falls]?.id ?? 'end')
  return (
    <section className="front-zone" data-zone={zone} aria-labelledby={headingId}>
      <h2 id={headingId}>
        {words.zones[zone]} <span className="quiet">{counted(desk.language, zoneSizes[zone], words.places)}</span>
      </h2>
      <ol className="front-rows">
        {placements.map((placement, at) => (
          <PlacementRow
            key={placement.id}
            desk={desk}
            placement={placement}
            isFirst={isFirst && at === 0}
            isLast={isLast && at === placements.length - 1}
            helpId={helpId}
            lift={lift}
            isDragged={placement.id === draggedId}
            fallsBefore={before === placement.id}
            grab={(event) => grab(event, { kind: 'placement', id: placement.id })}
          />
        ))}
        {before === 'end' && <li className="front-fall" aria-hidden="true" />}
      </ol>
      {placements.length === 0 && <p className="quiet">{words.emptyZone}</p>}
      {placements.length > 0 && rest > 0 && <p className="quiet">{counted(desk.language, rest, words.filledRest)}</p>}
    </section>
  )
}
